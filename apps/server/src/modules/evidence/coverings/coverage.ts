import type { Covered, Observation } from '@egide/contract/evidence';
import type { Cx } from '../../../platform/cx.ts';
import { say } from '../../../platform/words.ts';
import { namesOf } from '../../facilities/index.ts';
import type { Stored } from '../store.ts';
import { countCovered, coveringsBy } from './store.ts';

/** Whom facts cover, and from where those come that cover this legal entity. */
export interface Coverage {
  /** Own observation → the members that it covers. */
  readonly covers: ReadonlyMap<string, readonly Covered[]>;
  /** The support entity whose fact this is, with a sentence; null for a fact of one's own. */
  coveredBy(o: Pick<Stored, 'id' | 'owner' | 'legal_entity'>): Observation['coveredBy'];
}

export async function coverageOf(
  cx: Cx,
  finess: string,
  observations: readonly Pick<Stored, 'id' | 'owner'>[],
): Promise<Coverage> {
  const rows = await coveringsBy(cx, finess);
  const foreign = observations.filter((o) => o.owner !== finess);
  const owners = [...new Set(foreign.map((o) => o.owner))];
  const names =
    rows.length + owners.length === 0
      ? new Map<string, string>()
      : await namesOf(cx, {
          entities: [...new Set([...owners, ...rows.map((row) => row.legal_entity)])],
          groups: [],
          regions: [],
        });
  const counts = new Map<string, number>();
  for (const owner of owners)
    for (const [id, members] of await countCovered(
      cx,
      owner,
      foreign.filter((o) => o.owner === owner).map((o) => o.id),
    ))
      counts.set(id, members);
  const covers = new Map<string, Covered[]>();
  for (const { observation, legal_entity, since, until } of rows) {
    const covered = {
      finess: legal_entity,
      name: names.get(legal_entity) ?? legal_entity,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    };
    covers.set(observation, [...(covers.get(observation) ?? []), covered]);
  }
  return {
    covers,
    coveredBy({ id, owner, legal_entity }) {
      if (owner === legal_entity) return null;
      const [name, count] = [names.get(owner) ?? owner, counts.get(id) ?? 1];
      return { finess: owner, name, members: count, says: say(cx.locale, 'fact.covered-by', { owner: name, count }) };
    },
  };
}
