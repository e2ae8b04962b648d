import * as contract from '@egide/contract/jobs';
import type { Job } from '@egide/contract/jobs';
import { actorAccount } from '../actor.ts';
import type { Cx } from '../cx.ts';
import { wordsOf } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import { refuse } from '../refusal.ts';
import { changeJob, jobById, type JobRow } from './store.ts';
import type { Watch } from './watch.ts';

async function readJob(cx: Cx, { job }: { job: string }): Promise<JobRow> {
  const row = await jobById(cx, job);
  if (!row) throw refuse('not-found');
  return row;
}

async function cancelJob(cx: Cx, { job }: { job: string }): Promise<JobRow> {
  const row = await readJob(cx, { job });
  if (row.state !== 'queued' && row.state !== 'running') throw refuse('job-over');
  await changeJob(cx, job, { cancel_asked: true, ...(row.state === 'queued' ? { state: 'cancelled' as const } : {}) });
  return readJob(cx, { job });
}

function toJob(row: JobRow, cx: Cx): Job {
  const words = row.problem ? wordsOf(cx.locale, row.problem.code, row.problem.params) : null;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    step: row.step,
    done: row.done,
    total: row.total,
    result: row.result ?? null,
    problem: row.problem && words ? { code: row.problem.code, title: words.title, detail: words.detail } : null,
    created: row.created.toISOString(),
    changed: row.changed.toISOString(),
  };
}

export const jobRoutes = (watch: Watch): Route[] => [
  route(contract.readJob, readJob, toJob),
  route(contract.cancelJob, cancelJob, toJob),
  // Each look is opened anew with what the caller showed at the door: it ends with the session, or with the right.
  route(contract.watchJob, async (cx, { job }, http) => {
    const first = await readJob(cx, { job });
    watch.stream(http.reply, {
      account: actorAccount(cx.actor) ?? cx.actor.kind,
      first,
      read: () => http.anew(async (later) => (later.actor.kind === 'anonymous' ? undefined : jobById(later, job))),
      show: (row) => toJob(row, cx),
    });
  }),
];
