import type { Observation } from '@egide/contract/evidence';
import type { Cx } from '../../platform/cx.ts';
import { observationById, ownOfKey } from './store.ts';
import { viewerOf } from './view.ts';

/** An observation just recorded, as its author sees it. */
export async function showOne(cx: Cx, finess: string, id: string): Promise<Observation> {
  const stored = await observationById(cx, finess, id);
  if (stored === undefined) throw new Error('an observation just recorded is visible to its author');
  return (await viewerOf(cx, finess, await ownOfKey(cx, finess, stored.key))).show(stored);
}
