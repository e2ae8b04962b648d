import type { Fact } from '@egide/engines/rules';
import type { Cx } from '../../platform/cx.ts';
import { toFact } from './fact.ts';
import { observationsOf, observationsOfMany } from './store.ts';

/** The ledger of a legal entity, as far as the reader may see it, for the rules to read. */
export const factsOf = async (cx: Cx, legalEntity: string): Promise<Fact[]> => (await observationsOf(cx, legalEntity)).map(toFact);

/** Facts of several legal entities on some keys, by legal entity. */
export async function factsOfMany(cx: Cx, legalEntities: readonly string[], keys: readonly string[]): Promise<Map<string, Fact[]>> {
  const by = new Map<string, Fact[]>(legalEntities.map((finess) => [finess, []]));
  if (legalEntities.length === 0) return by;
  for (const row of await observationsOfMany(cx, legalEntities, keys)) by.get(row.legal_entity)?.push(toFact(row));
  return by;
}
