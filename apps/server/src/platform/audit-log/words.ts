import { sayMoment } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import type { ActorLabel } from '../actor.ts';
import { catalogueOf, fill, say } from '../words.ts';

const CATALOGUE = catalogueOf('audit');

/** What appendAudit wrote. */
export interface Written {
  readonly at: string;
  readonly actor: ActorLabel;
  readonly action: string;
  readonly object?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Whether the catalogue has a sentence for this action. */
export const isSaid = (action: string): boolean => action in CATALOGUE.fr && action in CATALOGUE.en;

/** What was done, as a sentence; a part between brackets is said only when its values are known. */
export function sayEntry({ action, object, detail = {} }: Written, locale: Locale): string {
  const values: Record<string, string | number> = { action, ...(object === undefined ? {} : { object }) };
  for (const [name, value] of Object.entries(detail)) {
    const word = sayDetail(name, value, locale);
    if (word !== null) values[name] = word;
  }
  const sentence = CATALOGUE[locale][action] ?? CATALOGUE[locale].other ?? '';
  return fill(
    sentence.replace(/\[([^\]]*)\]/g, (_, part: string) => (/\{\w+\}/.test(fill(part, values)) ? '' : part)),
    values,
  );
}

function sayDetail(name: string, value: unknown, locale: Locale): string | number | null {
  if (typeof value === 'number') return new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB').format(value);
  // Of a list, a sentence says how many.
  if (Array.isArray(value)) return value.length;
  if (isInBoth(value)) return value[locale];
  if (typeof value !== 'string') return null;
  if (name === 'role' || name === 'class' || name === 'page') return say(locale, `${name}.${value}`);
  return name === 'until' || name === 'since' ? sayMoment(value, locale) : value;
}

/** A title kept in both languages, for whoever reads the log later. */
const isInBoth = (value: unknown): value is Record<Locale, string> =>
  typeof value === 'object' &&
  value !== null &&
  'fr' in value &&
  'en' in value &&
  typeof value.fr === 'string' &&
  typeof value.en === 'string';

/** Parts of the house by which the log is searched, with their names. */
export const parts = (locale: Locale): { action: string; label: string }[] =>
  Object.entries(CATALOGUE[locale]).flatMap(([key, label]) =>
    key.startsWith('part.') ? [{ action: key.slice(5), label }] : [],
  );
/** Who it was: a person or a service by name, the machine by what it is. */
export const sayActor = ({ kind, name }: ActorLabel, locale: Locale): string =>
  (kind === 'person' || kind === 'service' ? name : undefined) ?? say(locale, `actor.${kind}`);
