import { readFileSync } from 'node:fs';
import type { Locale } from '@egide/kernel/locale';
import { type Params } from '../../../platform/refusal.ts';
import { fill } from '../../../platform/words.ts';

type Catalogue = Readonly<Record<string, string>>;
// Safe: a test holds both catalogues against each other.
const read = (locale: Locale): Catalogue => JSON.parse(readFileSync(new URL(import.meta.resolve(`@egide/content/messages/${locale}/register.json`)), 'utf8')) as Catalogue;
let catalogues: Readonly<Record<Locale, Catalogue>> | null = null;

/** A sentence about the register in the reader's language. */
export function sayOfRegister(locale: Locale, code: string, params: Params = {}): string {
  catalogues ??= { fr: read('fr'), en: read('en') };
  const text = catalogues[locale][code];
  if (text === undefined) throw new Error(`the catalogue of the register has no entry "${code}"`);
  return fill(text, params);
}
