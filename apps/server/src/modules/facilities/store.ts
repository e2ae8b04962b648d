import type { Cx } from '../../platform/cx.ts';

type Tables = {
  'facilities.legal_entities': {
    finess: string;
    name: string;
    region: string | null;
    department: string | null;
    status: string | null;
    fictional: boolean;
  };
  'facilities.sites': { finess: string; legal_entity: string };
  'facilities.groups': { code: string; name: string; open: boolean };
  'facilities.current_members': { group_code: string; legal_entity: string; role: string };
  'facilities.regions': { code: string; name: string };
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

export interface Facility {
  readonly finess: string;
  readonly name: string;
  readonly region: string | null;
  readonly department: string | null;
  readonly fictional: boolean;
}

/** A legal entity of the register, or undefined. */
export const facility = (cx: Cx, finess: string): Promise<Facility | undefined> =>
  tables(cx)
    .selectFrom('facilities.legal_entities')
    .select(['finess', 'name', 'region', 'department', 'fictional'])
    .where('finess', '=', finess)
    .executeTakeFirst();

/** Several legal entities of the register, by number; a number that is none is absent. */
export async function facilitiesOf(cx: Cx, numbers: readonly string[]): Promise<ReadonlyMap<string, Facility>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(cx)
    .selectFrom('facilities.legal_entities')
    .select(['finess', 'name', 'region', 'department', 'fictional'])
    .where('finess', 'in', [...numbers])
    .execute();
  return new Map(rows.map((row) => [row.finess, row]));
}

/** The legal entity of each site, by the number of the site; a number that is none is absent. */
export async function entitiesOfSites(cx: Cx, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(cx)
    .selectFrom('facilities.sites')
    .select(['finess', 'legal_entity'])
    .where('finess', 'in', [...numbers])
    .execute();
  return new Map(rows.map((row) => [row.finess, row.legal_entity]));
}

/** Names of legal entities, GHT and regions, by their number or code. */
export async function namesOf(
  cx: Cx,
  wanted: { entities: readonly string[]; groups: readonly string[]; regions: readonly string[] },
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const pairs = async (rows: Promise<{ id: string; name: string }[]>) => {
    for (const r of await rows) names.set(r.id, r.name);
  };
  if (wanted.entities.length > 0)
    await pairs(
      tables(cx)
        .selectFrom('facilities.legal_entities')
        .select(['finess as id', 'name'])
        .where('finess', 'in', [...wanted.entities])
        .execute(),
    );
  if (wanted.groups.length > 0)
    await pairs(
      tables(cx)
        .selectFrom('facilities.groups')
        .select(['code as id', 'name'])
        .where('code', 'in', [...wanted.groups])
        .execute(),
    );
  if (wanted.regions.length > 0)
    await pairs(
      tables(cx)
        .selectFrom('facilities.regions')
        .select(['code as id', 'name'])
        .where('code', 'in', [...wanted.regions])
        .execute(),
    );
  return names;
}

/** The GHT that a legal entity belongs to today. */
export const groupsOf = (cx: Cx, finess: string): Promise<{ code: string; name: string }[]> =>
  tables(cx)
    .selectFrom('facilities.current_members as m')
    .innerJoin('facilities.groups as g', 'g.code', 'm.group_code')
    .select(['g.code', 'g.name'])
    .where('m.legal_entity', '=', finess)
    .orderBy('g.name')
    .execute();

/** The other members, today, of the open GHT of which this legal entity is the support; none when it supports none. */
export async function supportedMembers(cx: Cx, finess: string): Promise<string[]> {
  const rows = await tables(cx)
    .selectFrom('facilities.current_members as s')
    .innerJoin('facilities.groups as g', 'g.code', 's.group_code')
    .innerJoin('facilities.current_members as m', 'm.group_code', 's.group_code')
    .select('m.legal_entity')
    .where('s.legal_entity', '=', finess)
    .where('s.role', '=', 'support')
    .where('g.open', '=', true)
    .where('m.legal_entity', '<>', finess)
    .orderBy('m.legal_entity')
    .execute();
  return rows.map((row) => row.legal_entity);
}
