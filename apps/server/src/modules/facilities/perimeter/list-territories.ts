import type { AnswerOf } from '@egide/contract/endpoint';
import type { listTerritories as contract } from '@egide/contract/facilities';
import type { Cx } from '../../../platform/cx.ts';
import { openGroups, regions } from './store.ts';

/** Where a role of a territory may be held. Names of the public register, no more: any signed-in reader may see them. */
export const listTerritories = async (cx: Cx): Promise<AnswerOf<typeof contract>> => ({
  regions: await regions(cx),
  groups: await openGroups(cx),
});
