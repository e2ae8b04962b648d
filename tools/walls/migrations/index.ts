import { migrationSeeds, soundMigration } from '../seeded/migrations.ts';
import type { Wall } from '../wall.ts';
import { readMigrations } from './read.ts';
import { judgeMigrations } from './tenancy.ts';

const SOUND_FILE = '0001_evidence_create.sql';

export const migrationsWall: Wall = {
  name: 'migrations',
  check(root) {
    const migrations = readMigrations(root);
    const blind = migrations.length === 0 ? ['no migration was found: the wall is blind'] : [];
    return { faults: [...blind, ...judgeMigrations(migrations)], seen: `${migrations.length} migrations` };
  },
  prove() {
    const missed = migrationSeeds.filter(
      ({ fault, file = SOUND_FILE, sql }) => !judgeMigrations([{ file, sql }]).some((found) => found.includes(fault)),
    );
    const refused = judgeMigrations([{ file: SOUND_FILE, sql: soundMigration }]);
    return {
      faults: [
        ...missed.map(({ fault, sql, file }) => `not caught: ${fault}: ${file ?? ''} ${sql}`),
        ...refused.map((fault) => `refused without reason: ${fault}`),
      ],
      seen: `${migrationSeeds.length} seeds, 1 sound migration`,
    };
  },
};
