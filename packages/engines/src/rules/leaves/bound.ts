import { dayNumber, parisDayNumber, parseDay } from '@egide/kernel/days';
import type { DateBound } from '../condition.ts';
import { compareEntries, lastEntry, type Entry } from '../ledger.ts';
import { dayNumberOf } from '../moment.ts';
import type { Reading } from './leaf.ts';

/** A day that a leaf refers to, null when no valid fact holds it; `entry` is the fact that does. */
export type BoundDay = { readonly day: number | null; readonly entry: Entry | null; readonly next: number };

const ABSENT: BoundDay = { day: null, entry: null, next: Infinity };

/** Reads a fixed day, `at`, or the date that another key holds now. */
export function dayOfBound(bound: DateBound | 'at' | undefined, reading: Reading): BoundDay {
  if (bound === undefined) return ABSENT;
  if (bound === 'at') return { ...ABSENT, day: parisDayNumber(reading.at) };
  if (typeof bound === 'string') {
    const day = parseDay(bound);
    return day === null ? ABSENT : { ...ABSENT, day: dayNumber(day) };
  }
  return dayInLedger(bound.key, reading);
}

function dayInLedger(key: string, { ledger, at, horizon }: Reading): BoundDay {
  const entries = (ledger.byKey.get(key) ?? []).flatMap(
    (subject) => lastEntry(subject, horizon, (entry) => entry.says && entry.until >= at) ?? [],
  );
  const entry = entries.sort(compareEntries).at(-1);
  if (entry === undefined) return ABSENT;
  return { day: dayNumberOf(String(entry.value)), entry, next: entry.until + 1 };
}

export const boundKeys = (...bounds: readonly (DateBound | undefined)[]): string[] =>
  bounds.flatMap((bound) => (typeof bound === 'object' ? [bound.key] : []));
