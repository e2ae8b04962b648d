import { allCategories, allDepartments, allRegions } from '@egide/content/nomenclatures';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';

/** A region or a department that is not of France: the fictional ones of a demonstration. */
export type Territory = { readonly regions: readonly { code: string; name: string; agency: string }[]; readonly departments: readonly { code: string; name: string; region: string | null }[] };

async function bring(cx: Cx, { regions, departments }: Territory, fictional: boolean): Promise<void> {
  await sql`insert into facilities.regions (code, name, agency, fictional) select code, name, agency, ${fictional} from json_to_recordset(${JSON.stringify(regions)}::json) as x (code text, name text, agency text)
    on conflict (code) do update set name = excluded.name, agency = excluded.agency where (regions.name, regions.agency) is distinct from (excluded.name, excluded.agency)`.execute(cx.tx);
  await sql`insert into facilities.departments (code, name, region, fictional) select code, name, region, ${fictional} from json_to_recordset(${JSON.stringify(departments)}::json) as x (code text, name text, region text)
    on conflict (code) do update set name = excluded.name, region = excluded.region where (departments.name, departments.region) is distinct from (excluded.name, excluded.region)`.execute(cx.tx);
}

/** Brings regions, departments and categories to what the content says; those nobody names any more stay. */
export async function bringNomenclatures(cx: Cx): Promise<void> {
  await bring(cx, { regions: allRegions(), departments: allDepartments() }, false);
  await sql`insert into facilities.categories (code, label, aggregate, protection) select code, label, aggregate, protection
    from json_to_recordset(${JSON.stringify([...allCategories().values()])}::json) as x (code text, label text, aggregate text, protection text)
    on conflict (code) do update set label = excluded.label, aggregate = excluded.aggregate, protection = excluded.protection
    where (categories.label, categories.aggregate, categories.protection) is distinct from (excluded.label, excluded.aggregate, excluded.protection)`.execute(cx.tx);
}

/** Adds the regions and departments of a fictional territory, before its facilities. */
export const addFictionalTerritory = (cx: Cx, territory: Territory): Promise<void> => bring(cx, territory, true);

/** Every department known, with its region. */
export async function departments(cx: Cx): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ code: string; region: string | null }>`select code, region from facilities.departments`.execute(cx.tx);
  return new Map(rows.map(({ code, region }) => [code, region]));
}

/** Which of these numbers are legal entities of the register. */
export async function knownEntities(cx: Cx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ finess: string }>`select finess from facilities.legal_entities where finess = any(${[...numbers]}::text[])`.execute(cx.tx);
  return new Set(rows.map(({ finess }) => finess));
}

/** The planner's knowledge of tables that an import has just rewritten. */
export async function refreshStatistics(cx: Cx): Promise<void> {
  await sql`select facilities.refresh_statistics()`.execute(cx.tx);
}
