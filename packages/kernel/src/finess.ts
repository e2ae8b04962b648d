import { err, ok, type Result } from './result.ts';

/** FINESS number: nine characters, two of department at registration then seven digits, Luhn over all with A = 1 and B = 2. */
export type Finess = string & { readonly __brand: 'finess' };
/** FINESS number of a legal entity (entité juridique, EJ): the tenant. */
export type EntityFiness = Finess & { readonly __kind: 'entity' };
/** FINESS number of a site (établissement géographique, ET). */
export type SiteFiness = Finess & { readonly __kind: 'site' };

export type FinessFault = 'finess-length' | 'finess-form' | 'finess-check' | 'finess-lost-zero';

const FORM = /^(\d{2}|2[AB])\d{7}$/;

function luhn(number: string): boolean {
  let sum = 0;
  for (let i = number.length - 1, double = false; i >= 0; i--, double = !double) {
    const c = number.charCodeAt(i);
    const digit = c === 65 ? 1 : c === 66 ? 2 : c - 48;
    const part = double ? digit * 2 : digit;
    sum += part > 9 ? part - 9 : part;
  }
  return sum % 10 === 0;
}

/** Strips spaces of every kind, dots and hyphens, and puts letters in capitals. */
export const normaliseFiness = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s.\p{Pd}\u200b-\u200d\u2060\ufeff]/gu, '')
    .toUpperCase();

/**
 * Reads a FINESS number as people paste it. `finess-lost-zero`: eight digits that become valid with the leading zero
 * a spreadsheet ate; the caller accepts it only if that number exists (ours: one wrong number in ten
 * satisfies the check digit).
 */
export function parseFiness(text: string): Result<Finess, FinessFault> {
  const number = normaliseFiness(text);
  if (number.length === 8 && FORM.test(`0${number}`) && luhn(`0${number}`)) return err('finess-lost-zero');
  if (number.length !== 9) return err('finess-length');
  if (!FORM.test(number)) return err('finess-form');
  // Safe: form and key have just been checked.
  return luhn(number) ? ok(number as Finess) : err('finess-check');
}

/** `960780013` → `96 078 001 3`, as public pages print it, with no-break spaces. */
export const formatFiness = (finess: string): string =>
  finess.replace(/^(..)(...)(...)(.)$/, '$1\u00a0$2\u00a0$3\u00a0$4');
