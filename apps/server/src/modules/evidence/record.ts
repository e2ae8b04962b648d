import type { Trust } from '@egide/engines/rules';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { vocabulary } from '../frameworks/index.ts';
import { correctionFault } from './correction.ts';
import { carryCoverings } from './coverings/store.ts';
import { check, type NewObservation } from './observation.ts';
import { append, ownOfKey } from './store.ts';
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
  for (const { corrects, key, trust } of observations)
    if (corrects !== undefined) await checkCorrection(cx, legalEntity, { corrects, key, trust });
  const ids = await append(cx, legalEntity, observations);
  const added = observations.flatMap(({ key, trust, class: of, corrects }, i) =>
    ids[i] ? [{ id: ids[i], key, trust, class: of, ...(corrects === undefined ? {} : { corrects }) }] : [],
  );
  // Whom the corrected covered, the correction covers: members never read on what is known to be wrong.
  for (const { id, corrects } of added) if (corrects !== undefined) await carryCoverings(cx, legalEntity, id);
  if (added.length > 0)
    await cx.record({ chain: legalEntity, action: 'evidence.observation-recorded', detail: traced(added) });
  return { ids, recorded: added.length, unchanged: ids.length - added.length };
}

/** A correction names a present observation of the same legal entity and key, that the writer can see and may replace. */
async function checkCorrection(
  cx: Cx,
  legalEntity: string,
  { corrects, ...next }: { corrects: string; key: string; trust: Trust },
): Promise<void> {
  const sameKey = await ownOfKey(cx, legalEntity, next.key);
  const fault = correctionFault(
    next,
    sameKey.find(({ id }) => id === corrects),
    corrections(sameKey).has(corrects),
  );
  if (fault !== null) throw refuse('fact-refused', {}, [{ at: '/corrects', code: fault }]);
}
