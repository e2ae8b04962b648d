import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import type { GroupPlan, KnownGroup, Role } from './plan.ts';

/** Every GHT of this kind of register, with its codes and its present members. */
export async function readGroups(cx: Cx, fictional: boolean): Promise<KnownGroup[]> {
  const { rows } = await sql<{
    code: string;
    name: string;
    open: boolean;
    unseen: boolean;
    aliases: string[];
    members: [string, Role][] | null;
  }>`
    select g.code, g.name, g.open, g.unseen_since is not null as unseen, array(select a.alias from facilities.group_aliases a where a.group_code = g.code order by 1) as aliases,
      (select json_agg(json_build_array(m.legal_entity, m.role) order by m.legal_entity) from facilities.group_members m where m.group_code = g.code and m.until is null) as members
    from facilities.groups g where g.fictional = ${fictional} order by g.code`.execute(cx.tx);
  return rows.map(({ members, ...group }) => ({ ...group, members: new Map(members ?? []) }));
}

type Writing = { readonly batch: string; readonly day: string; readonly fictional: boolean };

/** Writes the plans; when the file is the whole register, a GHT that it does not name is marked as no longer seen. */
export async function publishGroups(
  cx: Cx,
  writing: Writing,
  { plans, whole }: { plans: readonly GroupPlan[]; whole: boolean },
): Promise<void> {
  for (const plan of plans) if (plan.change !== 'unchanged') await publishGroup(cx, writing, plan);
  if (!whole) return;
  await sql`update facilities.groups set unseen_since = ${writing.day}::date, batch = ${writing.batch}::uuid
    where fictional = ${writing.fictional} and unseen_since is null and code <> all(${plans.map(({ code }) => code)}::text[])`.execute(
    cx.tx,
  );
}

async function publishGroup(
  cx: Cx,
  { batch, day, fictional }: Writing,
  { code, name, open, aliases, ended, begun }: GroupPlan,
): Promise<void> {
  await sql`insert into facilities.groups (code, name, open, fictional, batch) values (${code}, ${name}, ${open}, ${fictional}, ${batch}::uuid)
    on conflict (code) do update set name = excluded.name, open = excluded.open, unseen_since = null, batch = excluded.batch`.execute(
    cx.tx,
  );
  for (const { alias, kind } of aliases)
    await sql`insert into facilities.group_aliases (alias, group_code, kind, since) values (${alias}, ${code}, ${kind}, ${day}::date)`.execute(
      cx.tx,
    );
  await sql`update facilities.group_members set until = ${day}::date, batch = ${batch}::uuid where group_code = ${code} and until is null and legal_entity = any(${[...ended]}::text[])`.execute(
    cx.tx,
  );
  // A link that ended and begins again on the same day never really ended.
  await sql`insert into facilities.group_members (group_code, legal_entity, role, since, batch)
    select ${code}, entity, role, ${day}::date, ${batch}::uuid from json_to_recordset(${JSON.stringify(begun)}::json) as x (entity text, role text)
    on conflict (group_code, legal_entity, since) do update set role = excluded.role, until = null, batch = excluded.batch`.execute(
    cx.tx,
  );
  await sql`update facilities.groups g set region = e.region from facilities.group_members m join facilities.legal_entities e on e.finess = m.legal_entity
    where g.code = ${code} and m.group_code = g.code and m.role = 'support' and m.until is null and g.region is distinct from e.region`.execute(
    cx.tx,
  );
}

/** What becomes of each GHT, beside the changes of entities and sites. */
export async function keepGroupChanges(cx: Cx, batch: string, plans: readonly GroupPlan[]): Promise<void> {
  const rows = plans
    .filter(({ change }) => change !== 'unchanged')
    .map(({ change, code, name, aliases, ended, begun }) => ({
      change,
      id: code,
      name,
      before: { members: ended },
      after: { members: begun, aliases: aliases.map(({ alias }) => alias) },
    }));
  await sql`insert into facilities.batch_changes (batch, change, kind, id, name, before, after)
    select ${batch}::uuid, change, 'group', id, name, before, after from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (change text, id text, name text, before jsonb, after jsonb)`.execute(
    cx.tx,
  );
}
