import type { Locale } from '@egide/kernel/locale';
import { readFileSync } from 'node:fs';
import { wordsOf } from '../../platform/http/problem.ts';
import type { Params } from '../../platform/refusal.ts';
import { fill } from '../../platform/words.ts';

/** Sentences of what an import refuses or tolerates, by code. */
// Safe: a test holds both catalogues against this shape.
const read = (locale: Locale): Readonly<Record<string, string>> => JSON.parse(readFileSync(new URL(import.meta.resolve(`@egide/content/messages/${locale}/imports.json`)), 'utf8')) as Record<string, string>;
const CATALOGUE = { fr: read('fr'), en: read('en') } satisfies Record<Locale, Readonly<Record<string, string>>>;

/** What is wrong at one place of a file and what to do, in the reader's language; a column of a table is named first. */
export function sayNotice(locale: Locale, { at, code, params: given }: { at: string; code: string; params: Params }): string {
  const params = { at, ...given };
  const text = CATALOGUE[locale][code];
  const sentence = text === undefined ? wordsOf(locale, code, params).detail : fill(text, params);
  return given.column === undefined ? sentence : `${fill(CATALOGUE[locale]['in-column'] ?? '', params)}${sentence}`;
}
