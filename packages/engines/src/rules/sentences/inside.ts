import type { Locale } from '@egide/kernel/locale';
import type { FactValue } from '../fact.ts';
import type { KeyEntry } from '../vocabulary.ts';
import { sayQuantity, sayValue } from '../words.ts';

/** Lower case for what stands inside a sentence, save for acronyms (`GHT`, `DPI`). */
export const inside = (text: string): string =>
  /^\p{Lu}(\p{Ll}|[’' ])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A value that a condition compares with: its quantity, or its words. */
export const sayCompared = (value: FactValue, key: KeyEntry, locale: Locale): string =>
  typeof value === 'number' ? sayQuantity(value, key.unit, locale) : inside(sayValue(key, value, locale));

/** `a, b ou c`. */
export function sayChoice(words: readonly string[], locale: Locale): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${locale === 'fr' ? 'ou' : 'or'} ${last}`;
}
