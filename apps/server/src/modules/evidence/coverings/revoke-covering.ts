import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { can } from '../policy.ts';
import { facilityFor } from '../read-facts.ts';
import { observationById, ownOfKey } from '../store.ts';
import { endCoverings } from './store.ts';

/** A fact no longer speaks of a member, nor do those that it corrected or that correct it. The fact itself stays. */
export async function revokeCovering(
  cx: Cx,
  { finess, id, member }: { finess: string; id: string; member: string },
): Promise<void> {
  const facility = await facilityFor(cx, finess);
  cx.allow(can.record(cx.actor, facility));
  const observation = await observationById(cx, finess, id);
  if (observation === undefined) throw refuse('not-found');
  const observations = linked(await ownOfKey(cx, finess, observation.key), id);
  const ended = await endCoverings(cx, { owner: finess, member, observations, by: actorAccount(cx.actor) });
  if (ended === 0) throw refuse('not-found');
  const { key } = observation;
  await cx.record({ chain: finess, action: 'evidence.covering-revoked', object: id, detail: { key, member } });
  await cx.record({ chain: member, action: 'evidence.covering-revoked', object: id, detail: { key, owner: finess } });
}

type Link = { readonly id: string; readonly corrects: string | null };

/** The observation and all that corrections tie to it, in either direction. */
export function linked(observations: readonly Link[], id: string): string[] {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const o of observations) {
      if (o.corrects !== null && found.has(o.corrects)) found.add(o.id);
      if (o.corrects !== null && found.has(o.id)) found.add(o.corrects);
    }
  }
  return [...found];
}
