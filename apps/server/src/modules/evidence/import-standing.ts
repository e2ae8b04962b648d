import type { StatedFacility } from '@egide/formats';
import type { Cx } from '../../platform/cx.ts';
import type { Params } from '../../platform/refusal.ts';
import { entitiesOfSites, type Facility, facilitiesOf } from '../facilities/index.ts';
import { can } from './policy.ts';

/** The facility that a record is about, and in whose name the importer speaks of it. */
export interface Standing {
  readonly finess: string;
  /** True for an officer of this territory and for the operator: what they import is official. */
  readonly official: boolean;
  /** Said when the facility was found by its site because the entity named is in no register. */
  readonly bySite: boolean;
}
export type StandingFault = {
  readonly code: 'facility-unknown' | 'facility-mismatch' | 'facility-several' | 'facility-missing';
  readonly params: Params;
};

/** What the register knows of the numbers of a file, limited to the facilities that the importer may record for. */
export interface Known {
  readonly entities: ReadonlyMap<string, Facility>;
  /** Site → its legal entity. */
  readonly sites: ReadonlyMap<string, string>;
}

/** Looks up every number of a file at once. A facility for which the importer may not record is like one that does not exist. */
export async function known(cx: Cx, stated: readonly StatedFacility[], organisation: string | null): Promise<Known> {
  const sites = await entitiesOfSites(cx, unique(stated.flatMap((f) => f.sites)));
  const wanted = unique([
    ...stated.flatMap((f) => f.entities),
    ...sites.values(),
    ...(organisation === null ? [] : [organisation]),
  ]);
  const found = await facilitiesOf(cx, wanted);
  const entities = new Map(
    [...found].filter(([, facility]) =>
      cx.sees(can.record(cx.actor, facility) || can.makeOfficial(cx.actor, facility)),
    ),
  );
  return { entities, sites: new Map([...sites].filter(([, entity]) => entities.has(entity))) };
}

const unique = (numbers: readonly string[]): string[] => [...new Set(numbers)];

/** The facility of one record: by its legal entity, else through its sites; the two must agree. */
export function standingOf(
  cx: Cx,
  stated: StatedFacility | null,
  { register, organisation }: { register: Known; organisation: string | null },
): Standing | StandingFault {
  if (stated === null)
    return organisation === null
      ? { code: 'facility-missing', params: {} }
      : stand(cx, register.entities.get(organisation), { numbers: organisation, bySite: false });
  const numbers = [...stated.entities, ...stated.sites].join(', ');
  const named = stated.entities.filter((finess) => register.entities.has(finess));
  const owners = unique(stated.sites.flatMap((site) => register.sites.get(site) ?? []));
  const candidates = unique([...named, ...owners]);
  if (candidates.length > 1)
    return {
      code: named.length === 1 ? 'facility-mismatch' : 'facility-several',
      params: { numbers, owners: candidates.join(', ') },
    };
  return stand(cx, register.entities.get(candidates[0] ?? ''), {
    numbers,
    bySite: named.length === 0 && stated.entities.length > 0,
  });
}

function stand(
  cx: Cx,
  facility: Facility | undefined,
  { numbers, bySite }: { numbers: string; bySite: boolean },
): Standing | StandingFault {
  if (facility === undefined) return { code: 'facility-unknown', params: { numbers } };
  return { finess: facility.finess, official: can.makeOfficial(cx.actor, facility), bySite };
}
