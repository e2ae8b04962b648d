import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Instant } from './shapes.ts';

/** Long work as a screen sees it. `step` is a key of the message catalogue. */
export const Job = z.object({
  id: Id,
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  step: z.string(),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** What the job answered, once done. */
  result: z.unknown(),
  /** Why it failed, in the reader's language. */
  problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).nullable(),
  created: Instant,
  changed: Instant,
});
export type Job = z.infer<typeof Job>;

const ofJob = z.object({ job: Id });

export const readJob = endpoint({
  method: 'GET',
  path: '/jobs/{job}',
  summary: 'One piece of long work: its state, its progress, its result.',
  params: ofJob,
  answers: Job,
  refuses: ['not-found'],
});
export const watchJob = endpoint({
  method: 'GET',
  path: '/jobs/{job}/events',
  summary: 'The same, as server-sent events, at each change until it ends or the session does.',
  params: ofJob,
  media: 'text/event-stream',
  refuses: ['not-found', 'too-many-streams'],
});
export const cancelJob = endpoint({
  method: 'DELETE',
  path: '/jobs/{job}',
  summary: 'Asks that this work stop; what it had begun is undone.',
  params: ofJob,
  answers: Job,
  refuses: ['not-found', 'job-over'],
});
