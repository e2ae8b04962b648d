import type { FastifyReply } from 'fastify';
import { openPool } from '../db/transaction.ts';
import { refuse } from '../refusal.ts';
import type { JobRow } from './store.ts';

interface Stream {
  /** Whose it is: so many at once, and no more. */
  readonly account: string;
  readonly first: JobRow;
  /** The job as whoever asked sees it now; undefined when they do not any more. */
  readonly read: () => Promise<JobRow | undefined>;
  readonly show: (row: JobRow) => object;
}

/** Tells the open pages of this process what changed, whichever process changed it. */
export interface Watch {
  stream(reply: FastifyReply, stream: Stream): void;
  close(): Promise<void>;
}

const OVER = new Set(['done', 'failed', 'cancelled']);
/** Between two looks of our own, in case a notification was lost with its connection; a session that ended is noticed by then. */
const LOOK_AGAIN_MS = 5000;
/** Streams of one account in this process: more pages than a person has open on work of theirs. */
const MOST_AT_ONCE = 8;
const SECONDS_TO_COME_BACK = 5;

export async function openWatch(url: string, lookAgainMs = LOOK_AGAIN_MS): Promise<Watch> {
  const listeners = new Map<string, Set<() => void>>();
  const open = new Map<string, number>();
  const pool = openPool(url, 'egide-watch', 1);
  const client = await pool.connect();
  await client.query('listen egide_jobs');
  client.on('notification', ({ payload }) => listeners.get(payload ?? '')?.forEach((look) => look()));
  return {
    stream(reply, stream) {
      const { account, first } = stream;
      const count = open.get(account) ?? 0;
      if (count >= MOST_AT_ONCE)
        throw refuse('too-many-streams', { limit: MOST_AT_ONCE, seconds: SECONDS_TO_COME_BACK });
      open.set(account, count + 1);
      const look = follow(reply, stream, lookAgainMs);
      const mine = listeners.get(first.id) ?? new Set();
      listeners.set(first.id, mine.add(look));
      reply.raw.once('close', () => {
        mine.delete(look);
        if (mine.size === 0) listeners.delete(first.id);
        const left = (open.get(account) ?? 1) - 1;
        if (left === 0) open.delete(account);
        else open.set(account, left);
      });
    },
    async close() {
      client.release(true);
      await pool.end();
    },
  };
}

/** Sends the job at each change until it is over, or its reader does not see it any more; answers what looks at it again. */
function follow(reply: FastifyReply, { first, read, show }: Stream, lookAgainMs: number): () => void {
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  const send = (row: JobRow) => {
    reply.raw.write(`data: ${JSON.stringify(show(row))}\n\n`);
    if (OVER.has(row.state)) reply.raw.end();
  };
  // One look at a time: many changes in a moment are one.
  let [looking, again] = [false, false];
  const look = async (): Promise<void> => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      const row = await read();
      if (reply.raw.writableEnded || reply.raw.destroyed) return;
      if (row) send(row);
      else reply.raw.end();
    } catch {
      // The database does not answer: the next look asks again.
    } finally {
      looking = false;
    }
    if (again && !reply.raw.destroyed) {
      again = false;
      await look();
    }
  };
  const timer = setInterval(() => void look(), lookAgainMs);
  reply.raw.once('close', () => clearInterval(timer));
  send(first);
  return () => void look();
}
