/** A calendar day, `2026-03-01`. */
export type Day = string & { readonly __brand: 'day' };
/** An instant in UTC, `2026-03-01T07:30:00.000Z`. */
export type Instant = string & { readonly __brand: 'instant' };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;
export const MS_DAY = 86_400_000;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** A real calendar day or null: `2026-02-30` is refused. */
export function parseDay(text: string): Day | null {
  const m = text.length === 10 ? DAY.exec(text) : null;
  if (!m) return null;
  const [year, month, date] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const length = month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);
  // Safe: the calendar has just been asked.
  return year > 0 && date >= 1 && date <= length ? (text as Day) : null;
}

/** An ISO 8601 instant with its offset, brought to UTC, or null. */
export function parseInstant(text: string): Instant | null {
  if (!INSTANT.test(text) || parseDay(text.slice(0, 10)) === null) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : toInstant(at);
}

// Safe: toISOString gives the form that the brand stands for.
export const toInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** Europe/Paris is at UTC+2 from the last Sunday of March to the last Sunday of October, 01:00 UTC, since 1996; UTC+1 otherwise. */
function parisOffset(ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  return ms >= lastSunday(year, 2) && ms < lastSunday(year, 9) ? 7_200_000 : 3_600_000;
}

const changes = new Map<number, number>();
function lastSunday(year: number, month: number): number {
  const key = year * 12 + month;
  const known = changes.get(key);
  if (known !== undefined) return known;
  const end = Date.UTC(year, month + 1, 0, 1);
  const at = end - new Date(end).getUTCDay() * MS_DAY;
  changes.set(key, at);
  return at;
}

/** Number of the Paris calendar day that holds this instant, counted from 1970-01-01. */
export const parisDayNumber = (ms: number): number => Math.floor((ms + parisOffset(ms)) / MS_DAY);
/** Number of a calendar day, counted from 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_DAY;
// Safe: a whole number of days gives a calendar day.
export const dayOf = (number: number): Day => new Date(number * MS_DAY).toISOString().slice(0, 10) as Day;
/** The Paris calendar day that holds this instant (milliseconds since 1970). */
export const parisDay = (ms: number): Day => dayOf(parisDayNumber(ms));
/** The instant with which a moment is compared: 365 days before, in milliseconds since 1970. */
export const yearBefore = (ms: number): number => ms - 365 * MS_DAY;
/** First instant of this calendar day in Paris, in milliseconds since 1970. */
export function parisStart(number: number): number {
  const utc = number * MS_DAY;
  return utc - parisOffset(utc - 3_600_000);
}
/**
 * The instant that a Paris wall clock shows, in milliseconds since 1970; `local` counts the shown time as if it were UTC.
 * The hour shown twice in October is the first one, the hour skipped in March is taken as one hour later.
 */
export function fromParis(local: number): number {
  const summer = local - 7_200_000;
  return parisOffset(summer) === 7_200_000 ? summer : local - 3_600_000;
}
