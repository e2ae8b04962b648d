import { allCategories, allDepartments, allRegions } from '@egide/content/nomenclatures';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';

/** Brings regions, departments and categories to what the content says; those nobody names any more stay. */
export async function bringNomenclatures(cx: Cx): Promise<void> {
  await sql`insert into facilities.regions (code, name, agency) select code, name, agency from json_to_recordset(${JSON.stringify(allRegions())}::json) as x (code text, name text, agency text)
    on conflict (code) do update set name = excluded.name, agency = excluded.agency where (regions.name, regions.agency) is distinct from (excluded.name, excluded.agency)`.execute(
    cx.tx,
  );
  await sql`insert into facilities.departments (code, name, region) select code, name, region from json_to_recordset(${JSON.stringify(allDepartments())}::json) as x (code text, name text, region text)
    on conflict (code) do update set name = excluded.name, region = excluded.region where (departments.name, departments.region) is distinct from (excluded.name, excluded.region)`.execute(
    cx.tx,
  );
  await sql`insert into facilities.categories (code, label, aggregate, protection) select code, label, aggregate, protection
    from json_to_recordset(${JSON.stringify([...allCategories().values()])}::json) as x (code text, label text, aggregate text, protection text)
    on conflict (code) do update set label = excluded.label, aggregate = excluded.aggregate, protection = excluded.protection
    where (categories.label, categories.aggregate, categories.protection) is distinct from (excluded.label, excluded.aggregate, excluded.protection)`.execute(
    cx.tx,
  );
}

/** Every department known, with its region. */
export async function departments(cx: Cx): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{
    code: string;
    region: string | null;
  }>`select code, region from facilities.departments`.execute(cx.tx);
  return new Map(rows.map(({ code, region }) => [code, region]));
}

/** Which of these numbers are legal entities of the register. */
export async function knownEntities(cx: Cx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    finess: string;
  }>`select finess from facilities.legal_entities where finess = any(${[...numbers]}::text[])`.execute(cx.tx);
  return new Set(rows.map(({ finess }) => finess));
}

/** The planner's knowledge of tables that an import has just rewritten. */
export async function refreshStatistics(cx: Cx): Promise<void> {
  await sql`select facilities.refresh_statistics()`.execute(cx.tx);
}

/** An entity bears the category of its principal open site: hospitals first, then the category that it has had longest, then the one it has most of. */
export async function followCategories(cx: Cx, fictional: boolean): Promise<void> {
  await sql`update facilities.legal_entities e set category = p.category
    from (select distinct on (x.legal_entity) x.legal_entity, x.category
      from (select legal_entity, category, count(*) as n, min(opened) as since from facilities.sites where open and category is not null and fictional = ${fictional} group by 1, 2) x left join facilities.categories c on c.code = x.category
      order by x.legal_entity, case c.aggregate when '1100' then 1 when '1200' then 2 when '4400' then 3 when '4300' then 4 when '4100' then 5 when '4600' then 6 else 7 end, x.since nulls last, x.n desc, x.category) p
    where e.finess = p.legal_entity and e.category is distinct from p.category`.execute(cx.tx);
}
