import {
  MS_DAY,
  dayNumber,
  dayOf,
  parisDayNumber,
  parisStart,
  parseDay,
  parseInstant,
  type Day,
} from '@egide/kernel/days';
import type { Validity } from './vocabulary.ts';

/** Milliseconds since 1970: the last instant of this calendar day in Paris. */
export const dayEnd = (day: number): number => parisStart(day + 1) - 1;

function read(text: string, ofDay: (day: number) => number): number | null {
  const day = parseDay(text);
  if (day !== null) return ofDay(dayNumber(day));
  const instant = parseInstant(text);
  return instant === null ? null : Date.parse(instant);
}

/** A day, taken from its first instant in Paris, or an instant; milliseconds since 1970, null when it does not exist. */
export const startOf = (text: string): number | null => read(text, parisStart);
/** A day, taken at its last instant in Paris, or an instant; milliseconds since 1970, null when it does not exist. */
export const endOf = (text: string): number | null => read(text, dayEnd);

/** The day number of a date written as a day or as an instant, null when it does not exist. */
export function dayNumberOf(text: string): number | null {
  const at = startOf(text);
  return at === null ? null : parisDayNumber(at);
}

/**
 * Last instant at which a fact collected on this day holds: the same day of the month, months or years later,
 * or the last day of a shorter month, through its end. 22 September 2026 and one year: through 22 September 2027.
 */
export function lastInstant(collectedDay: number, validity: Validity): number {
  if ('days' in validity) return dayEnd(collectedDay + validity.days);
  const months = 'months' in validity ? validity.months : validity.years * 12;
  return dayEnd(addMonths(collectedDay, months));
}

function addMonths(day: number, months: number): number {
  const [year, month, date] = split(dayOf(day));
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return first.getTime() / MS_DAY + Math.min(date, length) - 1;
}

const split = (day: Day): [year: number, month: number, date: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** Calendar year, in Paris, of an instant. */
export const parisYear = (at: number): number => split(dayOf(parisDayNumber(at)))[0];
/** First instant, in Paris, of a calendar year. */
export const yearStart = (year: number): number => parisStart(Date.UTC(year, 0, 1) / MS_DAY);
