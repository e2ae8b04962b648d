import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The lock of the one process that works off the queue of a database; any number that nothing else locks. */
const LOCK = 690_410_001;
const AGAIN_MS = 2_000;
/** A machine that lost its power ends no connection: the server asks it, and frees the lock within 25 s. */
const ASKED = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

export interface Working {
  stop(): Promise<void>;
}

/**
 * Works while this process holds the turn on the queue of `url`. Behind another process it waits, and takes over when that one
 * has died; a cut connection gives the turn away. Resolves once the first try is over, be it in vain.
 */
export async function takeTurns(url: string, work: () => Promise<Working>): Promise<Working> {
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  const whole = (async () => {
    while (!stopping.signal.aborted) {
      // The first failure is the caller's to know; a later one is a database that is away for a moment.
      await oneTurn({ url, work, stopping: stopping.signal, onHeld: first.resolve }).then(first.resolve, first.reject);
      await sleep(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  await first.promise.catch((error: unknown) => {
    stopping.abort();
    throw error;
  });
  return {
    async stop() {
      stopping.abort();
      await whole;
    },
  };
}

interface Turn {
  readonly url: string;
  readonly work: () => Promise<Working>;
  readonly stopping: AbortSignal;
  readonly onHeld: () => void;
}

async function oneTurn({ url, work, stopping, onHeld }: Turn): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'egide-queue-turn', options: ASKED });
  // A cut connection ends the turn below; without a listener it would end the process.
  client.on('error', () => undefined);
  const cut = new Promise<void>((done) => client.once('end', done));
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (rows[0]?.held !== true) return;
    const working = await work();
    onHeld();
    if (!stopping.aborted) await Promise.race([cut, once(stopping, 'abort')]);
    await working.stop();
  } finally {
    await client.end().catch(() => undefined);
  }
}
