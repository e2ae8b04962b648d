import type { DemoTerritory } from '@egide/content/demo';
import type { Cx } from '../../../platform/cx.ts';

type Tables = {
  'facilities.regions': { code: string; name: string; fictional: boolean };
  'facilities.departments': { code: string; name: string; region: string; fictional: boolean };
  'facilities.legal_entities': { finess: string; name: string; siren: string | null; status: string; opened: string; open: boolean; town: string; department: string; region: string; fictional: boolean };
  'facilities.sites': { finess: string; legal_entity: string; name: string; category: string; opened: string; closed: string | null; open: boolean; town: string; department: string; region: string; fictional: boolean };
  'facilities.groups': { code: string; name: string; region: string; fictional: boolean };
  'facilities.group_aliases': { group_code: string };
  'facilities.group_members': { group_code: string; legal_entity: string; role: 'support' | 'member' };
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** Puts the fictional territory into the register. */
export async function insertFictional(cx: Cx, { region, departments, groups, entities }: DemoTerritory): Promise<void> {
  const fictional = true;
  await tables(cx).insertInto('facilities.regions').values({ code: region.code, name: region.name, fictional }).execute();
  await tables(cx).insertInto('facilities.departments').values(departments.map(({ code, name }) => ({ code, name, region: region.code, fictional }))).execute();
  await tables(cx).insertInto('facilities.legal_entities').values(entities.map(({ finess, name, siren, status, opened, town, department }) => ({ finess, name, siren: siren ?? null, status, opened, open: true, town, department, region: region.code, fictional }))).execute();
  await tables(cx).insertInto('facilities.sites').values(entities.flatMap(({ finess: entity, department, sites }) => sites.map(({ finess, name, category, opened, closed, town }) => ({ finess, legal_entity: entity, name, category, opened, closed: closed ?? null, open: closed === undefined, town, department, region: region.code, fictional })))).execute();
  await tables(cx).insertInto('facilities.groups').values(groups.map(({ name, number }) => ({ code: number, name, region: region.code, fictional }))).execute();
  await tables(cx).insertInto('facilities.group_members').values(groups.flatMap(({ number, members }) => members.map((finess, i) => ({ group_code: number, legal_entity: finess, role: i === 0 ? ('support' as const) : ('member' as const) })))).execute();
}

/** Is there a legal entity of a real register? */
export const anyRealEntity = async (cx: Cx): Promise<boolean> =>
  (await tables(cx).selectFrom('facilities.legal_entities').select('finess').where('fictional', '=', false).limit(1).executeTakeFirst()) !== undefined;

/** How many legal entities are invented. */
export const countFictional = async (cx: Cx): Promise<number> => (await tables(cx).selectFrom('facilities.legal_entities').select('finess').where('fictional', '=', true).execute()).length;

/** Takes the fictional territory out of the register, once nothing is told of it any more. */
export async function deleteFictional(cx: Cx): Promise<void> {
  const invented = tables(cx).selectFrom('facilities.legal_entities').select('finess').where('fictional', '=', true);
  await tables(cx).deleteFrom('facilities.group_members').where('legal_entity', 'in', invented).execute();
  await tables(cx).deleteFrom('facilities.group_aliases').where('group_code', 'in', tables(cx).selectFrom('facilities.groups').select('code').where('fictional', '=', true)).execute();
  await tables(cx).deleteFrom('facilities.groups').where('fictional', '=', true).execute();
  await tables(cx).deleteFrom('facilities.sites').where('fictional', '=', true).execute();
  await tables(cx).deleteFrom('facilities.legal_entities').where('fictional', '=', true).execute();
  const regions = tables(cx).selectFrom('facilities.regions').select('code').where('fictional', '=', true);
  await tables(cx).deleteFrom('facilities.departments').where('region', 'in', regions).execute();
  await tables(cx).deleteFrom('facilities.regions').where('fictional', '=', true).execute();
}
