import { describe, expect, it } from 'vitest';
import type { Condition } from '../condition.ts';
import type { Fact } from '../fact.ts';
import { judge, verdict } from '../judge.ts';
import { aFact, aRule, at } from '../testing.ts';

const NOW = at('2026-03-01');
/** Key, about and value of each change, `*` when it renews, its day when it is not today. */
const changes = (condition: Condition, facts: readonly Fact[] = []) => {
  const { wouldMakeTrue } = judge(aRule(condition), facts, NOW);
  if (wouldMakeTrue === null) return null;
  const records = wouldMakeTrue.map((change, i): Fact => ({
    id: `c${i}`,
    key: change.key,
    value: change.value,
    about: change.about,
    organisation: change.organisation,
    collected: change.collected,
    trust: 'verified',
    recorded: 1000 + i,
  }));
  expect(verdict(aRule(condition), [...facts, ...records], NOW)).toBe('met');
  return wouldMakeTrue.map(
    ({ key, about, organisation, value, renew, collected }) =>
      `${organisation}${key}${about.kind === 'entity' ? '' : `@${about.id}`}=${value}${renew ? '*' : ''}${Date.parse(collected) === NOW ? '' : ` ${collected.slice(0, 10)}`}`,
  );
};
const yes = (key: string): Condition => ({ equals: { key, value: true } });
const level = (value: number, id: string, collected = '2026-01-01') =>
  aFact('level', value, { collected, about: { kind: 'forest', id } });
const atLeast = (value: number, read: 'latest' | 'worst' | 'any' | 'every'): Condition => ({
  atLeast: { key: 'level', value, read },
});

describe('the fewest changes', () => {
  it.each<[string, Condition, Fact[], string[] | null]>([
    ['of all, every one that is missing', { all: [yes('yes'), yes('no')] }, [aFact('yes', true)], ['no=true']],
    [
      'of any, the way with fewer',
      { any: [{ all: [yes('yes'), yes('no')] }, { known: { key: 'share' } }] },
      [],
      ['share=0'],
    ],
    [
      'among equals, the one that renews',
      { any: [yes('yes'), { atLeast: { key: 'share', value: 5 } }] },
      [aFact('share', 6, { collected: '2024-01-01' })],
      ['share=6*'],
    ],
    ['then the order of keys', { any: [yes('yes'), yes('no')] }, [], ['no=true']],
    [
      'of at least two, the two cheapest',
      {
        atLeastOf: {
          count: 2,
          of: [{ all: [yes('yes'), yes('no')] }, { known: { key: 'share' } }, { known: { key: 'kind' } }],
        },
      },
      [],
      ['kind=own', 'share=0'],
    ],
    ['of not, a refusal', { not: yes('yes') }, [], ['yes=false']],
    [
      'one fact for two leaves on it',
      {
        all: [
          { atLeast: { key: 'share', value: 20 } },
          { atMost: { key: 'share', value: 30 } },
          { fresh: { key: 'share', days: 10 } },
        ],
      },
      [],
      ['share=20'],
    ],
    [
      'one fact of a value that suits both, though each alone would take another',
      { all: [{ in: { key: 'kind', values: ['own', 'local'] } }, { in: { key: 'kind', values: ['local', 'none'] } }] },
      [],
      ['kind=local'],
    ],
    ['of what contradicts itself, none', { all: [yes('yes'), { not: yes('yes') }] }, [], null],
    ['of what is never refused, none', { not: { known: { key: 'yes' } } }, [], null],
    [
      'the present value is kept when it will do',
      { all: [{ atLeast: { key: 'share', value: 20 } }, { fresh: { key: 'share', days: 10 } }] },
      [aFact('share', 45)],
      ['share=45*'],
    ],
    [
      'worst: each that is too low',
      atLeast(3, 'worst'),
      [level(2, 'a'), level(4, 'b'), level(1, 'c')],
      ['level@a=3', 'level@c=3'],
    ],
    ['any: one that exists', atLeast(3, 'any'), [level(2, 'b'), level(1, 'a')], ['level@a=3']],
    [
      'latest: the one collected last',
      atLeast(3, 'latest'),
      [level(2, 'a', '2026-02-01'), level(4, 'b')],
      ['level@a=3'],
    ],
    ['of no forest yet, a new one', atLeast(3, 'every'), [], ['level@new=3']],
    ['not worst: one that is low enough', { not: atLeast(3, 'worst') }, [level(4, 'a'), level(4, 'b')], ['level@a=2']],
    ['nothing when it is met', yes('yes'), [aFact('yes', true)], []],
  ])('%s', (...[, condition, facts, expected]) => expect(changes(condition, facts)).toEqual(expected));
});

