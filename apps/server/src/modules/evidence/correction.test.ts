import { TRUSTS } from '@egide/engines/rules';
import { describe, expect, it } from 'vitest';
import { keys } from '../frameworks/index.ts';
import { byHand, handFaults } from './by-hand.ts';
import { correctionFault } from './correction.ts';
import { linked } from './coverings/revoke-covering.ts';
import { corrections, withoutWithdrawn } from './withdrawn.ts';

const fact = (trust: (typeof TRUSTS)[number], key = 'a') => ({ key, trust });

describe('a correction', () => {
  it('gives way by trust: one’s own words freely, what was computed or made official only to as much', () => {
    const table = TRUSTS.map((former) => TRUSTS.map((next) => correctionFault(fact(next), fact(former), false)));
    expect(table).toEqual([
      [null, null, null, null],
      [null, null, null, null],
      ['fact-official', 'fact-official', null, null],
      ['fact-official', 'fact-official', 'fact-official', null],
    ]);
  });
  it('names something of the same key that nothing replaces yet', () => {
    expect([
      correctionFault(fact('declared'), undefined, false),
      correctionFault(fact('declared'), fact('declared', 'b'), false),
      correctionFault(fact('verified'), fact('declared'), true),
    ]).toEqual(['fact-corrects-nothing', 'fact-corrects-nothing', 'fact-superseded']);
  });
});

describe('what was taken back', () => {
  const o = (id: string, corrects: string | null = null, withdraws = false) => ({ id, corrects, withdraws });
  const said = (...all: ReturnType<typeof o>[]) => withoutWithdrawn(all).map(({ id }) => id);
  it('says nothing, and what it had replaced says again what it said', () => {
    expect([
      said(o('a')),
      said(o('a'), o('b', 'a')),
      said(o('a'), o('x', 'a', true)),
      said(o('a'), o('b', 'a'), o('x', 'b', true)),
      said(o('a'), o('b', 'a'), o('x', 'b', true), o('c', 'a')),
    ]).toEqual([['a'], ['a', 'b'], [], ['a'], ['a', 'c']]);
  });
  it('replaces nothing any more', () => {
    expect([...corrections([o('a'), o('b', 'a'), o('x', 'b', true)])]).toEqual([['b', 'x']]);
  });
  it('is tied to all that corrections tie it to, and to nothing else', () => {
    const all = [o('c', 'b'), o('b', 'a'), o('a'), o('z'), o('y', 'z')];
    expect(['a', 'b', 'c', 'z', 'none'].map((id) => linked(all, id).sort().join())).toEqual([
      'a,b,c',
      'a,b,c',
      'a,b,c',
      'y,z',
      'none',
    ]);
  });
});

describe('what a person may state by hand', () => {
  it.each([
    [['person'], 'yes'],
    [['document', 'person'], 'yes'],
    [['opssies', 'document'], 'with-document'],
    [['case-file'], 'with-document'],
    [['audit'], 'no'],
    [['opssies'], 'no'],
    [['sae'], 'no'],
    [['import'], 'no'],
  ] as const)('recorded by %j: %s', (recordedBy, expected) =>
    expect(byHand({ recordedBy: [...recordedBy] })).toBe(expected),
  );
  it('is refused at the field that would make it right', () => {
    const key = (name: string) => keys().get(name);
    expect([
      handFaults(undefined, false),
      handFaults(key('users.mfa-share'), false),
      handFaults(key('directory.level.official'), true),
      handFaults(key('directory.level.official'), false),
      handFaults(key('headcount.sae'), true),
    ]).toEqual([
      [],
      [],
      [],
      [{ at: '/document', code: 'fact-needs-document' }],
      [{ at: '/key', code: 'fact-not-by-hand' }],
    ]);
  });
  it('decision 0001 holds: estimated levels, findings, headcount and combined activity are never typed', () => {
    expect(
      [
        'directory.level.estimated',
        'directory.points.failing',
        'exposure.level.official',
        'headcount.sae',
        'activity.combined',
      ]
        .map((name) => [name, keys().get(name)])
        .filter(([, key]) => key === undefined || typeof key === 'string' || byHand(key) !== 'no'),
    ).toEqual([]);
  });
});
