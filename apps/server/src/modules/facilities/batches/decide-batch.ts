import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { startJob } from '../../../platform/jobs/start-job.ts';
import { refuse } from '../../../platform/refusal.ts';
import { confirmsRegister, runsRegister } from '../policy.ts';
import { PUBLISH } from './receive-batch.ts';
import * as store from './store.ts';

/** An ordinary import needs one administrator; one that the guards hold back needs two. */
export const needed = ({ guards }: Pick<store.BatchRow, 'guards'>): number => (guards.length > 0 ? 2 : 1);
export const missing = (row: store.BatchRow): number =>
  row.state === 'previewed' || row.state === 'waiting' ? Math.max(0, needed(row) - row.confirmations.length) : 0;

async function underDecision(cx: Cx, batch: string): Promise<store.BatchRow> {
  const row = cx.sees(runsRegister(cx.actor)) ? await store.lockBatch(cx, batch) : undefined;
  if (row === undefined) throw refuse('not-found');
  if (row.state === 'published' || row.state === 'refused' || row.state === 'abandoned') throw refuse('batch-over');
  return row;
}

/** One administrator's word; the last one that was missing starts the publication. */
export async function confirmBatch(
  cx: Cx,
  { batch }: { batch: string },
): Promise<{ missing: number; job: string | null }> {
  const row = await underDecision(cx, batch);
  if (row.state === 'received') throw refuse('batch-not-ready');
  if (cx.actor.kind !== 'person' || !cx.sees(confirmsRegister(cx.actor))) throw refuse('not-found');
  const { account, name } = cx.actor;
  if (row.confirmations.some((one) => one.account === account)) throw refuse('batch-confirmed-already');
  await store.confirm(cx, batch, { account, name });
  await cx.record({
    chain: INSTANCE,
    action: 'facilities.import-confirmed',
    object: batch,
    detail: { guards: row.guards.map(({ code }) => code) },
  });
  const left = missing({ ...row, confirmations: [...row.confirmations, { account, name, at: '' }] });
  return { missing: left, job: left === 0 ? await startJob(cx, PUBLISH, { batch }) : null };
}

/** Leaves an import aside for good. */
export async function abandonBatch(cx: Cx, { batch }: { batch: string }): Promise<void> {
  await underDecision(cx, batch);
  await store.endBatch(cx, batch, { state: 'abandoned', problem: null });
  await cx.record({ chain: INSTANCE, action: 'facilities.import-abandoned', object: batch });
}
