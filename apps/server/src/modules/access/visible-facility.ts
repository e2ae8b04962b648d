import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { type Facility, facility } from '../facilities/index.ts';

/** A legal entity of the register that this reader may see, by the policy of the caller; any other answers like one that does not exist. */
export async function visibleFacility(
  cx: Cx,
  finess: string,
  isVisible: (facility: Facility) => boolean,
): Promise<Facility> {
  const found = await facility(cx, finess);
  if (!found || !cx.sees(isVisible(found))) throw refuse('not-found');
  return found;
}
