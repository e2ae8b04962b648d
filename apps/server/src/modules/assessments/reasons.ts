import type { Reason as ReasonView } from '@egide/contract/assessments';
import { type Change, type IndicatorAnswer, type Ledger, type Reason, sayKey, sayMoment, sayValue, type Vocabulary } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import type { LoadedIndicator } from '../frameworks/index.ts';

const GROUPS = { fr: { all: 'Toutes ces conditions', any: 'Une de ces conditions', not: 'Le contraire', atLeastOf: 'Plusieurs de ces conditions' }, en: { all: 'All of these', any: 'One of these', not: 'The contrary', atLeastOf: 'Several of these' } } as const;

export function sayReason(reason: Reason, vocabulary: Vocabulary, locale: Locale): ReasonView {
  const key = reason.leaf ? Object.values(reason.leaf as Record<string, { key?: string }>)[0]?.key : undefined;
  const entry = key === undefined ? undefined : vocabulary.get(key);
  const fact = reason.subjects.flatMap((s) => s.evidence)[0];
  return {
    text: reason.op in GROUPS[locale] ? GROUPS[locale][reason.op as keyof (typeof GROUPS)['fr']] : sayKey(entry, locale),
    verdict: reason.verdict, deciding: reason.deciding,
    detail: fact && entry ? `${sayValue(entry, fact.fact.value, locale)}, ${sayMoment(fact.fact.collected, locale)}` : null,
    children: reason.children.map((c) => sayReason(c, vocabulary, locale)),
  };
}

export const sayChange = (change: Change, vocabulary: Vocabulary, locale: Locale): string => {
  const entry = vocabulary.get(change.key);
  return entry ? `${sayKey(entry, locale)} : ${sayValue(entry, change.value, locale)}` : sayKey(entry, locale);
};

export const sayChangesAt = (settled: IndicatorAnswer, _indicator: LoadedIndicator, _ledger: Ledger, locale: Locale): string | null =>
  settled.changesAt === null ? null : locale === 'fr' ? `Sans rien faire, la réponse change le ${sayMoment(settled.changesAt, locale)}.` : `If nothing is done, the answer changes on ${sayMoment(settled.changesAt, locale)}.`;

export const sayStanding = (settled: IndicatorAnswer, locale: Locale): string =>
  settled.level === null ? (locale === 'fr' ? 'Niveau inconnu.' : 'Level unknown.') : locale === 'fr' ? `Niveau ${settled.level}.` : `Level ${settled.level}.`;
