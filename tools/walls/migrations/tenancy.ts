import { modules } from '../ladder.ts';
import type { Migration } from './read.ts';
import { statements } from './statements.ts';
import { readTable, type Table } from './tables.ts';

/** Names the tenant: the legal entity itself, or its chain in the audit log. */
const OWNER_COLUMNS = ['legal_entity', 'chain'];
/**
 * Tables that name a legal entity without belonging to one, each with its reason. Registers are reference tables: on many
 * machines every node holds them whole. A job belongs to the account that asked for it, and may concern no legal entity.
 */
const NOT_OF_ONE_ENTITY = ['facilities.sites', 'facilities.group_members', 'platform.jobs'];
const FILE_NAME = /^(\d{4})_([a-z-]+)_[a-z-]+\.sql$/;

/** Holds the migrations, in their order, against design rules that no type can express. */
export function judgeMigrations(migrations: readonly Migration[]): string[] {
  const all = migrations.flatMap(({ file, sql }) => statements(sql).map((text) => ({ file, text })));
  const tables = all.flatMap(({ file, text }) => {
    const table = readTable(text);
    return table === null ? [] : [{ ...table, file }];
  });
  const tenants = tables.filter(
    (table) =>
      table.columns.some((column) => OWNER_COLUMNS.includes(column)) && !NOT_OF_ONE_ENTITY.includes(table.name),
  );
  return [
    ...numbering(migrations),
    ...tenants.flatMap((table) =>
      [
        ...keyed(table),
        ...tied(table, tenants),
        ...walled(
          table,
          all.map(({ text }) => text),
        ),
      ].map((fault) => `${table.file} ${table.name}: ${fault}`),
    ),
    ...all.flatMap(({ file, text }) =>
      [...foreignTable(file, text), ...unsafe(text)].map((fault) => `${file}: ${fault}`),
    ),
  ];
}

function numbering(migrations: readonly Migration[]): string[] {
  return migrations.flatMap(({ file }, at) => {
    const [, number, subject] = FILE_NAME.exec(file) ?? [];
    if (number === undefined || subject === undefined) return [`${file}: not named NNNN_<module>_<what>.sql`];
    return [
      ...(Number(number) === at + 1 ? [] : [`${file}: should be number ${String(at + 1).padStart(4, '0')}`]),
      ...(subject === 'platform' || modules.includes(subject)
        ? []
        : [`${file}: ${subject} is no module of the ladder`]),
    ];
  });
}

function keyed({ primaryKey, columns }: Table): string[] {
  const first = primaryKey[0];
  if (first === undefined) return ['no primary key'];
  return OWNER_COLUMNS.includes(first) && columns.includes(first)
    ? []
    : [`the primary key starts with ${first}, not with the legal entity`];
}

/** A reference from one tenant table to another that leaves the legal entity out could point at a neighbour's row. */
function tied(table: Table, tenants: readonly Table[]): string[] {
  return table.references
    .filter(
      ({ to, columns }) =>
        tenants.some(({ name }) => name === to) && !columns.some((column) => OWNER_COLUMNS.includes(column)),
    )
    .map(({ to }) => `refers to ${to} without the legal entity`);
}

function walled({ name }: Table, all: readonly string[]): string[] {
  const altered = all.filter((text) => text.startsWith(`alter table ${name} `)).join(' ');
  const policy = all.some((text) => text.startsWith('create policy ') && text.includes(` on ${name} `));
  return [
    ...(/enable row level security/.test(altered) ? [] : ['row-level security is not enabled']),
    ...(/(?<!no )force row level security/.test(altered) ? [] : ['row-level security is not forced']),
    ...(/disable row level security|no force row level security/.test(altered)
      ? ['row-level security is taken off again']
      : []),
    ...(policy ? [] : ['no policy says who reads it']),
  ];
}

/** A migration touches the tables of its own module; the platform's own also hold the audit log. */
function foreignTable(file: string, text: string): string[] {
  const [, , subject] = FILE_NAME.exec(file) ?? [];
  const [, schema] =
    /^(?:create table (?:if not exists )?|alter table (?:if exists )?|drop table (?:if exists )?)(\w+)\./.exec(text) ??
    [];
  if (schema === undefined || subject === undefined) return [];
  return schema === subject || (subject === 'platform' && schema === 'audit_log')
    ? []
    : [`a table of ${schema} in a migration of ${subject}`];
}

const APPLICATION_ROLE = 'egide_\\w+';
const UNSAFE: readonly (readonly [pattern: RegExp, fault: string])[] = [
  [
    new RegExp(`owner to ${APPLICATION_ROLE}|authorization ${APPLICATION_ROLE}|set role ${APPLICATION_ROLE}`),
    'the application role would own something',
  ],
  [/(?<!no)(?<!\w)bypassrls/, 'a role that bypasses row-level security'],
  [
    new RegExp(
      `\\b(?:superuser|createrole|createdb)\\b.*${APPLICATION_ROLE}|${APPLICATION_ROLE}.*\\b(?:superuser|createrole)\\b`,
    ),
    'the application role would be more than a client',
  ],
  [
    /^grant .*\b(?:all|truncate|trigger|references)\b.* on (?!function|schema|all functions).* to egide_/,
    'grants more than reading and writing rows',
  ],
];

function unsafe(text: string): string[] {
  const faults = UNSAFE.filter(([pattern]) => pattern.test(text)).map(([, fault]) => fault);
  const searching =
    text.startsWith('create') && text.includes('security definer') && !/set search_path ?(=|to)/.test(text);
  return searching ? [...faults, 'a security definer function without its own search_path'] : faults;
}
