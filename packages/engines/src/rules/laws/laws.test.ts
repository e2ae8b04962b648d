import fc from 'fast-check';
import { expect, it } from 'vitest';
import { VERDICTS, type Change } from '../answer.ts';
import { rank } from '../chain.ts';
import type { Condition } from '../condition.ts';
import type { Fact } from '../fact.ts';
import { withChanges } from '../changes/index.ts';
import { judge, verdict } from '../judge.ts';
import { ledgerOf } from '../ledger.ts';
import { aRule, at } from '../testing.ts';
import { AT, condition, facts, vocabulary } from './testing.ts';

const NOW = at(AT);
const rule = (from: Condition) => aRule(from, vocabulary);
const recorded = (change: Change, i: number): Fact => ({
  id: `c${i}`,
  key: change.key,
  value: change.value,
  about: change.about,
  organisation: change.organisation,
  collected: change.collected,
  trust: 'verified',
  recorded: 1000 + i,
});
const RUNS = { numRuns: 400 };

it('all is the minimum of its parts, any the maximum, and at least k of the k-th greatest', () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), facts, fc.nat(3), (parts, ledger, n) => {
      const each = parts.map((part) => rank(verdict(rule(part), ledger, NOW))).sort((a, b) => b - a);
      const count = (n % parts.length) + 1;
      const of = (made: Condition) => verdict(rule(made), ledger, NOW);
      expect([of({ all: parts }), of({ any: parts }), of({ atLeastOf: { count, of: parts } })]).toEqual([
        VERDICTS[each.at(-1)!],
        VERDICTS[each[0]!],
        VERDICTS[each[count - 1]!],
      ]);
    }),
    RUNS,
  );
});

it('not swaps met and not met, and says nothing of the rest', () => {
  fc.assert(
    fc.property(condition, facts, (one, ledger) => {
      const contrary = { met: 'not-met', 'not-met': 'met', unknown: 'unknown', expired: 'unknown' } as const;
      expect(verdict(rule({ not: one }), ledger, NOW)).toBe(contrary[verdict(rule(one), ledger, NOW)]);
    }),
    RUNS,
  );
});

it('the order of facts is irrelevant, to the whole answer', () => {
  fc.assert(
    fc.property(
      condition,
      facts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      (one, [list, shuffled]) => {
        expect(judge(rule(one), shuffled, NOW)).toEqual(judge(rule(one), list, NOW));
      },
    ),
    RUNS,
  );
});

it('the fast verdict is the explained one', () => {
  fc.assert(
    fc.property(condition, facts, (one, ledger) => {
      expect(verdict(rule(one), ledger, NOW)).toBe(judge(rule(one), ledger, NOW).verdict);
    }),
    RUNS,
  );
});

it('a later moment changes the answer only at a changesAt', () => {
  fc.assert(
    fc.property(
      condition,
      facts,
      fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 8 }),
      (one, ledger, hours) => {
        const made = rule(one);
        for (const hour of hours) {
          const later = NOW + hour * 3_600_000 + 1234;
          let [now, changes] = [verdict(made, ledger, NOW), judge(made, ledger, NOW).changesAt];
          while (changes !== null && Date.parse(changes) <= later) {
            const then = verdict(made, ledger, Date.parse(changes));
            expect(then).not.toBe(now);
            expect(verdict(made, ledger, Date.parse(changes) - 1)).toBe(now);
            [now, changes] = [then, judge(made, ledger, Date.parse(changes)).changesAt];
          }
          expect(verdict(made, ledger, later)).toBe(now);
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('applying the proposed changes gives met, and none of them can be left out', () => {
  let proposed = 0;
  fc.assert(
    fc.property(condition, facts, (one, ledger) => {
      const { wouldMakeTrue, verdict: now } = judge(rule(one), ledger, NOW);
      if (wouldMakeTrue === null) return;
      proposed += Number(wouldMakeTrue.length > 1);
      expect(wouldMakeTrue.length === 0).toBe(now === 'met');
      const records = wouldMakeTrue.map(recorded);
      expect(verdict(rule(one), [...ledger, ...records], NOW)).toBe('met');
      for (const left of records)
        expect(verdict(rule(one), [...ledger, ...records.filter((other) => other !== left)], NOW)).not.toBe('met');
    }),
    { numRuns: 600 },
  );
  expect(proposed).toBeGreaterThan(40);
});

it('changes added to a ledger answer as a ledger made anew with them', () => {
  let applied = 0;
  fc.assert(
    fc.property(condition, condition, facts, (one, other, list) => {
      const { wouldMakeTrue } = judge(rule(one), list, NOW);
      const ledger = ledgerOf(list, rule(one).vocabulary);
      const [changed, anew] = [
        withChanges(ledger, wouldMakeTrue ?? []),
        [...list, ...(wouldMakeTrue ?? []).map(recorded)],
      ];
      applied += Number((wouldMakeTrue?.length ?? 0) > 0);
      for (const made of [rule(one), rule(other)]) expect(verdict(made, changed, NOW)).toBe(verdict(made, anew, NOW));
    }),
    { numRuns: 300 },
  );
  expect(applied).toBeGreaterThan(100);
});

it('no smaller set of records makes it met, whatever their values, and null means that none does', () => {
  const record = (key: string, value: Fact['value'], about: Fact['about']): Fact => ({
    id: `b-${key}-${about.id}`,
    key,
    value,
    about,
    organisation: '',
    collected: AT,
    trust: 'verified',
    recorded: 1000,
  });
  const entity = { kind: 'entity', id: '' } as const;
  const slots = (list: readonly Fact[]): Fact[][] => [
    ...['yes', 'no', 'free'].map((key) => [true, false].map((value) => record(key, value, entity))),
    [0, 20, 50, 50.5, 51, 80, 99, 100].map((value) => record('share', value, entity)),
    ['own', 'local', 'none'].map((value) => record('kind', value, entity)),
    [record('exercise', 'field', entity)],
    ...['level', 'many'].flatMap((key) => {
      const there = [
        ...new Map(list.filter((fact) => fact.key === key).map(({ about }) => [about.id, about])).values(),
      ];
      const abouts = there.length > 0 ? there : [{ kind: key === 'level' ? 'forest' : 'site', id: 'new' } as const];
      return abouts.map((about) =>
        (key === 'level' ? [1, 2, 3, 4, 5] : [true, false]).map((value) => record(key, value, about)),
      );
    }),
  ];
  /** Leaves whose records may lie in the past or in dates are compared elsewhere. */
  const simple = (one: Condition): boolean => !/"(within|successive|count|fresh)"/.test(JSON.stringify(one));
  const sets = (all: readonly Fact[][], size: number): Fact[][] =>
    size === 0
      ? [[]]
      : all.flatMap((values, i) =>
          sets(all.slice(i + 1), size - 1).flatMap((rest) => values.map((value) => [value, ...rest])),
        );
  fc.assert(
    fc.property(condition.filter(simple), facts, (one, ledger) => {
      const { wouldMakeTrue } = judge(rule(one), ledger, NOW);
      const smaller = wouldMakeTrue === null ? 2 : Math.min(2, wouldMakeTrue.length - 1);
      for (let size = 0; size <= smaller; size++)
        for (const set of sets(slots(ledger), size))
          expect(verdict(rule(one), [...ledger, ...set], NOW)).not.toBe('met');
    }),
    { numRuns: 150 },
  );
});
