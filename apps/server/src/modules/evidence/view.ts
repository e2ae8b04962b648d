import type { Key, Observation } from '@egide/contract/evidence';
import type { VocabularyKey } from '@egide/content';
import { parisDay } from '@egide/kernel/days';
import type { Locale } from '@egide/kernel/locale';
import { AboutKind } from '@egide/contract/evidence';
import { sayAbout, sayKey, sayValidity, sayValue } from '@egide/engines/rules';
import { vocabulary } from '../frameworks/index.ts';
import type { Stored } from './store.ts';

/** Days before its end from which a fact is shown as ending. */
const ENDING_DAYS = 60;

export function freshness(o: Pick<Stored, 'expires'>, now: Date, corrected: boolean): Observation['freshness'] {
  if (corrected) return 'superseded';
  if (o.expires === null) return 'endless';
  const left = o.expires.getTime() - now.getTime();
  return left < 0 ? 'ended' : left < ENDING_DAYS * 86_400_000 ? 'ending' : 'valid';
}

interface Around {
  readonly locale: Locale;
  readonly now: Date;
  /** Corrected observation → the one that corrects it. */
  readonly correctedBy: ReadonlyMap<string, string>;
  readonly inside: boolean;
}

/** An observation in the words of its reader. */
export function toObservation(o: Stored, { locale, now, correctedBy, inside }: Around): Observation {
  const key = vocabulary().get(o.key);
  return {
    id: o.id, key: o.key, label: sayKey(key, locale), value: o.value, says: key ? sayValue(key, o.value, locale) : String(o.value),
    about: { kind: AboutKind.parse(o.about_kind), id: o.about_id, label: sayAbout({ kind: o.about_kind, id: o.about_id }, locale) },
    collected: o.collected.toISOString(), collectedDay: parisDay(o.collected.getTime()), expires: o.expires?.toISOString() ?? null,
    freshness: freshness(o, now, correctedBy.has(o.id)), method: o.method, trust: o.trust, class: o.class, shared: o.shared,
    source: { kind: o.source_kind, label: o.source_label }, recorded: o.recorded.toISOString(), corrects: o.corrects, correctedBy: correctedBy.get(o.id) ?? null,
    author: inside ? o.author_name : null, note: inside ? o.note : null,
    toConfirm: o.trust === 'documented' && o.source_kind === 'opssies' && !correctedBy.has(o.id),
  };
}

/** Which observation replaces which. */
export const corrections = (observations: readonly Pick<Stored, 'id' | 'corrects'>[]): Map<string, string> =>
  new Map(observations.flatMap((o) => (o.corrects === null ? [] : [[o.corrects, o.id] as const])));

export const toKey = (k: VocabularyKey, locale: Locale): Key => ({
  key: k.key, label: k.label[locale], meaning: k.meaning[locale], ask: k.ask[locale], type: k.type, unit: k.unit ?? null, min: k.min ?? null, max: k.max ?? null,
  values: (k.values ?? []).map((v) => ({ value: v.value, label: v[locale] })), about: [...k.about], validity: sayValidity(k.validity, locale), class: k.class, group: k.group, source: k.source ?? null,
});
