import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { vocabulary } from '../frameworks/index.ts';
import { check, type NewObservation } from './observation.ts';
import { append, observationById } from './store.ts';

export interface Recorded {
  /** Ids of the new observations, in the order given; null where the ledger already held the fact. */
  readonly ids: readonly (string | null)[];
  readonly recorded: number;
  readonly unchanged: number;
}

/** The only way into the ledger. All or nothing: one faulty observation refuses the whole, with every fault and its place. */
export async function record(cx: Cx, legalEntity: string, inputs: readonly NewObservation[]): Promise<Recorded> {
  const checked = inputs.map((input) => check(input, { vocabulary: vocabulary(), legalEntity, now: cx.now() }));
  const faults = checked.flatMap((c, i) => (c.ok ? [] : c.error.map((f) => ({ ...f, at: inputs.length === 1 ? f.at : `/${i}${f.at}` }))));
  if (faults.length > 0) throw refuse('fact-refused', {}, faults);
  const observations = checked.flatMap((c) => (c.ok ? [c.value] : []));
  for (const { corrects, key } of observations) if (corrects !== undefined) await checkCorrection(cx, legalEntity, { corrects, key });
  const ids = await append(cx, legalEntity, observations);
  const added = observations.flatMap(({ key, trust, class: of }, i) => (ids[i] ? [{ id: ids[i], key, trust, class: of }] : []));
  if (added.length > 0) await cx.record({ chain: legalEntity, action: 'evidence.observation-recorded', detail: { observations: added } });
  return { ids, recorded: added.length, unchanged: ids.length - added.length };
}

/** A correction names an observation of the same legal entity and key, that the writer can see. */
async function checkCorrection(cx: Cx, legalEntity: string, { corrects, key }: { corrects: string; key: string }): Promise<void> {
  const former = await observationById(cx, legalEntity, corrects);
  if (!former || former.key !== key) throw refuse('fact-refused', {}, [{ at: '/corrects', code: 'fact-corrects-nothing' }]);
}
