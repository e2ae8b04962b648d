import { actorAccount } from '../actor.ts';
import type { Cx } from '../cx.ts';
import { addJob } from './store.ts';

/** Task name of every job of ours in the queue; what it is about is in `platform.jobs`. */
export const TASK = 'egide-job';

/** Asks for long work in the caller's transaction; answers the id to watch. */
export async function startJob(cx: Cx, kind: string, payload: object): Promise<string> {
  const id = cx.newId();
  await addJob(cx, { id, kind, account: actorAccount(cx.actor), payload });
  await cx.enqueue(TASK, { id });
  return id;
}
