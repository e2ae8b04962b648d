import { parisDayNumber, parisStart } from '@egide/kernel/days';
import type { LeafSpecs } from '../condition.ts';
import { lastEntry, type Entry, type Subject } from '../ledger.ts';
import { dayEnd, parisYear, yearStart } from '../moment.ts';
import type { Attempt } from './attempt.ts';
import { dayOfBound } from './bound.ts';
import { silent, type Finding, type Leaf, type Reading } from './leaf.ts';

type Made = Pick<Leaf, 'find' | 'attempts'>;

const says = (entry: Entry): boolean => entry.says;

/** A fact that says that nobody knows is there to be shown, and proves nothing. */
function nothingSaid(subject: Subject, horizon: number): Finding | null {
  const entry = lastEntry(subject, horizon);
  return entry && { ...silent, entries: [entry] };
}

const recordAt = (...times: number[]): Attempt => ({ wanted: {}, times });

/** `known`: any valid observation; expired when all have ended. */
export const knownLeaf = (): Made => ({
  find(subject, { at, horizon }) {
    const last = lastEntry(subject, horizon, says);
    if (last === null) return nothingSaid(subject, horizon);
    const valid = subject.entries.filter((entry) => entry.collected <= horizon && entry.says && entry.until >= at);
    const decides = valid.reduce<Entry | null>(
      (best, entry) => (best === null || entry.until >= best.until ? entry : best),
      null,
    );
    return decides === null
      ? { verdict: 'expired', entries: [last], next: Infinity }
      : { verdict: 'met', entries: [decides], next: decides.until + 1 };
  },
  attempts: (want, _subject, { at }) => (want === 'met' ? [recordAt(at)] : []),
});

/** `fresh`: the last observation that is not after the reference day is at most so many days before it. */
export const freshLeaf = (spec: LeafSpecs['fresh']): Made => ({
  find(subject, reading) {
    const reference = referenceOf(spec, reading);
    const entry = lastEntry(subject, reading.horizon, (one) => one.says && one.day <= reference.day);
    if (entry === null) return nothingSaid(subject, reading.horizon);
    const fresh = reference.day - entry.day <= spec.days;
    const ages = reference.moves && fresh ? parisStart(entry.day + spec.days + 1) : Infinity;
    return {
      verdict: fresh ? 'met' : 'expired',
      entries: [entry, ...reference.entries],
      next: Math.min(ages, reference.next),
    };
  },
  attempts(want, _subject, reading) {
    if (want === 'not-met') return [];
    const { day } = referenceOf(spec, reading);
    return [recordAt(reading.at), ...(dayEnd(day) < reading.at ? [recordAt(dayEnd(day))] : [])];
  },
});

/** The reference day; where a key should hold it and is silent, it is the day of `at`. */
function referenceOf(
  spec: LeafSpecs['fresh'],
  reading: Reading,
): { day: number; entries: Entry[]; next: number; moves: boolean } {
  const { day, entry, next } = dayOfBound(spec.before, reading);
  return { day: day ?? parisDayNumber(reading.at), entries: entry === null ? [] : [entry], next, moves: day === null };
}

/** `inYear`: collected in the calendar year of `at`; expired when last collected in an earlier one. */
export const inYearLeaf = (): Made => ({
  find(subject, { at, horizon }) {
    const entry = lastEntry(subject, horizon, says);
    if (entry === null) return nothingSaid(subject, horizon);
    const year = parisYear(at);
    return parisYear(entry.collected) === year
      ? { verdict: 'met', entries: [entry], next: yearStart(year + 1) }
      : { verdict: 'expired', entries: [entry], next: Infinity };
  },
  attempts: (want, _subject, { at }) => (want === 'met' ? [recordAt(at)] : []),
});
