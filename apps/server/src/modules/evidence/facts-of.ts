import type { Fact } from '@egide/engines/rules';
import type { Cx } from '../../platform/cx.ts';
import { toFacts, toFactsEverStated } from './fact.ts';
import { coveringMany, observationsOf, ownOfMany, type Plain } from './store.ts';

/** The ledger of a legal entity, as far as the reader may see it, for the rules to read: its own facts and those that cover it. */
export const factsOf = async (cx: Cx, legalEntity: string): Promise<Fact[]> =>
  toFacts(await observationsOf(cx, legalEntity));

/** The same for several legal entities on some keys, by legal entity. */
export async function factsOfMany(
  cx: Cx,
  legalEntities: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Fact[]>> {
  if (legalEntities.length === 0) return new Map();
  return byEntity(
    legalEntities,
    [...(await ownOfMany(cx, legalEntities, keys)), ...(await coveringMany(cx, legalEntities, keys))],
    toFacts,
  );
}

/** What several legal entities stated themselves, taken back or not: what an import is held against. */
export async function statedByMany(
  cx: Cx,
  legalEntities: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Fact[]>> {
  if (legalEntities.length === 0) return new Map();
  return byEntity(legalEntities, await ownOfMany(cx, legalEntities, keys), toFactsEverStated);
}

function byEntity(
  legalEntities: readonly string[],
  observations: readonly Plain[],
  read: (own: readonly Plain[]) => Fact[],
): Map<string, Fact[]> {
  const by = new Map<string, Plain[]>(legalEntities.map((finess) => [finess, []]));
  for (const o of observations) by.get(o.legal_entity)?.push(o);
  return new Map([...by].map(([finess, own]) => [finess, read(own)]));
}
