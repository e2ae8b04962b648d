import type { Change as ChangeView, Reason as ReasonView } from '@egide/contract/assessments';
import { type Answer, type Change, type Reason, sayKey, sayMoment, sayValue } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import { vocabulary } from './content.ts';

const GROUPS = { fr: { all: 'Toutes ces conditions', any: 'Une de ces conditions', not: 'Le contraire', atLeastOf: 'Plusieurs de ces conditions' }, en: { all: 'All of these', any: 'One of these', not: 'The contrary', atLeastOf: 'Several of these' } } as const;

/** The tree of reasons in the reader's words. */
export function sayReason(reason: Reason, locale: Locale): ReasonView {
  // Safe: a leaf is one word of the vocabulary of conditions over an object that may name its key.
  const key = reason.leaf ? Object.values(reason.leaf as Record<string, { key?: string }>)[0]?.key : undefined;
  const entry = key === undefined ? undefined : vocabulary().get(key);
  const fact = reason.subjects.flatMap((s) => s.evidence)[0];
  return {
    // Safe: asked on the same line.
    text: reason.op in GROUPS[locale] ? GROUPS[locale][reason.op as keyof (typeof GROUPS)['fr']] : sayKey(entry, locale),
    verdict: reason.verdict, deciding: reason.deciding,
    detail: fact && entry ? `${sayValue(entry, fact.fact.value, locale)}, ${sayMoment(fact.fact.collected, locale)}` : null,
    children: reason.children.map((c) => sayReason(c, locale)),
  };
}

/** A fact to state, in words and ready for the form. */
export function sayChange(change: Change, locale: Locale): ChangeView {
  const entry = vocabulary().get(change.key);
  const text = entry ? `${sayKey(entry, locale)} : ${sayValue(entry, change.value, locale)}` : sayKey(entry, locale);
  return { text, key: change.key, about: change.about, value: change.value, renew: change.renew };
}

/** When the answer changes by itself, or null when it never does. */
export const sayChangesAt = ({ changesAt }: Pick<Answer, 'changesAt'>, locale: Locale): string | null =>
  changesAt === null ? null : locale === 'fr' ? `Sans rien faire, la réponse change le ${sayMoment(changesAt, locale)}.` : `If nothing is done, the answer changes on ${sayMoment(changesAt, locale)}.`;

/** Where a level stands. */
export const sayStanding = ({ level }: { readonly level: number | null }, locale: Locale): string =>
  level === null ? (locale === 'fr' ? 'Niveau inconnu.' : 'Level unknown.') : locale === 'fr' ? `Niveau ${level}.` : `Level ${level}.`;
