import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import type { Kind, Metrics, Place } from './records.ts';

/**
 * A register on its way in: staged in temporary tables, compared with the published one in SQL, then written, all in the
 * transaction of `cx`. Column lists are the only difference between entities and sites.
 */
const ADDRESS = ['street', 'place', 'postcode', 'town', 'insee', 'department', 'region'] as const;
const TEXTS = {
  entity: ['name', 'short_name', 'siren', 'ape', 'status', 'public_function', ...ADDRESS],
  site: ['legal_entity', 'name', 'short_name', 'complement', 'category', 'tariff', 'service', 'siret', ...ADDRESS],
} as const satisfies Record<Kind, readonly string[]>;
const FLAGS = { entity: ['open', 'natural_person'], site: ['open'] } as const satisfies Record<Kind, readonly string[]>;
const OTHERS = ['opened', 'closed', 'longitude', 'latitude'] as const;
const TYPES: Readonly<Record<string, string>> = {
  open: 'boolean',
  natural_person: 'boolean',
  opened: 'date',
  closed: 'date',
  longitude: 'double precision',
  latitude: 'double precision',
};

const columnsOf = (kind: Kind): readonly string[] => [...TEXTS[kind], ...FLAGS[kind], ...OTHERS];
const typed = (columns: readonly string[]): string =>
  columns.map((column) => `${column} ${TYPES[column] ?? 'text'}`).join(', ');
