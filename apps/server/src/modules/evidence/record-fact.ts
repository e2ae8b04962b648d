import type { Observation, recordFact as contract } from '@egide/contract/evidence';
import type { InputOf } from '@egide/contract/endpoint';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { can } from './policy.ts';
import { facilityFor } from './read-facts.ts';
import { record } from './record.ts';
import { observationById } from './store.ts';
import { toObservation } from './view.ts';

/** A person states a fact by hand: declared, or documented when a document is named. */
export async function recordFact(cx: Cx, input: InputOf<typeof contract>): Promise<Observation> {
  const facility = await facilityFor(cx, input.finess);
  cx.allow(can.record(cx.actor, facility));
  const { finess, document, ...fact } = input;
  const name = cx.actor.kind === 'person' || cx.actor.kind === 'service' ? cx.actor.name : cx.actor.kind;
  const source = document === undefined ? { kind: 'person' as const, label: name } : { kind: 'document' as const, label: document };
  const { ids } = await record(cx, finess, [{ ...fact, collected: fact.collected ?? cx.now().toISOString(), trust: document === undefined ? 'declared' : 'documented', source }]);
  const id = ids[0];
  if (!id) throw refuse('fact-known');
  const stored = await observationById(cx, finess, id);
  if (!stored) throw new Error('an observation just recorded is visible to its author');
  return toObservation(stored, { locale: cx.locale, now: cx.now(), correctedBy: new Map(), inside: true });
}
