import { dayNumber, dayOf, parisDay, parseDay, type Day } from '@egide/kernel/days';
import type { Locale } from '@egide/kernel/locale';
import { NOBODY_KNOWS, type About, type FactValue } from './fact.ts';
import type { KeyEntry, Validity } from './vocabulary.ts';

const NB = '\u00a0';
const NARROW = '\u202f';
const MONTHS = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** `12 mars 2026`, `1er mars 2026`, `12 March 2026`, with no-break spaces. */
export function sayDay(day: Day, locale: Locale): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return `${locale === 'fr' && date === 1 ? '1er' : date}${NB}${MONTHS[locale][month - 1]}${NB}${year}`;
}

/** The Paris day of an instant, or a day, in words. */
export const sayMoment = (text: string, locale: Locale): string =>
  sayDay(parseDay(text) ?? parisDay(Date.parse(text)), locale);
/** The day before this one, in words: what ends on the first instant of a day holds through the day before. */
export const sayDayBefore = (text: string, locale: Locale): string =>
  sayDay(dayOf(dayNumber(parseDay(text) ?? parisDay(Date.parse(text))) - 1), locale);

export function sayNumber(value: number, locale: Locale): string {
  const [whole, part] = String(Math.abs(value)).split('.');
  const grouped = (whole ?? '').replace(/\B(?=(\d{3})+$)/g, locale === 'fr' ? NARROW : ',');
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `${locale === 'fr' ? ',' : '.'}${part}`}`;
}

/** A mean level, always with its decimal: `2,0`. */
export const sayLevel = (level: number, locale: Locale): string =>
  level.toFixed(1).replace('.', locale === 'fr' ? ',' : '.');

const UNIT_WORDS: Readonly<Record<string, { fr: readonly [string, string]; en: readonly [string, string] }>> = {
  days: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  hours: { fr: ['heure', 'heures'], en: ['hour', 'hours'] },
  weeks: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  euros: { fr: ['euro', 'euros'], en: ['euro', 'euros'] },
  'thousand-euros': { fr: ['millier d’euros', 'milliers d’euros'], en: ['thousand euros', 'thousand euros'] },
  'million-euros': { fr: ['million d’euros', 'millions d’euros'], en: ['million euros', 'million euros'] },
  fte: {
    fr: ['équivalent temps plein', 'équivalents temps plein'],
    en: ['full-time equivalent', 'full-time equivalents'],
  },
};

/** A number with its unit in words; French counts 0, 1 and 1,5 in the singular. */
export function sayQuantity(value: number, unit: string | undefined, locale: Locale): string {
  const number = sayNumber(value, locale);
  if (unit === 'percent') return locale === 'fr' ? `${number}${NARROW}%` : `${number}%`;
  const words = unit === undefined ? undefined : UNIT_WORDS[unit];
  if (!words) return number;
  const plural = locale === 'fr' ? Math.abs(value) >= 2 : value !== 1;
  return `${number}${NB}${words[locale][plural ? 1 : 0]}`;
}

const PLAIN = {
  fr: { yes: 'Oui', no: 'Non', unknown: 'Personne ne sait', gone: 'Fait hors vocabulaire' },
  en: { yes: 'Yes', no: 'No', unknown: 'Nobody knows', gone: 'Fact outside the vocabulary' },
} as const;

/** The value of a fact as its reader says it; levels carry their scale: `2 sur 5`. */
export function sayValue(key: KeyEntry, value: FactValue, locale: Locale): string {
  if (value === NOBODY_KNOWS && !key.values?.some((v) => v.value === value)) return PLAIN[locale].unknown;
  if (typeof value === 'boolean') return value ? PLAIN[locale].yes : PLAIN[locale].no;
  if (typeof value === 'number') {
    const scale =
      key.unit === 'level' && key.max !== undefined ? ` ${locale === 'fr' ? 'sur' : 'of'}${NB}${key.max}` : '';
    return `${sayQuantity(value, key.unit, locale)}${scale}`;
  }
  if (key.type === 'date') return sayMoment(value, locale);
  return key.values?.find((v) => v.value === value)?.[locale] ?? value;
}

export const sayKey = (key: KeyEntry | undefined, locale: Locale): string => key?.label[locale] ?? PLAIN[locale].gone;

const ABOUT_WORDS: Readonly<Record<About['kind'], { fr: string; en: string }>> = {
  entity: { fr: 'L’établissement', en: 'The facility' },
  site: { fr: 'Site', en: 'Site' },
  forest: { fr: 'Annuaire', en: 'Directory' },
  system: { fr: 'Système', en: 'System' },
  activity: { fr: 'Activité', en: 'Activity' },
  perimeter: { fr: 'Périmètre', en: 'Perimeter' },
  year: { fr: 'Année', en: 'Year' },
};
/** What a fact is about: `Annuaire ch.example`, or the facility itself. A name that already begins with that word, in either language, is not given it twice. */
export function sayAbout({ kind, id }: About, locale: Locale): string {
  const words = ABOUT_WORDS[kind];
  if (kind === 'entity') return words[locale];
  const named = [words.fr, words.en].some((word) => id.toLowerCase().startsWith(`${word.toLowerCase()} `));
  return named ? id : `${words[locale]}${NB}${id}`;
}

/** How long a fact of this key holds. */
export function sayValidity(validity: Validity | null, locale: Locale): string {
  if (validity === null) return locale === 'fr' ? 'Sans limite' : 'No limit';
  const [count, fr, en] =
    'days' in validity
      ? [validity.days, 'jour', 'day']
      : 'months' in validity
        ? [validity.months, 'mois', 'month']
        : [validity.years, 'an', 'year'];
  const plural = count > 1 && !(locale === 'fr' && fr === 'mois') ? 's' : '';
  return `${count}${NB}${locale === 'fr' ? fr : en}${plural}`;
}
