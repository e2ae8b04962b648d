import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobScopes } from '../../modules/access/index.ts';
import { aPerson } from '../../modules/access/testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../modules/facilities/testing.ts';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import type { Cx } from '../cx.ts';
import { refuse } from '../refusal.ts';
import type { JobHandler } from './handler.ts';
import { startWorker } from './runner.ts';
import { startJob, TASK } from './start-job.ts';
import { changeJob, jobById } from './store.ts';

let instance: TestInstance;
let worker: Awaited<ReturnType<typeof startWorker>>;
let [ours, neighbour] = ['', ''];

const handlers: Record<string, JobHandler> = {
  'who-am-i': async (run) => {
    await run.progress('counting', 1, 2);
    return run.inTransaction(async (cx) => ({
      actor: cx.actor.kind,
      name:
        cx.actor.kind === 'person' || cx.actor.kind === 'service'
          ? cx.actor.name
          : cx.actor.kind === 'system'
            ? cx.actor.name
            : '',
    }));
  },
  refused: async () => {
    throw refuse('too-large', { megabytes: 3 });
  },
  endless: async (run) => {
    for (;;) {
      await run.checkCancelled();
      await sleep(5);
    }
  },
};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  ours = await aPerson(instance, 'rssi', OURS);
  neighbour = await aPerson(instance, 'rssi', NEIGHBOUR);
  worker = await startWorker({ instance, handlers, scopes: jobScopes });
});
afterAll(async () => {
  await worker.stop();
  await instance.close();
});

async function ended(id: string) {
  for (let i = 0; i < 400; i++) {
    const job = await instance.asOperator((cx) => jobById(cx, id));
    if (job && ['done', 'failed', 'cancelled'].includes(job.state)) return job;
    await sleep(10);
  }
  throw new Error('the job did not end');
}
const begin = (kind: string) => instance.as(ours, (cx: Cx) => startJob(cx, kind, {}));

it('acts for whoever asked, and keeps its result and its last step', async () => {
  expect(await ended(await begin('who-am-i'))).toMatchObject({
    state: 'done',
    step: 'counting',
    done: 1,
    total: 2,
    result: { actor: 'person', name: 'Camille Rouvière' },
  });
});

it('goes on as a stranger when the account was closed meanwhile', async () => {
  const [gone, id] = [await aPerson(instance, 'rssi', NEIGHBOUR), randomUUID()];
  await instance.owner.query('update access.accounts set disabled = now() where id = $1', [gone]);
  await instance.owner.query(
    `insert into platform.jobs (id, kind, account, payload, created, changed) values ($1, 'who-am-i', $2, '{}', now(), now())`,
    [id, gone],
  );
  await instance.asOperator((cx) => cx.enqueue(TASK, { id }));
  expect(await ended(id)).toMatchObject({ state: 'done', result: { actor: 'anonymous', name: '' } });
});

it('keeps the reason of a refusal', async () => {
  expect(await ended(await begin('refused'))).toMatchObject({
    state: 'failed',
    problem: { code: 'too-large', params: { megabytes: 3 } },
  });
});

it('stops when asked', async () => {
  const id = await begin('endless');
  await sleep(50);
  await instance.as(ours, (cx) => changeJob(cx, id, { cancel_asked: true }));
  expect((await ended(id)).state).toBe('cancelled');
});

it('is taken up by the next process when the one that had it is cut off, and never by two', async () => {
  const second = await startWorker({ instance, handlers, scopes: jobScopes });
  const id = await begin('endless');
  await sleep(50);
  const { rows } = await instance.owner.query(
    `select count(*)::int as holders from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`,
  );
  expect(rows).toEqual([{ holders: 1 }]);
  await instance.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name in ('egide-queue-turn', 'egide-queue')`,
  );
  await instance.as(ours, (cx) => changeJob(cx, id, { cancel_asked: true }));
  expect((await ended(id)).state).toBe('cancelled');
  expect(await ended(await begin('who-am-i'))).toMatchObject({ state: 'done' });
  await second.stop();
});

it('is not there for the neighbour, nor when its transaction is undone', async () => {
  const id = await begin('who-am-i');
  expect(await instance.as(neighbour, (cx) => jobById(cx, id))).toBeUndefined();
  let lost = '';
  await expect(
    instance.as(ours, async (cx) => {
      lost = await startJob(cx, 'who-am-i', {});
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  expect(await instance.asOperator((cx) => jobById(cx, lost))).toBeUndefined();
});

it('runs on a connection that owns nothing and bypasses nothing', async () => {
  for (const pool of [instance.pool]) {
    const { rows } = await pool.query(
      `select rolsuper or rolbypassrls as strong, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([{ strong: false, owned: 0 }]);
  }
  const { rows } = await instance.owner.query(
    `select rolname, rolsuper or rolbypassrls as strong, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname in ('egide_app', 'egide_queue') order by 1`,
  );
  expect(rows).toEqual([
    { rolname: 'egide_app', strong: false, owned: 0 },
    { rolname: 'egide_queue', strong: false, owned: 0 },
  ]);
});