const of = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${column}`).join(', ');
const TARGET = { entity: 'facilities.legal_entities', site: 'facilities.sites' } as const;
const STAGED = { entity: 'staged_entities', site: 'staged_sites' } as const;
const COMPARED = { entity: 'compared_entities', site: 'compared_sites' } as const;
const KINDS = ['entity', 'site'] as const;

const run = (cx: Cx, text: string) => sql.raw(text).execute(cx.tx);

/** One register at a time is written; readers and other writers are not held up. */
export async function lockRegister(cx: Cx): Promise<void> {
  // Another import takes its time, and this one has nothing else to do.
  await sql`set local lock_timeout = 0`.execute(cx.tx);
  await sql`select pg_advisory_xact_lock(7201010)`.execute(cx.tx);
}

export async function openStaging(cx: Cx): Promise<void> {
  for (const kind of KINDS) {
    await run(cx, `drop table if exists ${STAGED[kind]}, ${COMPARED[kind]}`);
    await run(
      cx,
      `create temporary table ${STAGED[kind]} (finess text not null, at text not null, repaired boolean not null, ${typed(columnsOf(kind))}) on commit drop`,
    );
  }
}

/** Rows as objects whose keys are the columns. */
export async function stageRows(cx: Cx, kind: Kind, rows: readonly object[]): Promise<void> {
  const columns = ['finess', 'at', 'repaired', ...columnsOf(kind)];
  await sql`insert into ${sql.table(STAGED[kind])} (${sql.raw(columns.join(', '))})
    select ${sql.raw(columns.join(', '))} from json_to_recordset(${JSON.stringify(rows)}::json) as x (${sql.raw(`finess text, at text, repaired boolean, ${typed(columnsOf(kind))}`)})`.execute(
    cx.tx,
  );
}

type Refused = { at: string; code: string; finess: string };
/** Takes out the staged rows for which a condition holds, under one code. */
const refusedBy = async (
  cx: Cx,
  kind: Kind,
  [code, condition]: readonly [code: string, condition: string],
): Promise<Refused[]> =>
  (
    await sql<Refused>`delete from ${sql.table(STAGED[kind])} s where ${sql.raw(condition)} returning s.at, ${code} as code, s.finess`.execute(
      cx.tx,
    )
  ).rows;

/** Takes out of the stage what only the whole file, or the register, can refuse, and says why. */
export async function sift(cx: Cx, fictional: boolean): Promise<{ rejected: Refused[]; twice: Refused[] }> {
  const rejected: Refused[] = [];
  const twice: Refused[] = [];
  for (const kind of KINDS) {
    const [staged, same] = [STAGED[kind], of('x', columnsOf(kind))];
    await run(cx, `create index on ${staged} (finess)`);
    await run(cx, `analyze ${staged}`);
    // The key proves the lost zero, existence proves the number.
    rejected.push(
      ...(await refusedBy(cx, kind, [
        'finess-lost-zero',
        `s.repaired and not exists (select 1 from ${TARGET[kind]} f where f.finess = s.finess)`,
      ])),
    );
    rejected.push(
      ...(await refusedBy(cx, kind, [
        'number-fictional',
        `exists (select 1 from ${TARGET[kind]} f where f.finess = s.finess and f.fictional <> ${String(fictional)})`,
      ])),
    );
    rejected.push(
      ...(await refusedBy(cx, kind, [
        'conflict',
        `s.finess in (select x.finess from ${staged} x group by x.finess having count(distinct row(${same})) > 1)`,
      ])),
    );
    twice.push(
      ...(await refusedBy(cx, kind, [
        'said-twice',
        `s.ctid <> (select min(x.ctid) from ${staged} x where x.finess = s.finess) and s.finess in (select x.finess from ${staged} x group by x.finess having count(*) > 1)`,
      ])),
    );
  }
  rejected.push(
    ...(await refusedBy(cx, 'site', [
      'number-both-kinds',
      `exists (select 1 from staged_entities e where e.finess = s.finess)`,
    ])),
  );
  rejected.push(
    ...(await refusedBy(cx, 'site', [
      'entity-refused',
      `not exists (select 1 from staged_entities e where e.finess = s.legal_entity)`,
    ])),
  );
  return { rejected, twice };
}

/** Says for each staged row what it is beside the published one. */
export async function compare(cx: Cx): Promise<void> {
  const moved = { entity: 'false', site: 'f.legal_entity <> s.legal_entity' } as const;
  for (const kind of KINDS) {
    const columns = columnsOf(kind);
    await run(
      cx,
      `create temporary table ${COMPARED[kind]} on commit drop as
      select s.finess, case when f.finess is null then 'added' when f.open and not s.open then 'closed' when ${moved[kind]} then 'moved'
        when f.unseen_since is not null or (${of('s', columns)}) is distinct from (${of('f', columns)}) then 'changed' else 'unchanged' end as change
      from ${STAGED[kind]} s left join ${TARGET[kind]} f using (finess)`,
    );
    await run(cx, `create unique index on ${COMPARED[kind]} (finess)`);
    await run(cx, `analyze ${COMPARED[kind]}`);
  }
}

/** How many of each kind each change touches. */
export async function countChanges(cx: Cx): Promise<{ kind: Kind; change: string; n: number }[]> {
  return (
    await sql<{ kind: Kind; change: string; n: number }>`
    select 'entity' as kind, change, count(*) as n from compared_entities group by change union all select 'site', change, count(*) from compared_sites group by change`.execute(
      cx.tx,
    )
  ).rows;
}

/** Facilities of the register that the file does not name. */
export async function countMissing(cx: Cx, fictional: boolean): Promise<{ kind: Kind; n: number }[]> {
  return (
    await sql<{ kind: Kind; n: number }>`
    select 'entity' as kind, count(*) as n from facilities.legal_entities f where f.fictional = ${fictional} and f.unseen_since is null and not exists (select 1 from compared_entities c where c.finess = f.finess)
    union all select 'site', count(*) from facilities.sites f where f.fictional = ${fictional} and f.unseen_since is null and not exists (select 1 from compared_sites c where c.finess = f.finess)`.execute(
      cx.tx,
    )
  ).rows;
}

/** What the guards compare: numbers before and after, by category and by department. */
export async function measure(cx: Cx, fictional: boolean): Promise<Metrics> {
  const by = async (place: Place, column: string) =>
    (
      await sql<{ key: string; before: number; after: number }>`
    select coalesce(b.key, a.key) as key, coalesce(b.n, 0) as before, coalesce(a.n, 0) as after
    from (select ${sql.raw(column)} as key, count(*) as n from facilities.sites where fictional = ${fictional} and unseen_since is null and ${sql.raw(column)} is not null group by 1) b
    full join (select ${sql.raw(column)} as key, count(*) as n from staged_sites where ${sql.raw(column)} is not null group by 1) a on a.key = b.key`.execute(
        cx.tx,
      )
    ).rows.map((row) => ({ place, ...row }));
  const totals = await sql<{ place: 'entities' | 'sites'; key: string; before: number; after: number }>`
    select 'entities' as place, '' as key, (select count(*) from facilities.legal_entities where fictional = ${fictional} and unseen_since is null) as before, (select count(*) from staged_entities) as after
    union all select 'sites', '', (select count(*) from facilities.sites where fictional = ${fictional} and unseen_since is null), (select count(*) from staged_sites)`.execute(
    cx.tx,
  );
  return [...totals.rows, ...(await by('category', 'category')), ...(await by('department', 'department'))];
}

export async function unknownCategories(cx: Cx): Promise<{ code: string; n: number; at: string }[]> {
  return (
    await sql<{ code: string; n: number; at: string }>`
    select s.category as code, count(*) as n, min(s.at) as at from staged_sites s where s.category is not null and not exists (select 1 from facilities.categories c where c.code = s.category) group by 1 order by 1`.execute(
      cx.tx,
    )
  ).rows;
}

type Writing = { readonly batch: string; readonly day: string; readonly fictional: boolean };

/** The list of changes, with what the changed attributes were and become: a preview, then the trace. */
export async function keepChanges(cx: Cx, { batch, fictional }: Omit<Writing, 'day'>): Promise<void> {
  for (const kind of KINDS) {
    const columns = sql.raw(
      columnsOf(kind)
        .map((column) => `'${column}'`)
        .join(', '),
    );
    await sql`insert into facilities.batch_changes (batch, change, kind, id, name)
      select ${batch}::uuid, 'added', ${kind}, s.finess, s.name from ${sql.table(COMPARED[kind])} c join ${sql.table(STAGED[kind])} s using (finess) where c.change = 'added'`.execute(
      cx.tx,
    );
    await sql`insert into facilities.batch_changes (batch, change, kind, id, name, before, after)
      select ${batch}::uuid, c.change, ${kind}, c.finess, s.name, d.before, d.after
      from ${sql.table(COMPARED[kind])} c join ${sql.table(STAGED[kind])} s using (finess) join ${sql.table(TARGET[kind])} f using (finess)
      cross join lateral (select jsonb_object_agg(o.key, o.value) as before, jsonb_object_agg(o.key, n.value) as after
        from jsonb_each(to_jsonb(f)) o join jsonb_each(to_jsonb(s)) n on n.key = o.key where o.key in (${columns}) and o.value is distinct from n.value) d
      where c.change not in ('added', 'unchanged')`.execute(cx.tx);
    await sql`insert into facilities.batch_changes (batch, change, kind, id, name)
      select ${batch}::uuid, 'unseen', ${kind}, f.finess, f.name from ${sql.table(TARGET[kind])} f
      where f.fictional = ${fictional} and f.unseen_since is null and not exists (select 1 from ${sql.table(COMPARED[kind])} c where c.finess = f.finess)`.execute(
      cx.tx,
    );
  }
}

const DATED = {
  entity: [['name', 'name', 'name_since']],
  site: [
    ['name', 'name', 'name_since'],
    ['category', 'category', 'category_since'],
    ['legal_entity', 'legal-entity', 'legal_entity_since'],
  ],
} as const;

/** Closes the periods of what changes, then writes: entities first, since sites point to them. */
export async function publish(cx: Cx, writing: Writing): Promise<void> {
  for (const kind of KINDS) {
    await endPeriods(cx, kind, writing);
    await overwrite(cx, kind, writing);
    await insertNew(cx, kind, writing);
    await sql`update ${sql.table(TARGET[kind])} f set unseen_since = ${writing.day}::date, batch = ${writing.batch}::uuid
      where f.fictional = ${writing.fictional} and f.unseen_since is null and not exists (select 1 from ${sql.table(COMPARED[kind])} c where c.finess = f.finess)`.execute(
      cx.tx,
    );
  }
}

async function endPeriods(cx: Cx, kind: Kind, { batch, day }: Writing): Promise<void> {
  for (const [column, attribute, since] of DATED[kind]) {
    const [now, from] = [sql.raw(`f.${column}`), sql.raw(`f.${since}`)];
    await sql`insert into facilities.past_periods (finess, attribute, value, since, until, batch)
      select f.finess, ${attribute}, ${now}, coalesce(${from}, f.opened), ${day}::date, ${batch}::uuid
      from ${sql.table(COMPARED[kind])} c join ${sql.table(TARGET[kind])} f using (finess) join ${sql.table(STAGED[kind])} s using (finess)
      where c.change in ('changed', 'moved', 'closed') and ${now} is distinct from ${sql.raw(`s.${column}`)}`.execute(
      cx.tx,
    );
  }
}

async function overwrite(cx: Cx, kind: Kind, { batch, day }: Writing): Promise<void> {
  const sets = columnsOf(kind).map((column) => sql.raw(`${column} = s.${column}`));
  const sinces = DATED[kind].map(
    ([column, , since]) =>
      sql`${sql.raw(since)} = case when ${sql.raw(`f.${column} is distinct from s.${column}`)} then ${day}::date else ${sql.raw(`f.${since}`)} end`,
  );
  await sql`update ${sql.table(TARGET[kind])} f set ${sql.join([...sets, ...sinces])}, unseen_since = null, batch = ${batch}::uuid
    from ${sql.table(STAGED[kind])} s join ${sql.table(COMPARED[kind])} c using (finess) where f.finess = s.finess and c.change in ('changed', 'moved', 'closed')`.execute(
    cx.tx,
  );
}

async function insertNew(cx: Cx, kind: Kind, { batch, fictional }: Writing): Promise<void> {
  const columns = sql.raw(columnsOf(kind).join(', '));
  await sql`insert into ${sql.table(TARGET[kind])} (finess, ${columns}, fictional, batch)
    select s.finess, ${sql.raw(of('s', columnsOf(kind)))}, ${fictional}, ${batch}::uuid
    from ${sql.table(STAGED[kind])} s join ${sql.table(COMPARED[kind])} c using (finess) where c.change = 'added'`.execute(
    cx.tx,
  );
}
