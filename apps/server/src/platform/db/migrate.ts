import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { sha256Hex } from '../crypto.ts';
import { APPLICATION, ensureRoles, QUEUE } from './roles.ts';

const FOLDER = join(import.meta.dirname, '../../../migrations');
const LOCK = 7_201_003;

/** Brings a database to the present schema, from empty or from any earlier release. Several processes may call it at once. */
export async function migrate(ownerUrl: string, password: (role: string) => string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'egide-migrations' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(owner, password);
    await applyAll(owner);
    await prepareQueue(owner, ownerUrl);
  } finally {
    await owner.end();
  }
}

async function applyAll(owner: pg.Client): Promise<void> {
  await owner.query('create schema if not exists platform');
  await owner.query(
    'create table if not exists platform.migrations (name text primary key, sha256 text not null, applied timestamptz not null default now())',
  );
  const { rows } = await owner.query<{ name: string; sha256: string }>('select name, sha256 from platform.migrations');
  const applied = new Map(rows.map((r) => [r.name, r.sha256]));
  const files = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.sql'))
    .sort();
  for (const name of applied.keys())
    if (!files.includes(name))
      throw new Error(`This database was opened by a newer Égide (${name} is unknown here): install that version.`);
  for (const name of files) {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const known = applied.get(name);
    if (known === undefined) await applyOne(owner, name, text);
    else if (known !== sha256Hex(text))
      throw new Error(
        `Migration ${name} is not the one that was applied to this database: install the version of Égide that made it.`,
      );
  }
}

async function applyOne(owner: pg.Client, name: string, text: string): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(text);
    await owner.query('insert into platform.migrations (name, sha256) values ($1, $2)', [name, sha256Hex(text)]);
    await owner.query('commit');
  } catch (e) {
    await owner.query('rollback');
    throw new Error(`Migration ${name}: ${e instanceof Error ? e.message : String(e)}`);
  }
}

/** The queue's tables belong to the owner; its role may only work on them, and the application may only add a job. */
async function prepareQueue(owner: pg.Client, connectionString: string): Promise<void> {
  const { rows } = await owner.query<{ there: boolean }>(
    `select to_regprocedure('platform.enqueue(text,json)') is not null as there`,
  );
  if (rows[0]?.there) return;
  await runMigrations({ connectionString, schema: 'graphile_worker' });
  const { rows: tables } = await owner.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'graphile_worker'`,
  );
  await owner.query('begin');
  await owner.query(
    `grant usage on schema graphile_worker to ${QUEUE}; grant all on all tables in schema graphile_worker to ${QUEUE}; grant all on all sequences in schema graphile_worker to ${QUEUE}; grant execute on all functions in schema graphile_worker to ${QUEUE}`,
  );
  for (const { name } of tables)
    await owner.query(
      `drop policy if exists queue on graphile_worker.${name}; create policy queue on graphile_worker.${name} to ${QUEUE} using (true) with check (true)`,
    );
  await owner.query(`create function platform.enqueue(task text, payload json) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$ select graphile_worker.add_job(task, payload, max_attempts := 5) $$;
    revoke all on function platform.enqueue from public; grant execute on function platform.enqueue to ${APPLICATION}`);
  await owner.query('commit');
}
