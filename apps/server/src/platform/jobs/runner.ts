import { Logger, run } from 'graphile-worker';
import type { Actor } from '../actor.ts';
import type { Cx } from '../cx.ts';
import { QUEUE } from '../db/roles.ts';
import { openPool } from '../db/transaction.ts';
import type { Instance } from '../instance.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { JobHandler, JobRun } from './handler.ts';
import { TASK } from './start-job.ts';
import { changeJob, jobById, type JobRow } from './store.ts';
import { takeTurns, type Working } from './turn.ts';

/** How a job gets the scope of whoever asked for it. */
export interface JobScopes {
  opening(account: string | null, now: Date): string;
  /** Who the job acts as: whoever asked, or the system when nobody did. */
  actor(opened: unknown, job: { readonly kind: string; readonly account: string | null }): Actor;
}

interface Options {
  readonly instance: Instance;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly scopes: JobScopes;
  readonly concurrency?: number;
}

/** Works off the queue until it is stopped. A job whose process died is taken again by the next one: handlers are idempotent. */
export const startWorker = (options: Options): Promise<Working> => {
  const url = options.instance.urlAs(QUEUE);
  return takeTurns(url, async () => {
    const pgPool = openPool(url, 'egide-queue', 4);
    // Nobody else has the turn: what is locked was left by a process that died.
    await pgPool.query(
      'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))',
    );
    const runner = await run({
      pgPool,
      schema: 'graphile_worker',
      concurrency: options.concurrency ?? 2,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: new Logger(() => () => undefined),
      taskList: { [TASK]: (payload) => work(options, payload) },
    });
    return {
      async stop() {
        await runner.stop().catch(() => undefined);
        await pgPool.end();
      },
    };
  });
};

async function work({ instance, handlers, scopes }: Options, payload: unknown): Promise<void> {
  const id = typeof payload === 'object' && payload !== null && 'id' in payload ? String(payload.id) : '';
  const asSystem = <T>(use: (cx: Cx) => Promise<T>) =>
    instance.run({ actor: { kind: 'system', name: 'jobs' }, opening: scopes.opening(null, instance.clock.now()) }, use);
  const job = await asSystem((cx) => jobById(cx, id));
  if (!job || (job.state !== 'queued' && job.state !== 'running')) return;
  const handler = handlers[job.kind];
  if (!handler) throw new Error(`no handler for the job ${job.kind}`);
  await asSystem((cx) => changeJob(cx, id, { state: 'running' }));
  try {
    const result = await handler(runOf(job, { instance, scopes }, asSystem), job.payload);
    await asSystem((cx) => changeJob(cx, id, { state: 'done', result: result ?? null }));
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refuse('internal');
    await asSystem((cx) =>
      changeJob(
        cx,
        id,
        refusal.code === 'cancelled'
          ? { state: 'cancelled' }
          : { state: 'failed', problem: { code: refusal.code, params: refusal.params } },
      ),
    );
    if (!(error instanceof Refusal))
      process.stderr.write(
        `${JSON.stringify({ job: id, kind: job.kind, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`,
      );
  }
}

function runOf(
  job: JobRow,
  { instance, scopes }: Pick<Options, 'instance' | 'scopes'>,
  asSystem: <T>(use: (cx: Cx) => Promise<T>) => Promise<T>,
): JobRun {
  return {
    id: job.id,
    inTransaction: (use) =>
      instance.runOpened(
        { opening: scopes.opening(job.account, instance.clock.now()), actor: (opened) => scopes.actor(opened, job) },
        use,
      ),
    progress: (step, done, total) => asSystem((cx) => changeJob(cx, job.id, { step, done, total })),
    async checkCancelled() {
      if ((await asSystem((cx) => jobById(cx, job.id)))?.cancel_asked) throw refuse('cancelled');
    },
  };
}
