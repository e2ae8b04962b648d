import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { statements } from './statements.ts';
import { readTable } from './tables.ts';

export type Migration = { readonly file: string; readonly sql: string };

/** The migrations of a checkout, in their order. */
export function readMigrations(root: string): Migration[] {
  const folder = join(root, 'apps/server/migrations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => ({ file, sql: readFileSync(join(folder, file), 'utf8') }));
}

/** `schema.table` of every table that they create. */
export const tableNames = (migrations: readonly Migration[]): string[] =>
  migrations.flatMap(({ sql }) => statements(sql)).flatMap((text) => readTable(text)?.name ?? []);
