import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { doorkeeper, openingFor, OPERATOR } from './modules/access/index.ts';
import { MODULES } from './modules.ts';
import type { Clock } from './platform/clock.ts';
import type { Cx } from './platform/cx.ts';
import { APPLICATION, urlFor } from './platform/db/roles.ts';
import { TEMPLATE, testPassword } from './platform/db/test-cluster.ts';
import { inTransaction, openPool, type Pool } from './platform/db/transaction.ts';
import { createHttp } from './platform/http/server.ts';
import { jobRoutes } from './platform/jobs/routes.ts';
import { openWatch } from './platform/jobs/watch.ts';
import { openKeys } from './platform/keys.ts';
import { makeCx } from './platform/make-cx.ts';
import type { Instance } from './platform/instance.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  set(at: string): void;
}

export interface TestInstance extends Instance {
  readonly clock: TestClock;
  /** Connection of the owner, for what no use case may do. */
  readonly owner: pg.Pool;
  /** Runs a use case as the operator of the machine. */
  asOperator<T>(work: (cx: Cx) => Promise<T>): Promise<T>;
  /** Runs a use case as this account. */
  as<T>(account: string, work: (cx: Cx) => Promise<T>): Promise<T>;
}

/** A database of its own for one test file, cloned from the migrated template; `close` drops it. */
export async function openTestInstance(at = '2026-10-12T08:00:00Z'): Promise<TestInstance> {
  const cluster = inject('cluster');
  const name = `egide_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: cluster });
  await admin.connect();
  await admin.query(`create database ${name} template ${TEMPLATE}`);
  const ownerUrl = new URL(cluster);
  ownerUrl.pathname = `/${name}`;
  const urlAs = (role: string) => urlFor(ownerUrl.href, role, testPassword(role));
  const [pool, owner] = [openPool(urlAs(APPLICATION), 'egide-app', 4), openPool(ownerUrl.href, 'egide-test-owner', 2)];
  const folder = mkdtempSync(join(tmpdir(), 'egide-data-'));
  let now = new Date(at);
  const clock: TestClock = {
    now: () => now,
    set: (instant) => {
      now = new Date(instant);
    },
  };
  const run: Instance['run'] = ({ actor, opening, locale = 'fr' }, work) =>
    inTransaction(pool, opening, (tx) => work(makeCx(tx, { actor, locale, requestId: randomUUID(), clock })));
  const runOpened: Instance['runOpened'] = ({ opening, actor }, work) =>
    inTransaction(pool, opening, (tx, opened) =>
      work(makeCx(tx, { actor: actor(opened), locale: 'fr', requestId: randomUUID(), clock })),
    );
  return {
    folder,
    keys: openKeys(folder),
    pool,
    owner,
    urlAs,
    embedded: null,
    clock,
    run,
    runOpened,
    asOperator: (work) => run({ actor: { kind: 'operator' }, opening: OPERATOR }, work),
    as: (account, work) => runOpened({ opening: openingFor(account, now), actor: doorkeeper.actor }, work),
    async close() {
      await Promise.all([pool.end(), owner.end()]);
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Every route of the house over HTTP, without a port. `pool`: connections of the application role, when a test wants its own. */
export async function openTestHttp(
  instance: TestInstance,
  over: { policiesOff?: boolean; pool?: Pool; bodyMs?: number; stallMs?: number } = {},
): ReturnType<typeof createHttp> {
  const pool = over.pool ?? instance.pool;
  const watch = await openWatch(instance.urlAs(APPLICATION), 50);
  const routes = [...MODULES.flatMap((m) => m.routes?.({ keys: instance.keys }) ?? []), ...jobRoutes(watch)];
  const app = await createHttp({
    config: { tls: null, publicUrl: null, logLevel: 'error' },
    pool,
    clock: instance.clock,
    routes,
    doorkeeper,
    policiesOff: over.policiesOff ?? false,
    ...(over.stallMs === undefined ? {} : { stallMs: over.stallMs }),
    ...(over.bodyMs === undefined ? {} : { bodyMs: over.bodyMs }),
  });
  app.addHook('onClose', () => watch.close());
  return app;
}
