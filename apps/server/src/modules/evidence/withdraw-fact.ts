import type { Observation } from '@egide/contract/evidence';
import { NOBODY_KNOWS } from '@egide/engines/rules';
import { actorName } from '../../platform/actor.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { can } from './policy.ts';
import { facilityFor } from './read-facts.ts';
import { record } from './record.ts';
import { showOne } from './show-one.ts';
import { observationById, ownOfKey } from './store.ts';
import { isOwnWord } from './view.ts';
import { corrections } from './withdrawn.ts';

/**
 * Takes back what the facility stated itself. The ledger keeps both; what is asked of it is answered as if the fact had never
 * been stated, so that whatever it had replaced counts again.
 */
export async function withdrawFact(cx: Cx, { finess, id }: { finess: string; id: string }): Promise<Observation> {
  const facility = await facilityFor(cx, finess);
  cx.allow(can.record(cx.actor, facility));
  const former = await observationById(cx, finess, id);
  if (former === undefined) throw refuse('not-found');
  if (!isOwnWord(former) || corrections(await ownOfKey(cx, finess, former.key)).has(id)) throw refuse('fact-stays');
  const { ids } = await record(cx, finess, [
    {
      key: former.key,
      value: NOBODY_KNOWS,
      about: { kind: former.about_kind, id: former.about_id },
      collected: former.collected_day ?? former.collected.toISOString(),
      expires: null,
      method: former.method,
      trust: former.trust,
      source: { kind: 'person', label: actorName(cx.actor) },
      corrects: id,
      withdraws: true,
    },
  ]);
  if (!ids[0]) throw new Error('a withdrawal names what nobody had taken back');
  return showOne(cx, finess, ids[0]);
}
