import type { Cx } from '../../../platform/cx.ts';

type Marked = { fictional: boolean };
type Tables = {
  'facilities.regions': Marked & { code: string; name: string; agency: string };
  'facilities.departments': Marked & { code: string; name: string; region: string };
  'facilities.legal_entities': Marked & { finess: string };
  'facilities.sites': Marked & { finess: string };
  'facilities.groups': Marked & { code: string };
  'facilities.group_members': { group_code: string };
  'facilities.group_aliases': { group_code: string };
  'facilities.past_periods': { finess: string };
  'facilities.batches': Marked & { id: string };
  'facilities.batch_confirmations': { batch: string };
  'facilities.batch_pieces': { batch: string };
  'facilities.batch_notices': { batch: string };
  'facilities.batch_changes': { batch: string };
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** Where an invented register lies. */
export interface Territory {
  readonly region: { readonly code: string; readonly name: string; readonly agency: string };
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}
export async function addTerritory(cx: Cx, { region, departments }: Territory): Promise<void> {
  await tables(cx)
    .insertInto('facilities.regions')
    .values({ ...region, fictional: true })
    .execute();
  await tables(cx)
    .insertInto('facilities.departments')
    .values(departments.map((one) => ({ ...one, region: region.code, fictional: true })))
    .execute();
}

/** Is there a legal entity of a real register? */
export const anyRealEntity = async (cx: Cx): Promise<boolean> =>
  (await tables(cx)
    .selectFrom('facilities.legal_entities')
    .select('finess')
    .where('fictional', '=', false)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** How many legal entities are invented. */
export const countFictional = async (cx: Cx): Promise<number> =>
  (await tables(cx).selectFrom('facilities.legal_entities').select('finess').where('fictional', '=', true).execute())
    .length;

/** Takes every invented thing out of the register, with the imports that brought it. */
export async function deleteFictional(cx: Cx): Promise<void> {
  const groups = tables(cx).selectFrom('facilities.groups').select('code').where('fictional', '=', true);
  for (const table of ['facilities.group_members', 'facilities.group_aliases'] as const)
    await tables(cx).deleteFrom(table).where('group_code', 'in', groups).execute();
  const facilities = tables(cx)
    .selectFrom('facilities.sites')
    .select('finess')
    .where('fictional', '=', true)
    .union(tables(cx).selectFrom('facilities.legal_entities').select('finess').where('fictional', '=', true));
  await tables(cx).deleteFrom('facilities.past_periods').where('finess', 'in', facilities).execute();
  for (const table of ['facilities.groups', 'facilities.sites', 'facilities.legal_entities'] as const)
    await tables(cx).deleteFrom(table).where('fictional', '=', true).execute();
  const batches = tables(cx).selectFrom('facilities.batches').select('id').where('fictional', '=', true);
  for (const table of [
    'facilities.batch_confirmations',
    'facilities.batch_pieces',
    'facilities.batch_notices',
    'facilities.batch_changes',
  ] as const)
    await tables(cx).deleteFrom(table).where('batch', 'in', batches).execute();
  for (const table of ['facilities.batches', 'facilities.departments', 'facilities.regions'] as const)
    await tables(cx).deleteFrom(table).where('fictional', '=', true).execute();
}
