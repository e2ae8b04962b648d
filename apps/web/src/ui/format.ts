import type { Locale } from '@egide/kernel/locale';
import { dayNumber, parisDay, type Day } from '@egide/kernel/days';
import { formatFiness } from '@egide/kernel/finess';
import { NBSP, NNBSP, typeset } from './typeset.ts';

const ZONE = 'Europe/Paris';
const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Locale, string>;
/** Octets: powers of ten, as the disks and the networks count them. */
const SIZES = { fr: ['o', 'Ko', 'Mo', 'Go', 'To'], en: ['B', 'kB', 'MB', 'GB', 'TB'] } as const;

/** A day, or an instant in ISO 8601 of which the Paris day counts. */
export type Moment = Day | string | number;

const isDay = (at: Moment): at is Day => typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
const millisecondsOf = (at: Moment): number =>
  isDay(at) ? Date.parse(`${at}T12:00:00Z`) : typeof at === 'number' ? at : Date.parse(at);
const dayOfMoment = (at: Moment): Day => (isDay(at) ? at : parisDay(millisecondsOf(at)));

/** Days between the Paris days of two moments: positive when `at` comes after `from`. */
export const daysBetween = (from: Moment, at: Moment): number =>
  dayNumber(dayOfMoment(at)) - dayNumber(dayOfMoment(from));

function dates(locale: Locale) {
  const tag = TAGS[locale];
  const zone = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: ZONE, ...options });
  const formats = {
    long: zone({ day: 'numeric', month: 'long', year: 'numeric' }),
    short: zone({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: zone({ month: 'long', year: 'numeric' }),
    shortMonth: zone({ month: 'short', year: 'numeric' }),
    time: zone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  // The first of the month is an ordinal in French; the number stays with its month.
  const tidy = (text: string) =>
    (locale === 'fr' ? text.replace(/^1 /, `1er${NBSP}`) : text).replace(/^(\d+) /, `$1${NBSP}`);
  const show = (format: Intl.DateTimeFormat) => (at: Moment) => tidy(format.format(millisecondsOf(at)));
  return {
    long: show(formats.long),
    short: show(formats.short),
    month: show(formats.month),
    shortMonth: show(formats.shortMonth),
    time: (at: Moment) => formats.time.format(millisecondsOf(at)),
  };
}

function relativeDays(locale: Locale) {
  const words = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' });
  return (at: Moment, now: Moment): string => {
    const days = daysBetween(now, at);
    const far = Math.abs(days);
    if (far < 60) return typeset(words.format(days, 'day'), locale);
    if (far < 730) return typeset(words.format(Math.trunc(days / 30.44), 'month'), locale);
    return typeset(words.format(Math.trunc(days / 365.25), 'year'), locale);
  };
}

function numbers(locale: Locale) {
  const tag = TAGS[locale];
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const free = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const tenth = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const unbreak = (text: string) => text.replace(/[\u0020\u00a0]/g, NNBSP);
  const number = (n: number) => unbreak(Number.isInteger(n) ? whole.format(n) : free.format(n));
  const signed = (text: string, n: number) => (n > 0 ? `+${text}` : n < 0 ? `−${text}` : text);
  return {
    number,
    /** A mean of levels, always one decimal: `2,4`. */
    mean: (n: number) => tenth.format(n),
    /** A level as it comes: `2`, or `2,4` when it is a mean. */
    level: (n: number) => (Number.isInteger(n) ? whole.format(n) : tenth.format(n)),
    /** A difference of means with its sign: `+0,5`. */
    gain: (n: number) => signed(tenth.format(Math.abs(n)), Math.round(n * 10)),
    /** A difference of counts with its sign: `+4`. */
    more: (n: number) => signed(whole.format(Math.abs(n)), n),
    /** Hundredths: 81.5 gives `81,5 %`. */
    percent: (n: number) => (locale === 'fr' ? `${number(n)}${NNBSP}%` : `${number(n)}%`),
    /** `2 → 3`, never broken. */
    arrow: (from: string, to: string) => `${from}${NBSP}→${NBSP}${to}`,
  };
}

function sizes(locale: Locale) {
  const free = new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 });
  return (octets: number): string => {
    const step = octets < 1 ? 0 : Math.min(SIZES.fr.length - 1, Math.floor(Math.log10(octets) / 3));
    const value = octets / 1000 ** step;
    return `${free.format(value < 10 ? value : Math.round(value))}${NBSP}${SIZES[locale][step] ?? ''}`;
  };
}

/** Seconds as `24 s`, `2 min 5 s`, `1 h 10 min`. */
function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s}${NBSP}s`;
  if (s < 3600) return `${Math.floor(s / 60)}${NBSP}min${s % 60 ? ` ${s % 60}${NBSP}s` : ''}`;
  const minutes = Math.floor((s % 3600) / 60);
  return `${Math.floor(s / 3600)}${NBSP}h${minutes ? ` ${minutes}${NBSP}min` : ''}`;
}

/** Everything the screens write that is not a word: one place, one habit. */
export function formatter(locale: Locale) {
  const date = dates(locale);
  const list = new Intl.ListFormat(TAGS[locale], { type: 'conjunction' });
  return {
    locale,
    ...numbers(locale),
    size: sizes(locale),
    duration,
    /** `12 octobre 2026`. */
    day: date.long,
    /** `22 sept. 2026`, for tables. */
    shortDay: date.short,
    /** `octobre 2025`. */
    month: date.month,
    shortMonth: date.shortMonth,
    /** `14:32`. */
    time: date.time,
    /** `22 septembre 2026 à 21:40`. */
    instant: (at: Moment) => `${date.long(at)} ${locale === 'fr' ? 'à' : 'at'}${NBSP}${date.time(at)}`,
    /** An instant, or its day alone when it was said without an hour: midnight in Paris. */
    moment: (at: Moment) =>
      date.time(at) === '00:00'
        ? date.long(at)
        : `${date.long(at)} ${locale === 'fr' ? 'à' : 'at'}${NBSP}${date.time(at)}`,
    /** `dans 4 jours`, `il y a trois mois`: always beside the absolute date. */
    relative: relativeDays(locale),
    finess: formatFiness,
    /** `269 600 011`. */
    siren: (siren: string) => siren.replace(/^(...)(...)(...)$/, `$1${NBSP}$2${NBSP}$3`),
    list: (items: readonly string[]) => list.format(items),
    /** Compares two words as a dictionary does: accents and capitals come second. */
    order: (a: string, b: string) => a.localeCompare(b, TAGS[locale]),
    /** First letter in capital, at the head of a cell or a legend. */
    capital: (text: string) => text.charAt(0).toLocaleUpperCase(TAGS[locale]) + text.slice(1),
    typeset: (text: string) => typeset(text, locale),
  };
}
export type Formatter = ReturnType<typeof formatter>;
