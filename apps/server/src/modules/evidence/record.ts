import type { Cx } from '../../platform/cx.ts';
import { type Fault, refuse } from '../../platform/refusal.ts';
import { vocabulary } from '../frameworks/index.ts';
import { correctionFault } from './correction.ts';
import { carryCoverings } from './coverings/store.ts';
import { check, type Checked, type NewObservation } from './observation.ts';
import { append, ownOfMany } from './store.ts';
import { traced } from './traced.ts';
import { corrections } from './withdrawn.ts';

export interface Recorded {
  /** Ids of the new observations, in the order given; null where the ledger already held the fact. */
  readonly ids: readonly (string | null)[];
  readonly recorded: number;
  readonly unchanged: number;
}

/** The only way into the ledger. All or nothing: one faulty observation refuses the whole, with every fault and its place. */
export async function record(cx: Cx, legalEntity: string, inputs: readonly NewObservation[]): Promise<Recorded> {
  const checked = inputs.map((input) => check(input, { vocabulary: vocabulary(), legalEntity, now: cx.now() }));
  const faults = checked.flatMap((c, i) =>
    c.ok ? [] : c.error.map((f) => ({ ...f, at: inputs.length === 1 ? f.at : `/${i}${f.at}` })),
  );
  if (faults.length > 0) throw refuse('fact-refused', {}, faults);
  const observations = checked.flatMap((c) => (c.ok ? [c.value] : []));
  const unfit = await correctionFaults(cx, legalEntity, observations);
  if (unfit.length > 0) throw refuse('fact-refused', {}, unfit);
  const ids = await append(cx, legalEntity, observations);
  const added = observations.flatMap(({ key, trust, class: of, corrects }, i) =>
    ids[i] ? [{ id: ids[i], key, trust, class: of, ...(corrects === undefined ? {} : { corrects }) }] : [],
  );
  // Whom the corrected covered, the correction covers: members never read on what is known to be wrong.
  const correcting = added.flatMap(({ id, corrects }) => (corrects === undefined ? [] : [id]));
  if (correcting.length > 0) await carryCoverings(cx, legalEntity, correcting);
  if (added.length > 0)
    await cx.record({ chain: legalEntity, action: 'evidence.observation-recorded', detail: traced(added) });
  return { ids, recorded: added.length, unchanged: ids.length - added.length };
}

/**
 * A correction names a present observation of the same legal entity and key, that the writer can see and may replace. All of
 * them are held against one reading of the ledger, however many there are.
 */
async function correctionFaults(cx: Cx, legalEntity: string, observations: readonly Checked[]): Promise<Fault[]> {
  const keys = [...new Set(observations.flatMap(({ corrects, key }) => (corrects === undefined ? [] : [key])))];
  if (keys.length === 0) return [];
  const held = await ownOfMany(cx, [legalEntity], keys);
  const byId = new Map(held.map((o) => [o.id, o]));
  const replaced = corrections(held);
  return observations.flatMap(({ corrects, ...next }, i) => {
    const code = corrects === undefined ? null : correctionFault(next, byId.get(corrects), replaced.has(corrects));
    return code === null ? [] : [{ at: observations.length === 1 ? '/corrects' : `/${i}/corrects`, code }];
  });
}
