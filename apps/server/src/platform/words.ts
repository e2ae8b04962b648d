import { readFileSync } from 'node:fs';
import type { Locale } from '@egide/kernel/locale';
import type { Params } from './refusal.ts';

/** What a file of `content/messages` says in both languages; `T`: the shape of one entry. */
export function catalogueOf<T = string>(name: string): Readonly<Record<Locale, Readonly<Record<string, T>>>> {
  // Safe: tests hold both languages of every catalogue against each other and against what the code asks for.
  const read = (locale: Locale) =>
    JSON.parse(
      readFileSync(new URL(import.meta.resolve(`@egide/content/messages/${locale}/${name}.json`)), 'utf8'),
    ) as Readonly<Record<string, T>>;
  return { fr: read('fr'), en: read('en') };
}

const CATALOGUE = catalogueOf('server');

/** Puts values into `{places}`; a place without a value stays visible, so that a test sees it. */
export const fill = (text: string, params: Params): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** A sentence of the catalogue in the reader's language. With `count`, `key.one` is said instead when the language calls it singular. */
export function say(locale: Locale, key: string, params: Params = {}): string {
  const words = CATALOGUE[locale];
  const one =
    typeof params.count === 'number' && (locale === 'fr' ? params.count < 2 : params.count === 1)
      ? words[`${key}.one`]
      : undefined;
  const text = one ?? words[key];
  if (text === undefined) throw new Error(`the catalogue of sentences has no entry "${key}"`);
  return fill(text, params);
}
