import type { Endpoint } from '@egide/contract/endpoint';
import type { Locale } from '@egide/kernel/locale';
import { z } from 'zod';
import { type Fault, refuse } from '../refusal.ts';

const WORDS = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

/** No text holds a zero, or half of a surrogate pair: no database keeps them, no hash covers them, and no person types them. */
const storable = (value: unknown): boolean =>
  typeof value === 'string'
    ? !value.includes('\0') && value.isWellFormed()
    : typeof value !== 'object' || value === null || Object.values(value).every(storable);

/** Characters that are not seen and change how the rest is: controls other than line and tab, and what turns the direction of a text. */
const HIDDEN = /(?![\t\n\r])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Places of texts with such characters, as pointers; a password is nobody's to read. */
function hiddenIn(value: unknown, at: string): string[] {
  if (typeof value === 'string') return HIDDEN.test(value) ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /password/i.test(name) ? [] : hiddenIn(inner, `${at}/${name}`),
  );
}

interface Sent {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}
export type InputReader = (sent: Sent, locale: Locale) => Record<string, unknown>;

/** Checks parameters, query and body by the contract and joins them; refuses with every fault and its place, as JSON pointers. */
export function inputReader(endpoint: Endpoint): InputReader {
  // A field that nobody reads is a mistake of the caller, said and not swallowed.
  const parts = [
    ['params', endpoint.params],
    ['query', endpoint.query],
    ...(endpoint.upload ? [] : [['body', z.strictObject(endpoint.body.shape)] as const]),
  ] as const;
  return (sent, locale) => {
    const input: Record<string, unknown> = {};
    const faults: Fault[] = [];
    for (const [where, shape] of parts) {
      const parsed = shape.safeParse(sent[where] ?? {}, { error: (issue) => WORDS[locale](issue) });
      const hidden = where === 'params' || !parsed.success ? [] : hiddenIn(parsed.data, `/${where}`);
      if (parsed.success && storable(parsed.data) && hidden.length === 0) Object.assign(input, parsed.data);
      // A parameter of the path that cannot be read names nothing that exists.
      else if (where === 'params') throw refuse('not-found');
      else if (parsed.success && !storable(parsed.data)) throw refuse('text-not-storable');
      else if (parsed.success) faults.push(...hidden.map((at) => ({ at, code: 'text-hidden', params: {} })));
      else
        faults.push(
          ...parsed.error.issues.map((issue) => ({
            at: `/${[where, ...issue.path].join('/')}`,
            code: 'field',
            params: { reason: issue.message },
          })),
        );
    }
    if (faults.length > 0) throw refuse('invalid-input', {}, faults);
    return input;
  };
}
