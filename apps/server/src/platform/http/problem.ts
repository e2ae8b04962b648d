import type { Problem } from '@egide/contract/openapi';
import type { Locale } from '@egide/kernel/locale';
import type { Params, Refusal } from '../refusal.ts';
import { catalogueOf, fill } from '../words.ts';

interface Words {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const CATALOGUE = catalogueOf<Words>('problems');

/** The words of a code in the reader's language. An unknown code is a fault of ours and says so. */
export function wordsOf(locale: Locale, code: string, params: Params = {}): Words {
  const words = CATALOGUE[locale][code] ?? CATALOGUE[locale].internal;
  if (!words) throw new Error('the catalogue of problems has lost its entry "internal"');
  return { status: words.status, title: fill(words.title, params), detail: fill(words.detail, params) };
}

/** The problem document of a refusal (RFC 9457). */
export function problemOf(refusal: Refusal, locale: Locale, requestId: string): Problem {
  const words = wordsOf(locale, refusal.code, refusal.params);
  const errors = refusal.faults.map((f) => ({
    at: f.at,
    code: f.code,
    message: wordsOf(locale, f.code, f.params).detail,
  }));
  return {
    type: `urn:egide:problem:${refusal.code}`,
    title: words.title,
    status: words.status,
    detail: words.detail,
    code: refusal.code,
    requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
}
