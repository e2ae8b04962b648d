import type { Key, Observation } from '@egide/contract/evidence';
import { AboutKind } from '@egide/contract/evidence';
import type { VocabularyKey } from '@egide/content';
import { factor, sayAbout, sayKey, sayValidity, sayValue, UNITS } from '@egide/engines/rules';
import { MS_DAY, parisDay } from '@egide/kernel/days';
import type { Locale } from '@egide/kernel/locale';
import type { Cx } from '../../platform/cx.ts';
import { say } from '../../platform/words.ts';
import { readsInside } from '../access/index.ts';
import { keys, vocabulary } from '../frameworks/index.ts';
import { byHand } from './by-hand.ts';
import { type Coverage, coverageOf } from './coverings/coverage.ts';
import { can } from './policy.ts';
import type { Stored } from './store.ts';
import { corrections } from './withdrawn.ts';

/** Days before its end from which a fact is shown as ending. */
const ENDING_DAYS = 60;

export function freshness(o: Pick<Stored, 'expires'>, now: Date, corrected: boolean): Observation['freshness'] {
  if (corrected) return 'superseded';
  if (o.expires === null) return 'endless';
  const left = o.expires.getTime() - now.getTime();
  return left < 0 ? 'ended' : left < ENDING_DAYS * MS_DAY ? 'ending' : 'valid';
}

type Origin = Pick<Stored, 'trust' | 'source_kind' | 'withdraws'>;
/** Documented from an official file: an officer may make it official. */
export const waits = (o: Origin): boolean => o.trust === 'documented' && o.source_kind === 'opssies' && !o.withdraws;
const OWN_WORDS: readonly string[] = ['person', 'document', 'file'];
/** Stated by the facility itself, which may take it back. */
export const isOwnWord = (o: Origin): boolean =>
  (o.trust === 'declared' || o.trust === 'documented') && OWN_WORDS.includes(o.source_kind) && !o.withdraws;

interface Around {
  readonly cx: Cx;
  /** Corrected observation → the one that corrects it. */
  readonly correctedBy: ReadonlyMap<string, string>;
  readonly inside: boolean;
  readonly mayRecord: boolean;
  readonly coverage: Coverage;
}
export interface Viewer {
  /** An observation in the words of its reader. */
  show(o: Stored): Observation;
}

/** How this reader sees observations of one legal entity; `observations`: all that the reader may see of their keys. */
export async function viewerOf(cx: Cx, finess: string, observations: readonly Stored[]): Promise<Viewer> {
  const around = {
    cx,
    correctedBy: corrections(observations),
    inside: readsInside(cx.actor, finess),
    mayRecord: can.record(cx.actor, { finess }),
    coverage: await coverageOf(cx, finess, observations),
  };
  return { show: (o) => toObservation(o, around) };
}

/** Whether a person may state this key at all. */
function mayBeTyped(key: string): boolean {
  const known = keys().get(key);
  return known !== undefined && byHand(known) !== 'no';
}

function toObservation(o: Stored, { cx, correctedBy, inside, mayRecord, coverage }: Around): Observation {
  const { locale } = cx;
  const key = vocabulary().get(o.key);
  const replacedBy = correctedBy.get(o.id) ?? null;
  const present = replacedBy === null && !o.withdraws && o.owner === o.legal_entity;
  return {
    id: o.id,
    key: o.key,
    label: sayKey(key, locale),
    value: o.value,
    says: o.withdraws ? say(locale, 'fact.withdrawn') : key ? sayValue(key, o.value, locale) : String(o.value),
    about: {
      kind: AboutKind.parse(o.about_kind),
      id: o.about_id,
      label: sayAbout({ kind: o.about_kind, id: o.about_id }, locale),
    },
    collected: o.collected.toISOString(),
    collectedDay: parisDay(o.collected.getTime()),
    expires: o.expires?.toISOString() ?? null,
    freshness: freshness(o, cx.now(), replacedBy !== null || o.withdraws),
    method: o.method,
    trust: o.trust,
    class: o.class,
    shared: o.shared,
    source: { kind: o.source_kind, label: o.source_label },
    recorded: o.recorded.toISOString(),
    corrects: o.corrects,
    correctedBy: replacedBy,
    withdraws: o.withdraws,
    covers: [...(coverage.covers.get(o.id) ?? [])],
    coveredBy: coverage.coveredBy(o),
    author: inside ? o.author_name : null,
    note: inside ? o.note : null,
    toConfirm: waits(o) && replacedBy === null,
    can: {
      // What only an audit or a file gives has no form to correct it in: its next file does.
      correct: mayRecord && present && (o.trust === 'declared' || o.trust === 'documented') && mayBeTyped(o.key),
      withdraw: mayRecord && present && isOwnWord(o),
    },
  };
}

export const toKey = (k: VocabularyKey, locale: Locale): Key => ({
  key: k.key,
  label: k.label[locale],
  meaning: k.meaning[locale],
  ask: k.ask[locale],
  type: k.type,
  unit: k.unit ?? null,
  min: k.min ?? null,
  max: k.max ?? null,
  values: (k.values ?? []).map((v) => ({ value: v.value, label: v[locale] })),
  about: [...k.about],
  validity: sayValidity(k.validity, locale),
  class: k.class,
  group: k.group,
  source: k.source ?? null,
  withheld: k.withheldFrom !== undefined,
  byHand: byHand(k),
  units: unitsOf(k.unit).map((unit) => ({ unit, label: say(locale, `unit.${unit}`) })),
});

/** Its own unit first, then those that convert into it; `%` is another spelling of percent. */
const unitsOf = (unit: string | undefined): string[] =>
  unit === undefined
    ? []
    : [unit, ...UNITS.filter((other) => other !== unit && other !== '%' && factor(other, unit) !== null)];
