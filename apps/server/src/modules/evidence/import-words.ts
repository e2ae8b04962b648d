import type { Locale } from '@egide/kernel/locale';
import { wordsOf } from '../../platform/http/problem.ts';
import type { Params } from '../../platform/refusal.ts';
import { catalogueOf, fill } from '../../platform/words.ts';

/** Sentences of what an import refuses or tolerates, by code. */
const CATALOGUE = catalogueOf('imports');

/** What is wrong at one place of a file and what to do, in the reader's language; a column of a table is named first. */
export function sayNotice(
  locale: Locale,
  { at, code, params: given }: { at: string; code: string; params: Params },
): string {
  const params = { at, ...given };
  const text = CATALOGUE[locale][code];
  const sentence = text === undefined ? wordsOf(locale, code, params).detail : fill(text, params);
  return given.column === undefined ? sentence : `${fill(CATALOGUE[locale]['in-column'] ?? '', params)}${sentence}`;
}
