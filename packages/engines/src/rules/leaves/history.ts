import { MS_DAY, parisDayNumber, parisStart } from '@egide/kernel/days';
import type { Each, LeafSpecs } from '../condition.ts';
import { lastEntry, type Entry, type Subject } from '../ledger.ts';
import { dayEnd } from '../moment.ts';
import type { KeyEntry } from '../vocabulary.ts';
import type { Attempt } from './attempt.ts';
import { dayOfBound } from './bound.ts';
import { satisfies, valuesFor, wantedOf, type Comparison } from './value.ts';
import type { Finding, Leaf, Reading } from './leaf.ts';

type Made = Pick<Leaf, 'find' | 'attempts'>;

/** Observations that exist, from the first to the last; of several at the same instant, the one that counts. */
function history(subject: Subject, horizon: number): Entry[] {
  const there = subject.entries.filter((entry) => entry.collected <= horizon);
  return there.filter((entry, i) => there[i + 1]?.collected !== entry.collected);
}

export const comparisonOf = (each: Each): Comparison =>
  'equals' in each
    ? { op: 'equals', values: [each.equals] }
    : 'in' in each
      ? { op: 'in', values: each.in }
      : 'atLeast' in each
        ? { op: 'atLeast', bound: each.atLeast }
        : { op: 'atMost', bound: each.atMost };

/** `successive`: two neighbouring observations satisfy, and lie between so many days apart. */
export function successiveLeaf(spec: LeafSpecs['successive'], key: KeyEntry): Made {
  const comparison = comparisonOf(spec.each);
  const good = (entry: Entry) => entry.says && satisfies(comparison, entry.value);
  const apart = (a: Entry, b: Entry) => b.day - a.day >= spec.minDays && b.day - a.day <= spec.maxDays;
  return {
    find(subject, { horizon }): Finding | null {
      const all = history(subject, horizon);
      if (all.length === 0) return null;
      const pair = all
        .flatMap((entry, i) => {
          const before = all[i - 1];
          return before !== undefined && good(before) && good(entry) && apart(before, entry) ? [[before, entry]] : [];
        })
        .at(-1);
      return {
        verdict: pair !== undefined ? 'met' : all.length < 2 ? 'unknown' : 'not-met',
        entries: pair ?? all.slice(-2),
        next: Infinity,
      };
    },
    attempts(want, subject, { at, horizon }) {
      const now = lastEntry(subject, horizon);
      const times = want === 'met' ? pairTimes(spec, history(subject, horizon).filter(good), at) : [[at], [at, at - 1]];
      return valuesFor(comparison, want, { key, now }).flatMap((value) =>
        times.map((time): Attempt => ({ value, wanted: wantedOf(comparison, want), times: time })),
      );
    },
  };
}

/** One record the right number of days after or before a good one, or else two records. */
function pairTimes(spec: LeafSpecs['successive'], good: readonly Entry[], at: number): number[][] {
  const today = parisDayNumber(at);
  const days = good.flatMap(({ day }) => [
    day + spec.minDays,
    day - spec.minDays,
    day + spec.maxDays,
    day - spec.maxDays,
  ]);
  const one = days.filter((day) => day <= today).map((day) => [Math.min(dayEnd(day), at)]);
  return [[at], ...one, [at, Math.min(parisStart(today - spec.minDays), at - 1)]];
}

/** `count`: enough observations collected in the interval; too few is only unknown, for others may not be recorded yet. */
export function countLeaf(spec: LeafSpecs['count']): Made {
  return {
    find(subject, reading): Finding | null {
      const [inside, bounds, next] = counted(spec, subject, reading);
      if (inside.length === 0 && bounds.length === 0) return null;
      return { verdict: inside.length >= spec.atLeast ? 'met' : 'unknown', entries: [...inside, ...bounds], next };
    },
    attempts(want, subject, reading) {
      if (want === 'not-met') return [];
      const [inside] = counted(spec, subject, reading);
      return [{ wanted: {}, times: free(spec, subject, reading).slice(0, Math.max(0, spec.atLeast - inside.length)) }];
    },
  };
}

function counted(
  spec: LeafSpecs['count'],
  subject: Subject,
  reading: Reading,
): [inside: Entry[], bounds: Entry[], next: number] {
  const from = dayOfBound(spec.from, reading);
  const to = dayOfBound(spec.to, reading);
  const inside = subject.entries.filter(
    ({ collected, day, says }) =>
      says && collected <= reading.horizon && day >= (from.day ?? -Infinity) && day <= (to.day ?? Infinity),
  );
  return [inside, [from.entry, to.entry].filter((entry) => entry !== null), Math.min(from.next, to.next)];
}

/** Instants of the interval at which nothing is recorded yet, a day apart, from the latest; then, where days lack, instants of its last day. */
function free(spec: LeafSpecs['count'], subject: Subject, reading: Reading): number[] {
  const from = dayOfBound(spec.from, reading).day;
  const to = dayOfBound(spec.to, reading).day;
  const last = Math.min(reading.at, to === null ? Infinity : dayEnd(to));
  const first = from === null ? -Infinity : parisStart(from);
  const taken = new Set(subject.entries.map(({ collected }) => collected));
  const many = spec.atLeast + taken.size;
  const days = Array.from({ length: many }, (_, i) => last - i * MS_DAY);
  const instants = Array.from({ length: many }, (_, i) => last - i);
  const times = days.filter((time) => time >= first).length >= many ? days : instants;
  return times.filter((time) => time >= first && !taken.has(time));
}
