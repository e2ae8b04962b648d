import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import { newId } from './crypto.ts';
import type { Cx } from './cx.ts';
import { type Embedded, openEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { APPLICATION, urlFor } from './db/roles.ts';
import { inTransaction, openPool, type Pool } from './db/transaction.ts';
import { type Keys, openKeys } from './keys.ts';
import { makeCx } from './make-cx.ts';

/** A data folder and its database, ready for use cases. */
export interface Instance {
  readonly folder: string;
  readonly keys: Keys;
  /** Connections of the application role: the only ones that use cases run on. */
  readonly pool: Pool;
  /** Where the database is, as another role. */
  urlAs(role: string): string;
  readonly embedded: Embedded | null;
  readonly clock: Clock;
  /** Runs one use case as this actor, in a scope opened by that SQL. */
  run<T>(as: { actor: Actor; opening: string; locale?: 'fr' | 'en' }, work: (cx: Cx) => Promise<T>): Promise<T>;
  /** The same, when who acts is read from what the opening answered. */
  runOpened<T>(as: { opening: string; actor: (opened: unknown) => Actor }, work: (cx: Cx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openInstance({
  folder,
  databaseUrl,
  clock,
}: {
  folder: string;
  databaseUrl: string | null;
  clock: Clock;
}): Promise<Instance> {
  const keys = openKeys(folder);
  const embedded = databaseUrl === null ? await openEmbedded({ folder, password: keys.database('owner') }) : null;
  const ownerUrl = databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(ownerUrl, (role) => keys.database(role));
  } catch (e) {
    await embedded?.close();
    throw e;
  }
  const urlAs = (role: string) => urlFor(ownerUrl, role, keys.database(role));
  const pool = openPool(urlAs(APPLICATION), 'egide-app');
  return {
    folder,
    keys,
    pool,
    urlAs,
    embedded,
    clock,
    run: ({ actor, opening, locale = 'fr' }, work) =>
      inTransaction(pool, opening, (tx) => work(makeCx(tx, { actor, locale, requestId: newId(), clock }))),
    runOpened: ({ opening, actor }, work) =>
      inTransaction(pool, opening, (tx, opened) =>
        work(makeCx(tx, { actor: actor(opened), locale: 'fr', requestId: newId(), clock })),
      ),
    async close() {
      await pool.end();
      await embedded?.close();
    },
  };
}
