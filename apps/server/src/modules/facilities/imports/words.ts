import type { Locale } from '@egide/kernel/locale';
import type { Params } from '../../../platform/refusal.ts';
import { catalogueOf, fill } from '../../../platform/words.ts';

const CATALOGUE = catalogueOf('register');

/** A sentence about the register in the reader's language. */
export function sayOfRegister(locale: Locale, code: string, params: Params = {}): string {
  const text = CATALOGUE[locale][code];
  if (text === undefined) throw new Error(`the catalogue of the register has no entry "${code}"`);
  return fill(text, params);
}
