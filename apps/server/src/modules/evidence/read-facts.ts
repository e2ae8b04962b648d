import type { keyHistory as historyContract, listFacts as listContract } from '@egide/contract/evidence';
import type { AnswerOf } from '@egide/contract/endpoint';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { readsInside } from '../access/index.ts';
import { facility, type Facility } from '../facilities/index.ts';
import { keys } from '../frameworks/index.ts';
import { can } from './policy.ts';
import { observationsOf, observationsOfKey, type Stored } from './store.ts';
import { corrections, toKey, toObservation } from './view.ts';

/** The facility, if this reader may know that it has a ledger; otherwise it does not exist. */
export async function facilityFor(cx: Cx, finess: string): Promise<Facility> {
  const found = await facility(cx, finess);
  if (!found || !cx.sees(can.read(cx.actor, found))) throw refuse('not-found');
  return found;
}

/** Reading what is inside the walls leaves an entry, one per request. */
export async function traceInside(cx: Cx, { finess, what }: { finess: string; what: string }, seen: readonly Pick<Stored, 'class' | 'note'>[]): Promise<void> {
  const internal = seen.filter((o) => o.class === 'internal' || o.note !== null).length;
  if (internal > 0) await cx.record({ chain: finess, action: 'evidence.internal-read', object: what, detail: { observations: internal } });
}

export async function listFacts(cx: Cx, { finess }: { finess: string }): Promise<AnswerOf<typeof listContract>> {
  await facilityFor(cx, finess);
  const all = await observationsOf(cx, finess);
  const correctedBy = corrections(all);
  const latest = new Map<string, Stored>();
  for (const o of all) {
    if (correctedBy.has(o.id)) continue;
    const subject = `${o.key} ${o.about_kind} ${o.about_id}`;
    const known = latest.get(subject);
    if (!known || known.collected.getTime() <= o.collected.getTime()) latest.set(subject, o);
  }
  await traceInside(cx, { finess, what: 'facts' }, [...latest.values()]);
  const around = { locale: cx.locale, now: cx.now(), correctedBy, inside: readsInside(cx.actor, finess) };
  return { at: cx.now().toISOString(), facts: [...latest.values()].map((o) => toObservation(o, around)) };
}

export async function keyHistory(cx: Cx, { finess, key: name }: { finess: string; key: string }): Promise<AnswerOf<typeof historyContract>> {
  await facilityFor(cx, finess);
  const key = keys().get(name);
  if (!key) throw refuse('not-found');
  const all = await observationsOfKey(cx, finess, name);
  await traceInside(cx, { finess, what: name }, all);
  const around = { locale: cx.locale, now: cx.now(), correctedBy: corrections(all), inside: readsInside(cx.actor, finess) };
  return { key: toKey(key, cx.locale), observations: all.map((o) => toObservation(o, around)) };
}
