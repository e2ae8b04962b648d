import { toInstant } from '@egide/kernel/days';
import { type Change, evaluateFramework, type Fact, judge, ledgerOf, reaching } from '@egide/engines/rules';
import { describe, expect, it } from 'vitest';
import { framework } from '../frameworks/index.ts';
import { foresee, type Present, sameIndicators, themeLevel, together } from './foresee.ts';
import { sayAction, sayGains, sentenceOf } from './words.ts';

const found = framework('maturinh');
if (found === undefined) throw new Error('the framework is shipped');
const AT = Date.parse('2026-10-12T08:00:00Z');
const US = '960780013';
const present = (facts: readonly Fact[]): Present => ({
  framework: found.rules,
  ledger: ledgerOf(facts, found.rules.vocabulary),
  at: AT,
  score: evaluateFramework(found.rules, facts, AT),
});
const answered = (id: string, value: number): Fact => ({
  id,
  key: `maturinh.${id}`,
  value,
  about: { kind: 'entity', id: US },
  collected: '2026-10-01',
  trust: 'declared',
  organisation: US,
});
const change = (key: string, value: Change['value'], id = US): Change => ({
  key,
  value,
  about: { kind: 'entity', id },
  organisation: US,
  wanted: {},
  renew: false,
  collected: toInstant(AT),
});

describe('what recording a fact would change', () => {
  it('nothing, when nothing is recorded', () => {
    const now = present([answered('5.2.1', 2)]);
    expect(foresee(now, [])).toEqual({ score: now.score, indicators: [], objectives: [] });
  });

  it('is what the rules then answer, for the indicator, its theme, and the objectives that read the same', () => {
    const now = present([answered('5.2.3', 1)]);
    const next = found.indicators.find((i) => i.id === '5.4.2');
    const rules = next?.rules.computed ?? [];
    const changes = judge(reaching(rules, 1), now.ledger, AT).wouldMakeTrue ?? [];
    const after = foresee(now, changes);
    expect(changes.length).toBeGreaterThan(0);
    expect(after.indicators.filter((i) => i.id === '5.4.2').map((i) => [i.from, (i.to ?? 0) >= 1])).toEqual([
      [null, true],
    ]);
    expect([
      themeLevel(now.score, '5.4'),
      themeLevel(after.score, '5.4') !== null,
      themeLevel(now.score, 'no.such'),
    ]).toEqual([null, true, null]);
    expect(after.score.coverage.known).toBe(
      now.score.coverage.known + after.indicators.filter((i) => i.from === null).length,
    );
  });

  it('opens the objective that waits for it', () => {
    expect(
      foresee(present([]), [change('backup.directory.kind', 'local-accounts')]).objectives.map((o) => [
        o.reader.of,
        o.reader.id,
        o.from,
        o.to,
      ]),
    ).toEqual(expect.arrayContaining([['care-d2', 'O3.A', 'unknown', 'met']]));
  });

  it('is compared on the same indicators', () => {
    const now = present([answered('5.2.3', 1)]);
    const after = present([answered('5.2.3', 3), answered('5.1.1', 0)]);
    expect([sameIndicators(now.score, after.score), sameIndicators(present([]).score, after.score)]).toEqual([
      { from: 1, to: 3, known: 1 },
      { from: null, to: null, known: 0 },
    ]);
  });

  it('together, each fact is asked once, at the highest level asked', () => {
    const all = [
      change('maturinh.5.2.3', 2),
      change('users.mfa-share', 80),
      change('maturinh.5.2.3', 3),
      change('maturinh.5.2.3', 1),
      change('users.mfa-share', 90),
    ];
    expect(together(all, found.rules.vocabulary).map((c) => [c.key, c.value])).toEqual([
      ['maturinh.5.2.3', 3],
      ['users.mfa-share', 80],
    ]);
  });
});

describe('the words', () => {
  it('of a step are its action and the sentence of its level, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { action, why } = sayAction(found, { indicator: '5.2.1', level: 2 }, locale);
      expect([action.length > 5, why, why.length > 10]).toEqual([
        true,
        sentenceOf(found, { indicator: '5.2.1', level: 2 }, locale),
        true,
      ]);
    }
    expect(sayAction(found, { indicator: '9.9.9', level: 2 }, 'fr')).toEqual({ action: '9.9.9', why: '' });
  });

  it('of a year count levels won by theme on indicators known both then and now, and those lost', () => {
    const one = (id: string, level: number | null) => ({
      id,
      level,
      state: 'confirmed' as const,
      computed: null,
      declared: level,
      contradiction: false,
    });
    const was = new Map([one('5.2.1', 1), one('5.2.2', 3), one('5.4.1', 0), one('5.4.2', null)].map((s) => [s.id, s]));
    const { gains, lost } = sayGains(
      found,
      { settled: [one('5.2.1', 2), one('5.2.2', 1), one('5.4.1', 3), one('5.4.2', 4)], was },
      'fr',
    );
    expect([gains.map((g) => [g.theme, g.levels, g.why.map((w) => w.slice(-4))]), lost]).toEqual([
      [
        ['5.4', 3, ['(+3)']],
        ['5.2', 1, ['(+1)']],
      ],
      2,
    ]);
  });
});
