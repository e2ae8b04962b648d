import type { Observation } from '@egide/contract/evidence';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { vocabulary } from '../frameworks/index.ts';
import { sameEnd } from './observation.ts';
import { can } from './policy.ts';
import { facilityFor } from './read-facts.ts';
import { record } from './record.ts';
import { showOne } from './show-one.ts';
import { observationById, ownOfKey } from './store.ts';
import { waits } from './view.ts';
import { corrections } from './withdrawn.ts';

/**
 * An officer confirms what a facility documented from an official file: the same fact is recorded as verified and names the
 * former, which it replaces from the start.
 */
export async function confirmFact(cx: Cx, { finess, id }: { finess: string; id: string }): Promise<Observation> {
  const facility = await facilityFor(cx, finess);
  cx.allow(can.makeOfficial(cx.actor, facility));
  const former = await observationById(cx, finess, id);
  if (former === undefined) throw refuse('not-found');
  if (!waits(former) || corrections(await ownOfKey(cx, finess, former.key)).has(id))
    throw refuse('fact-nothing-to-confirm');
  const { ids } = await record(cx, finess, [
    {
      key: former.key,
      value: former.value,
      about: { kind: former.about_kind, id: former.about_id },
      collected: former.collected_day ?? former.collected.toISOString(),
      expires: sameEnd(former, vocabulary()),
      method: former.method,
      trust: 'verified',
      corrects: former.id,
      source: { kind: 'opssies', label: former.source_label, ref: { ...former.source, confirms: former.id } },
    },
  ]);
  if (!ids[0]) throw new Error('a confirmation names what nobody had confirmed');
  return showOne(cx, finess, ids[0]);
}
