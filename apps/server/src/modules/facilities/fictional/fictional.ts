import type { DemoTerritory } from '@egide/content/demo';
import type { Cx } from '../../../platform/cx.ts';
import { rebuildIndex } from '../search/rebuild-index.ts';
import { bringNomenclatures, followCategories } from '../territory/store.ts';
import * as store from './store.ts';

/** Puts the fictional territory into the register; it is found by search like any other. */
export async function addFictional(cx: Cx, territory: DemoTerritory): Promise<void> {
  await bringNomenclatures(cx);
  await store.insertFictional(cx, territory);
  await followCategories(cx, true);
  await rebuildIndex(cx);
}

/** Takes the fictional territory out of the register, once nothing is told of it any more. */
export async function removeFictional(cx: Cx): Promise<void> {
  await store.deleteFictional(cx);
  await rebuildIndex(cx);
}
