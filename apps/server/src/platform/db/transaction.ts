import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { statementName } from './statement-name.ts';

// int8 counts stay far below 2^53 here; numeric levels have one decimal.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/** Tables seen through a transaction; each store narrows it to its own with `withTables`. */
export type Tables = Record<never, never>;
export type Transaction = Kysely<Tables>;

/** Connections of one role, shared. */
export type Pool = pg.Pool;

/** One connection already inside a transaction, as Kysely wants to see it. */
class HeldConnection implements DatabaseConnection, Driver {
  readonly #client: pg.PoolClient;
  constructor(client: pg.PoolClient) {
    this.#client = client;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const text = query.sql;
    const result = await this.#client.query({ ...statementName(text), text, values: [...query.parameters] });
    return { rows: result.rows, ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }) };
  }
  // oxlint-disable-next-line require-yield -- Kysely asks for it; reading by cursor is not used in a use case
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not streamed');
  }
  async init() {}
  async acquireConnection() {
    return this;
  }
  async beginTransaction() {
    throw new Error('a use case is already one transaction');
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

const kysely = (client: pg.PoolClient): Transaction =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new HeldConnection(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

export function openPool(url: string, name: string, max = 16): Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: name });
  // A dropped connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Runs `work` in one transaction. `opening` is SQL, sent in the same round trip as `begin`, whose last statement sets the
 * scope of the reader and answers one row with one column, given to `work`. Its literals must be validated by the caller.
 */
export async function inTransaction<O, T>(
  pool: Pool,
  opening: string,
  work: (tx: Transaction, opened: O) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    // The simple protocol answers one result per statement.
    const results = (await client.query(`begin; ${opening}`)) as unknown as pg.QueryResult<Record<string, O>>[];
    const opened = Object.values(results.at(-1)?.rows[0] ?? {})[0] as O;
    const value = await work(kysely(client), opened);
    await client.query('commit');
    return value;
  } catch (e) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw e;
  } finally {
    client.release(broken);
  }
}

/** Locks and statements that took longer than the application waits (roles.ts), as PostgreSQL says it. */
const TOO_LONG: readonly (string | undefined)[] = ['55P03', '57014'];
export const waitedTooLong = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && TOO_LONG.includes(error.code);
