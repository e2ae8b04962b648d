import type pg from 'pg';
import { APPLICATION, QUEUE } from './roles.ts';

/** What the catalogue of a running database says of the tables that name a legal entity, or a chain of the audit log. */
interface ScopedTable {
  readonly name: string;
  readonly keyed: boolean;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: number;
}

/**
 * Tables that name a legal entity without belonging to one. Registers are reference tables, held whole by every node; a job
 * belongs to the account that asked for it and may concern no legal entity.
 */
export const NOT_OF_ONE_ENTITY = ['facilities.sites', 'facilities.group_members', 'platform.jobs'];

const TABLES = `
  select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    coalesce((select a.attname in ('legal_entity', 'chain') from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary), false) as keyed,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('legal_entity', 'chain') and not a.attisdropped)
    and not (n.nspname || '.' || c.relname) = any ($1)
  order by 1`;
const OWNED = `
  select 'table ' || n.nspname || '.' || c.relname as thing from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = any (select oid from pg_roles where rolname = any ($1)) and n.nspname !~ '^pg_toast'
  union all select 'schema ' || nspname from pg_namespace where nspowner = any (select oid from pg_roles where rolname = any ($1))
  union all select 'function ' || p.proname from pg_proc p where p.proowner = any (select oid from pg_roles where rolname = any ($1))
  order by 1`;
const ROLES =
  'select rolname as name from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) order by 1';

/** Names of the tables that belong to a legal entity. */
export const legalEntityTables = async (owner: Pick<pg.Client, 'query'>): Promise<string[]> =>
  (await owner.query<ScopedTable>(TABLES, [NOT_OF_ONE_ENTITY])).rows.map(({ name }) => name);

/** Everything by which a migrated database would not keep its tenants apart; empty when it does. */
export async function tenancyFaults(owner: Pick<pg.Client, 'query'>): Promise<string[]> {
  const { rows: tables } = await owner.query<ScopedTable>(TABLES, [NOT_OF_ONE_ENTITY]);
  const { rows: owned } = await owner.query<{ thing: string }>(OWNED, [[APPLICATION]]);
  const { rows: mighty } = await owner.query<{ name: string }>(ROLES, [[APPLICATION, QUEUE]]);
  return [
    ...(tables.length === 0 ? ['no tenant table was found: the check is blind'] : []),
    ...tables.flatMap(({ name, keyed, enabled, forced, policies }) => [
      ...(keyed ? [] : [`${name}: the primary key does not start with the legal entity`]),
      ...(enabled ? [] : [`${name}: row-level security is not enabled`]),
      ...(forced ? [] : [`${name}: row-level security is not forced`]),
      ...(policies > 0 ? [] : [`${name}: no policy says who reads it`]),
    ]),
    ...owned.map(({ thing }) => `${APPLICATION} owns ${thing}`),
    ...mighty.map(({ name }) => `${name} is more than a client`),
  ];
}
