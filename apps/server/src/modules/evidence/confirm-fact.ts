import type { Observation } from '@egide/contract/evidence';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { can } from './policy.ts';
import { facilityFor } from './read-facts.ts';
import { record } from './record.ts';
import { observationById, observationsOfKey, type Stored } from './store.ts';
import { corrections, toObservation } from './view.ts';

/**
 * An officer confirms what a facility documented from an official file: the same fact is recorded as verified and names the
 * former, which it replaces from the start.
 */
export async function confirmFact(cx: Cx, { finess, id }: { finess: string; id: string }): Promise<Observation> {
  const facility = await facilityFor(cx, finess);
  cx.allow(can.makeOfficial(cx.actor, facility));
  const former = await observationById(cx, finess, id);
  if (former === undefined) throw refuse('not-found');
  if (!waits(former, await observationsOfKey(cx, finess, former.key))) throw refuse('fact-nothing-to-confirm');
  const { ids } = await record(cx, finess, [{
    key: former.key, value: former.value, about: { kind: former.about_kind, id: former.about_id }, collected: former.collected_day ?? former.collected.toISOString(),
    expires: former.expires?.toISOString() ?? null, method: former.method, trust: 'verified', corrects: former.id,
    source: { kind: 'opssies', label: former.source_label, ref: { ...former.source, confirms: former.id } },
  }]);
  const stored = ids[0] ? await observationById(cx, finess, ids[0]) : undefined;
  if (stored === undefined) throw new Error('a confirmation just recorded is visible to its author');
  return toObservation(stored, { locale: cx.locale, now: cx.now(), correctedBy: new Map(), inside: false });
}

/** Documented from an official file, and not yet replaced. */
const waits = (former: Stored, sameKey: readonly Stored[]): boolean => former.trust === 'documented' && former.source_kind === 'opssies' && !corrections(sameKey).has(former.id);
