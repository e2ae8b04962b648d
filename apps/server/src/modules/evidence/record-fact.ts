import type { NewFact, Observation, recordFact as contract } from '@egide/contract/evidence';
import type { InputOf } from '@egide/contract/endpoint';
import { actorName } from '../../platform/actor.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { keys, vocabulary } from '../frameworks/index.ts';
import { handFaults } from './by-hand.ts';
import { cover, coverFaults } from './coverings/cover.ts';
import type { NewObservation } from './observation.ts';
import { can } from './policy.ts';
import { facilityFor } from './read-facts.ts';
import { record } from './record.ts';
import { showOne } from './show-one.ts';
import { observationById, ownOfKey, type Stored } from './store.ts';

/** A person states a fact by hand: declared, or documented when a document is named; the support entity of a GHT may say which members it covers. */
export async function recordFact(cx: Cx, input: InputOf<typeof contract>): Promise<Observation> {
  const facility = await facilityFor(cx, input.finess);
  cx.allow(can.record(cx.actor, facility));
  const { finess, covers = [], coversUntil, ...fact } = input;
  const covering = { members: covers, until: coversUntil };
  const faults = [
    ...handFaults(keys().get(fact.key), fact.document !== undefined),
    ...(await coverFaults(cx, { owner: finess, key: vocabulary().get(fact.key) }, covering)),
  ];
  if (faults.length > 0) throw refuse('fact-refused', {}, faults);
  const former = fact.corrects === undefined ? undefined : await observationById(cx, finess, fact.corrects);
  const stated = toNewObservation(cx, fact, former);
  const id = (await record(cx, finess, [stated])).ids[0] ?? (await recordAgain(cx, finess, stated));
  await cover(cx, { owner: finess, observation: id, key: fact.key }, covering);
  return showOne(cx, finess, id);
}

/** A correction that does not say otherwise speaks of the same subject, on the same day as what it corrects. */
function toNewObservation(cx: Cx, { document, ...fact }: NewFact, former: Stored | undefined): NewObservation {
  const source =
    document === undefined
      ? { kind: 'person' as const, label: actorName(cx.actor) }
      : { kind: 'document' as const, label: document };
  return {
    ...fact,
    about: fact.about ?? (former && { kind: former.about_kind, id: former.about_id }),
    collected: fact.collected ?? former?.collected_day ?? (former?.collected ?? cx.now()).toISOString(),
    trust: document === undefined ? 'declared' : 'documented',
    source,
  };
}

/** The ledger already held exactly this: what was taken back may be stated again, and names its withdrawal. */
async function recordAgain(cx: Cx, finess: string, stated: NewObservation): Promise<string> {
  const withdrawal = (await ownOfKey(cx, finess, stated.key)).findLast((o) => o.withdraws);
  const id =
    withdrawal &&
    (await record(cx, finess, [{ ...stated, source: { ...stated.source, ref: { after: withdrawal.id } } }])).ids[0];
  if (!id) throw refuse('fact-known');
  return id;
}
