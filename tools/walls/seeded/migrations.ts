/** A migration that must be refused, with the words of the fault it must get. */
export type MigrationSeed = { readonly fault: string; readonly file?: string; readonly sql: string };

const walled = (name: string): string =>
  `alter table ${name} enable row level security;\nalter table ${name} force row level security;\ncreate policy read on ${name} for select to egide_app using (true);\n`;
const facts = (body: string): string => `create table evidence.facts (${body});\n${walled('evidence.facts')}`;
const KEY = 'legal_entity text not null, id uuid not null, primary key (legal_entity, id)';

export const soundMigration = [
  `-- A comment; with a semicolon and the words no primary key.\n${facts(`${KEY}, note text default 'a;b', check (note in ('x', 'y'))`)}`,
  `create table evidence.links (${KEY}, fact uuid, foreign key (legal_entity, fact) references evidence.facts (legal_entity, id));\n${walled('evidence.links')}`,
  'create table evidence.kinds (code text primary key);',
  "create function evidence.f() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$ select ';' $$;",
  'grant select, insert on evidence.facts to egide_app;',
].join('\n');

export const migrationSeeds: readonly MigrationSeed[] = [
  { fault: 'no primary key', sql: facts('legal_entity text, id uuid') },
  { fault: 'the primary key starts with id', sql: facts('legal_entity text, id uuid, primary key (id, legal_entity)') },
  { fault: 'the primary key starts with id', sql: facts('id uuid primary key, legal_entity text') },
  {
    fault: 'the primary key starts with id',
    sql: facts('id uuid, "legal_entity" text, constraint pk primary key (id)'),
  },
  {
    fault: 'row-level security is not enabled',
    sql: `create table evidence.facts (${KEY});\nalter table evidence.facts force row level security;`,
  },
  {
    fault: 'row-level security is not forced',
    sql: `create table evidence.facts (${KEY});\nalter table evidence.facts enable row level security;`,
  },
  {
    fault: 'row-level security is not forced',
    sql: `create table evidence.facts (${KEY});\n-- alter table evidence.facts force row level security;\nalter table evidence.facts enable row level security;`,
  },
  {
    fault: 'row-level security is taken off again',
    sql: `${facts(KEY)}alter table evidence.facts no force row level security;`,
  },
  {
    fault: 'row-level security is taken off again',
    sql: `${facts(KEY)}alter table evidence.facts disable row level security;`,
  },
  {
    fault: 'no policy says who reads it',
    sql: `create table evidence.facts (${KEY});\nalter table evidence.facts enable row level security;\nalter table evidence.facts force row level security;`,
  },
  {
    fault: 'refers to evidence.facts without the legal entity',
    sql: `${facts(`${KEY}, unique (id)`)}create table evidence.links (${KEY}, fact uuid references evidence.facts (id));\n${walled('evidence.links')}`,
  },
  {
    fault: 'the application role would own something',
    sql: `${facts(KEY)}alter table evidence.facts owner to egide_app;`,
  },
  { fault: 'the application role would own something', sql: 'create schema evidence authorization egide_app;' },
  { fault: 'a role that bypasses row-level security', sql: 'alter role egide_app bypassrls;' },
  { fault: 'the application role would be more than a client', sql: 'alter role egide_app superuser;' },
  { fault: 'grants more than reading and writing rows', sql: `${facts(KEY)}grant all on evidence.facts to egide_app;` },
  {
    fault: 'grants more than reading and writing rows',
    sql: `${facts(KEY)}grant select, truncate on evidence.facts to egide_app;`,
  },
  {
    fault: 'a security definer function without its own search_path',
    sql: 'create function evidence.f() returns void language sql security definer as $$ select 1 $$;',
  },
  { fault: 'a table of access in a migration of evidence', sql: 'create table access.more (id uuid primary key);' },
  { fault: 'not named NNNN_<module>_<what>.sql', file: '1_evidence.sql', sql: '' },
  { fault: 'should be number 0001', file: '0002_evidence_create.sql', sql: '' },
  { fault: 'rooms is no module of the ladder', file: '0001_rooms_create.sql', sql: '' },
];