describe('in time', () => {
  const before: Condition = {
    all: [atLeast(3, 'worst'), { fresh: { key: 'level', days: 60, before: { key: 'deadline' }, read: 'every' } }],
  };
  const successive: Condition = {
    successive: { key: 'level', each: { atLeast: 3 }, minDays: 45, maxDays: 60, read: 'any' },
  };
  const count: Condition = { count: { key: 'exercise', from: '2026-01-01', to: 'at', atLeast: 3 } };
  it.each<[string, Condition, Fact[], string[] | null]>([
    [
      'a date that is past asks for a fact collected before it',
      before,
      [aFact('deadline', '2026-02-01')],
      ['level@new=3 2026-02-01'],
    ],
    ['a date too far ahead cannot be met yet', before, [aFact('deadline', '2026-08-01')], null],
    ['a silent date is the present day', before, [], ['level@new=3']],
    ['one audit after a good one', successive, [level(3, 'a', '2026-01-10')], ['level@a=3*']],
    ['one audit between', successive, [level(3, 'a', '2025-10-01')], ['level@a=3* 2025-11-15']],
    ['two audits from nothing', successive, [], ['level@new=3', 'level@new=3 2026-01-14']],
    [
      'as many exercises as are missing',
      count,
      [aFact('exercise', 'field', { collected: '2026-02-01' })],
      ['exercise=field*', 'exercise=field* 2026-02-28'],
    ],
    [
      'a window that is closed takes a fact of its time',
      { within: { key: 'no', of: 'collected', from: '2025-07-16', to: '2025-12-31' } },
      [],
      ['no=true 2025-12-31'],
    ],
    [
      'a date in the window',
      { within: { key: 'reviewed', from: '2022-07-16', to: '2025-12-31' } },
      [aFact('reviewed', '2020-01-01')],
      ['reviewed=2025-12-31'],
    ],
    [
      'a lower bound that nobody has said',
      { within: { key: 'reviewed', from: { key: 'deadline' } } },
      [aFact('reviewed', '2026-01-05')],
      ['deadline=2026-01-05'],
    ],
  ])('%s', (...[, condition, facts, expected]) => expect(changes(condition, facts)).toEqual(expected));
});

describe('weighed together', () => {
  const share: Condition = { coverage: { condition: yes('yes'), weight: 'weight', share: 66 } };
  const member = (organisation: string, weight: number | null) =>
    weight === null ? [aFact('note', '…', { organisation })] : [aFact('weight', weight, { organisation })];
  it.each<[string, Fact[], string[] | null]>([
    [
      'the fewest that weigh enough',
      [...member('a', 40), ...member('b', 30), ...member('c', 20), ...member('d', 10)],
      ['ayes=true', 'byes=true'],
    ],
    [
      'counting those that are met',
      [...member('a', 40), ...member('b', 30), ...member('c', 30), aFact('yes', true, { organisation: 'c' })],
      ['ayes=true'],
    ],
    [
      'those of unknown weight must all be',
      [...member('a', 70), ...member('b', 30), ...member('c', null)],
      ['ayes=true', 'cyes=true'],
    ],
  ])('%s', (...[, facts, expected]) => expect(changes(share, facts)).toEqual(expected));
});

it('many perimeters do not multiply the work', () => {
  const many = Array.from({ length: 60 }, (_, i) => level(2, `f${String(i).padStart(2, '0')}`, '2025-03-10'));
  const condition: Condition = {
    all: [atLeast(3, 'every'), atLeast(3, 'latest'), { fresh: { key: 'level', days: 60, read: 'worst' } }],
  };
  expect(changes(condition, many)).toHaveLength(60);
});
