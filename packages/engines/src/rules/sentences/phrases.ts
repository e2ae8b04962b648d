import type { Locale } from '@egide/kernel/locale';
import type { Verdict } from '../answer.ts';

/** No-break space, and the narrow one that French puts before a semicolon. */
const NBSP = '\u00a0';
const NARROW = '\u202f';

/** What the sentences are made of, in one language; every argument is already in words. */
export type Phrases = {
  readonly colon: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly all: string;
  readonly any: string;
  readonly not: string;
  readonly atLeastOf: (count: string) => string;
  readonly atLeast: (value: string) => string;
  readonly atMost: (value: string) => string;
  readonly above: (value: string) => string;
  readonly below: (value: string) => string;
  readonly otherThan: (value: string) => string;
  readonly anything: string;
  readonly known: string;
  readonly freshNow: (days: string) => string;
  readonly freshBefore: (days: string, before: string) => string;
  readonly inYear: string;
  readonly from: (day: string) => string;
  readonly to: (day: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly today: string;
  readonly collected: string;
  readonly dateOf: (label: string) => string;
  readonly successive: (each: string, gap: string) => string;
  readonly gap: (min: string, max: string) => string;
  readonly times: (count: string) => string;
  readonly coverage: (share: string) => string;
  readonly forEach: string;
  readonly forOne: string;
  readonly holds: (value: string, day: string, until: string | null) => string;
  readonly ended: (value: string, day: string, end: string) => string;
  readonly silent: string;
  readonly nobody: (day: string) => string;
  readonly partly: string;
  readonly renew: (label: string, value: string) => string;
  readonly record: (label: string, value: string) => string;
  readonly collectedOn: (sentence: string, day: string) => string;
  readonly named: (label: string, name: string) => string;
  readonly nothingWould: string;
  readonly changes: (day: string) => string;
  readonly never: string;
};

const FR: Phrases = {
  colon: `${NBSP}: `,
  verdicts: {
    met: 'Rempli.',
    expired: `Périmé${NBSP}: établi autrefois, à renouveler.`,
    unknown: `Inconnu${NBSP}: aucun fait ne suffit à le dire.`,
    'not-met': `Non rempli${NBSP}: un fait valide dit le contraire.`,
  },
  all: 'Tout ce qui suit',
  any: 'L’un au moins de ce qui suit',
  not: 'Le contraire de ce qui suit',
  atLeastOf: (count) => `Au moins ${count} de ce qui suit`,
  atLeast: (value) => `au moins ${value}`,
  atMost: (value) => `${value} au plus`,
  above: (value) => `plus de ${value}`,
  below: (value) => `moins de ${value}`,
  otherThan: (value) => `autre que ${value}`,
  anything: 'à établir, quelle que soit la réponse',
  known: 'réponse connue et encore valable',
  freshNow: (days) => `recueilli depuis ${days} au plus`,
  freshBefore: (days, before) => `recueilli dans les ${days} avant ${before}`,
  inYear: 'recueilli dans l’année civile',
  from: (day) => `à partir du ${day}`,
  to: (day) => `jusqu’au ${day}`,
  between: (from, to) => `du ${from} au ${to}`,
  today: 'jour de la question',
  collected: 'date de recueil',
  dateOf: (label) => `jour dit par «${NBSP}${label}${NBSP}»`,
  successive: (each, gap) => `deux fois de suite ${each}, à un écart de ${gap}`,
  gap: (min, max) => `${min} à ${max}`,
  times: (count) => `au moins ${count} fois`,
  coverage: (share) => `Établissements qui pèsent ensemble au moins ${share} de l’activité et remplissent ce qui suit`,
  forEach: ', pour chacun',
  forOne: ', pour l’un au moins',
  holds: (value, day, until) =>
    `${value}, recueilli le ${day}, ${until === null ? 'sans fin de validité' : `tient jusqu’au ${until}`}.`,
  ended: (value, day, end) => `${value} le ${day}, périmé depuis le ${end}.`,
  silent: 'Aucun fait ne le dit.',
  nobody: (day) => `Le ${day}, un fait dit que personne ne sait.`,
  partly: 'Les faits connus ne suffisent pas à le dire.',
  renew: (label, value) => `À renouveler${NBSP}: ${label}, ${value}.`,
  record: (label, value) => `À établir${NBSP}: ${label}, ${value}.`,
  collectedOn: (sentence, day) => `${sentence.slice(0, -1)}, recueilli le ${day}.`,
  named: (label, name) => `${label} (${name})`,
  nothingWould: `Aucun fait recueilli à cette date n’y suffirait${NARROW}; voyez ce qui se contredit, ou une date plus tardive.`,
  changes: (day) => `Sans nouveau fait, la réponse change le ${day}.`,
  never: 'Sans nouveau fait, la réponse ne change pas.',
};

const EN: Phrases = {
  colon: ': ',
  verdicts: {
    met: 'Met.',
    expired: 'Expired: shown once, to be renewed.',
    unknown: 'Unknown: no fact is enough to say so.',
    'not-met': 'Not met: a valid fact says otherwise.',
  },
  all: 'All of the following',
  any: 'At least one of the following',
  not: 'The contrary of the following',
  atLeastOf: (count) => `At least ${count} of the following`,
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  above: (value) => `more than ${value}`,
  below: (value) => `less than ${value}`,
  otherThan: (value) => `other than ${value}`,
  anything: 'to be established, whatever the answer',
  known: 'answer known and still valid',
  freshNow: (days) => `collected at most ${days} ago`,
  freshBefore: (days, before) => `collected within the ${days} before ${before}`,
  inYear: 'collected within the calendar year',
  from: (day) => `from ${day}`,
  to: (day) => `until ${day}`,
  between: (from, to) => `from ${from} to ${to}`,
  today: 'the day of the question',
  collected: 'date of collection',
  dateOf: (label) => `the day given by “${label}”`,
  successive: (each, gap) => `twice in a row ${each}, ${gap} apart`,
  gap: (min, max) => `${min} to ${max}`,
  times: (count) => `at least ${count} times`,
  coverage: (share) => `Facilities that together weigh at least ${share} of the activity and meet the following`,
  forEach: ', for each',
  forOne: ', for at least one',
  holds: (value, day, until) =>
    `${value}, collected on ${day}, ${until === null ? 'without end of validity' : `holds until ${until}`}.`,
  ended: (value, day, end) => `${value} on ${day}, expired since ${end}.`,
  silent: 'No fact says so.',
  nobody: (day) => `On ${day}, a fact says that nobody knows.`,
  partly: 'The known facts are not enough to say so.',
  renew: (label, value) => `To renew: ${label}, ${value}.`,
  record: (label, value) => `To establish: ${label}, ${value}.`,
  collectedOn: (sentence, day) => `${sentence.slice(0, -1)}, collected on ${day}.`,
  named: (label, name) => `${label} (${name})`,
  nothingWould: 'No fact collected on this date would be enough; look for what contradicts itself, or at a later date.',
  changes: (day) => `Without a new fact, the answer changes on ${day}.`,
  never: 'Without a new fact, the answer does not change.',
};

export const PHRASES: Readonly<Record<Locale, Phrases>> = { fr: FR, en: EN };
