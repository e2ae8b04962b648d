import { dayOf, parisDayNumber, parisStart } from '@egide/kernel/days';
import type { Verdict, Wanted } from '../answer.ts';
import type { LeafSpecs } from '../condition.ts';
import { lastEntry, type Entry } from '../ledger.ts';
import { dayEnd, dayNumberOf } from '../moment.ts';
import type { Attempt } from './attempt.ts';
import { dayOfBound } from './bound.ts';
import type { Leaf, Reading, Want } from './leaf.ts';

type Interval = {
  readonly from: number | null;
  readonly to: number | null;
  readonly fromIsSilent: boolean;
  readonly toIsSilent: boolean;
  readonly entries: Entry[];
  readonly next: number;
};

/** The closed interval of days. A key that should bound it and is silent bounds nothing, and leaves its side unknown. */
function intervalOf(spec: LeafSpecs['within'], reading: Reading): Interval {
  const from = dayOfBound(spec.from, reading);
  const to = dayOfBound(spec.to, reading);
  return {
    from: from.day,
    to: to.day,
    fromIsSilent: spec.from !== undefined && from.day === null,
    toIsSilent: spec.to !== undefined && to.day === null,
    entries: [from.entry, to.entry].filter((entry) => entry !== null),
    next: Math.min(from.next, to.next),
  };
}

/** The upper key silent, a day that has come lies before whatever it will hold; nothing is said of a day to come. */
function place(day: number, interval: Interval, today: number): Verdict {
  if ((interval.from !== null && day < interval.from) || (interval.to !== null && day > interval.to)) return 'not-met';
  return interval.fromIsSilent || (interval.toIsSilent && day > today) ? 'unknown' : 'met';
}

/** `within`: the date lies in the closed interval, by calendar days; an interval does not age, so it is never expired. */
export function withinLeaf(spec: LeafSpecs['within']): Pick<Leaf, 'find' | 'attempts'> {
  const dayIn = (entry: Entry): number | null =>
    spec.of === 'collected' ? entry.day : dayNumberOf(String(entry.value));
  return {
    find(subject, reading) {
      const entry = lastEntry(subject, reading.horizon);
      if (entry === null) return null;
      const interval = intervalOf(spec, reading);
      const day = entry.says ? dayIn(entry) : null;
      const today = parisDayNumber(reading.at);
      const comes =
        day !== null && day > today && (spec.to === 'at' || interval.toIsSilent) ? parisStart(day) : Infinity;
      return {
        verdict: day === null ? 'unknown' : place(day, interval, today),
        entries: [entry, ...interval.entries],
        next: Math.min(comes, interval.next),
      };
    },
    attempts: (want, _subject, reading) =>
      spec.of === 'collected'
        ? collections(want, intervalOf(spec, reading), reading.at)
        : dates(want, intervalOf(spec, reading), reading.at),
  };
}

function collections(want: Want, { from, to }: Interval, at: number): Attempt[] {
  const outside = [...(from === null ? [] : [parisStart(from) - 1]), at];
  const inside = [at, ...(to === null ? [] : [dayEnd(to)])];
  return (want === 'met' ? inside : outside)
    .filter((time) => time <= at)
    .map((time) => ({ wanted: {}, times: [time] }));
}

function dates(want: Want, { from, to }: Interval, at: number): Attempt[] {
  const today = parisDayNumber(at);
  const days =
    want === 'met'
      ? [today, to, from].filter((day) => day !== null)
      : [from === null ? null : from - 1, to === null ? null : to + 1].filter((day) => day !== null);
  const wanted: Wanted =
    want === 'met' ? { ...(from !== null && { from: dayOf(from) }), ...(to !== null && { to: dayOf(to) }) } : {};
  return days.map((day) => ({ value: dayOf(day), wanted, times: [at] }));
}
