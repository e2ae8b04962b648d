import type { Pool } from '../platform/db/transaction.ts';

interface Client {
  query(...args: unknown[]): unknown;
  release(broken?: boolean): void;
}

/** Connections on which nothing is ever kept: whatever a call does is undone once it has answered, so that calls can be walked in any order. */
export function rehearsal(pool: Pool): Pool {
  const undoing = (client: Client): Client => ({
    query: (statement, ...rest) => client.query(statement === 'commit' ? 'rollback' : statement, ...rest),
    release: (broken) => client.release(broken),
  });
  // Safe: of a pool, transactions use `connect`, and of its client `query` and `release`.
  return { connect: async () => undoing(await pool.connect()) } as unknown as Pool;
}
