import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's URL of the cluster in which each file clones its own database. */
    readonly cluster: string;
  }
}

export const TEMPLATE = 'egide_template';
/** Roles belong to the cluster: every test database shares these passwords. */
export const testPassword = (role: string): string => `test-${role}`;

/** One PostgreSQL for the run: the embedded one, or the server of DATABASE_URL; one migrated template in it. */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'egide-test-'));
  chmodSync(folder, 0o755);
  const embedded = external ? null : await openEmbedded({ folder, password: 'test', throwaway: true });
  const url = external ?? embedded?.url ?? '';
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate(template.href, testPassword);
  project.provide('cluster', url);
  return async () => {
    await embedded?.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
