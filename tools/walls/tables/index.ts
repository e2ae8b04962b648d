import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrations, tableNames } from '../migrations/read.ts';
import { freeTables, seededTables, tableSeeds } from '../seeded/tables.ts';
import type { Wall } from '../wall.ts';
import { judgeTables } from './judge.ts';

export const tablesWall: Wall = {
  name: 'tables',
  check(root) {
    const tables = tableNames(readMigrations(root));
    const sources = globSync('apps/server/src/**/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
    const blind =
      tables.length === 0 || sources.length === 0 ? ['no table or no source was found: the wall is blind'] : [];
    return {
      faults: [
        ...blind,
        ...sources.flatMap((path) => judgeTables(path, readFileSync(join(root, path), 'utf8'), tables)),
      ],
      seen: `${tables.length} tables, ${sources.length} sources`,
    };
  },
  prove() {
    return {
      faults: [
        ...tableSeeds
          .filter(({ path, text }) => judgeTables(path, text, seededTables).length === 0)
          .map(({ path, text }) => `not caught: ${path}: ${text}`),
        ...freeTables
          .flatMap(({ path, text }) => judgeTables(path, text, seededTables))
          .map((fault) => `refused without reason: ${fault}`),
      ],
      seen: `${tableSeeds.length} seeds, ${freeTables.length} free`,
    };
  },
};
