import { readFileSync } from 'node:fs';
import type { Locale } from '@egide/kernel/locale';
import type { Params } from './refusal.ts';

type Catalogue = Readonly<Record<string, string>>;
// Safe: a test holds both catalogues against each other.
const read = (locale: Locale): Catalogue => JSON.parse(readFileSync(new URL(import.meta.resolve(`@egide/content/messages/${locale}/server.json`)), 'utf8')) as Catalogue;
const CATALOGUE: Record<Locale, Catalogue> = { fr: read('fr'), en: read('en') };

/** Puts values into `{places}`; a place without a value stays visible, so that a test sees it. */
export const fill = (text: string, params: Params): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** A sentence of the catalogue in the reader's language. With `count`, `key.one` is said instead when the language calls it singular. */
export function say(locale: Locale, key: string, params: Params = {}): string {
  const words = CATALOGUE[locale];
  const one = typeof params.count === 'number' && (locale === 'fr' ? params.count < 2 : params.count === 1) ? words[`${key}.one`] : undefined;
  const text = one ?? words[key];
  if (text === undefined) throw new Error(`the catalogue of sentences has no entry "${key}"`);
  return fill(text, params);
}
