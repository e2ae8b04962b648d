import type { FastifyReply } from 'fastify';
import pg from 'pg';
import { openPool } from '../db/transaction.ts';
import type { JobRow } from './store.ts';

interface Stream {
  readonly first: JobRow;
  readonly read: () => Promise<JobRow | undefined>;
  readonly show: (row: JobRow) => object;
}

/** Tells the open pages of this process what changed, whichever process changed it. */
export interface Watch {
  stream(reply: FastifyReply, stream: Stream): void;
  read(pool: pg.Pool, id: string): Promise<JobRow | undefined>;
  close(): Promise<void>;
}

const OVER = new Set(['done', 'failed', 'cancelled']);
/** Between two looks of our own, in case a notification was lost with its connection. */
const LOOK_AGAIN_MS = 5000;

export async function openWatch(url: string, opening: string): Promise<Watch> {
  const listeners = new Map<string, Set<() => void>>();
  const pool = openPool(url, 'egide-watch', 1);
  const client = await pool.connect();
  await client.query('listen egide_jobs');
  client.on('notification', ({ payload }) => listeners.get(payload ?? '')?.forEach((look) => look()));
  return {
    stream: (reply, stream) => follow(listeners, reply, stream),
    async read(from, id) {
      const held = await from.connect();
      try {
        // Safe: the simple protocol answers one result per statement.
        const results = (await held.query(
          `begin; ${opening}; select * from platform.jobs where id = ${pg.escapeLiteral(id)}; commit`,
        )) as unknown as pg.QueryResult<JobRow>[];
        return results[2]?.rows[0];
      } finally {
        held.release();
      }
    },
    async close() {
      client.release(true);
      await pool.end();
    },
  };
}

function follow(listeners: Map<string, Set<() => void>>, reply: FastifyReply, { first, read, show }: Stream): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const send = (row: JobRow) => {
    reply.raw.write(`data: ${JSON.stringify(show(row))}\n\n`);
    if (OVER.has(row.state)) stop();
  };
  const look = () =>
    void read().then(
      (row) => {
        if (row && !reply.raw.destroyed) send(row);
      },
      () => undefined,
    );
  const timer = setInterval(look, LOOK_AGAIN_MS);
  const mine = listeners.get(first.id) ?? new Set();
  listeners.set(first.id, mine.add(look));
  function stop(): void {
    clearInterval(timer);
    mine.delete(look);
    if (mine.size === 0) listeners.delete(first.id);
    reply.raw.end();
  }
  reply.raw.on('close', stop);
  send(first);
}
