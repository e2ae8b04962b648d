import type { Locale } from '@egide/kernel/locale';

/** No-break space, and its narrow sister before `; ? ! %` and between thousands. */
export const NBSP = '\u00a0';
export const NNBSP = '\u202f';

const UNITS = 'jours?|ans?|mois|heures?|min|h|s|lits?|places?|Ko|Mo|Go|€|euros?|px|GHT';
const MONTHS =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.';

/**
 * French typography, so that nobody types it by hand: typographic apostrophes, no-break spaces before `: »` and after `«`,
 * narrow ones before `; ? ! %`, a number glued to its unit and to its month, arrows never broken.
 * English only gets its apostrophes and arrows. Idempotent.
 */
export function typeset(text: string, locale: Locale): string {
  const common = text.replace(/(\p{L})'(?=\p{L})/gu, '$1’').replace(/[ \u00a0]→[ \u00a0]/g, `${NBSP}→${NBSP}`);
  if (locale !== 'fr') return common.replace(/(\p{L})'/gu, '$1’');
  return common
    .replace(/[ \u00a0\u202f]([;?!%])/g, `${NNBSP}$1`)
    .replace(/[ \u202f]([:»])/g, `${NBSP}$1`)
    .replace(/«[ \u202f]/g, `«${NBSP}`)
    .replace(/n° /g, `n°${NBSP}`)
    .replace(new RegExp(`(\\d|\\}) (?=(?:${UNITS})(?![\\p{L}]))`, 'gu'), `$1${NBSP}`)
    .replace(new RegExp(`(\\d|1er) (?=(?:${MONTHS})(?![\\p{L}]))`, 'gu'), `$1${NBSP}`);
}
