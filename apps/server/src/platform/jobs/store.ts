import { sql } from 'kysely';
import type { Cx } from '../cx.ts';

export interface JobRow {
  id: string;
  kind: string;
  account: string | null;
  payload: unknown;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  step: string;
  done: number;
  total: number | null;
  result: unknown;
  problem: { code: string; params: Record<string, string | number> } | null;
  cancel_asked: boolean;
  created: Date;
  changed: Date;
}
type Tables = { 'platform.jobs': JobRow & { legal_entity: string | null } };
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

export const jobById = (cx: Cx, id: string): Promise<JobRow | undefined> =>
  tables(cx).selectFrom('platform.jobs').selectAll().where('id', '=', id).executeTakeFirst();

export async function addJob(
  cx: Cx,
  job: { id: string; kind: string; account: string | null; payload: object },
): Promise<void> {
  await sql`insert into platform.jobs (id, kind, account, payload, created, changed) values (${job.id}, ${job.kind}, ${job.account}, ${JSON.stringify(job.payload)}::jsonb, ${cx.now()}, ${cx.now()})`.execute(
    cx.tx,
  );
}

type Change = Partial<Pick<JobRow, 'state' | 'step' | 'done' | 'total' | 'cancel_asked'>> & {
  result?: unknown;
  problem?: JobRow['problem'];
};

export async function changeJob(cx: Cx, id: string, change: Change): Promise<void> {
  const { result, problem, ...plain } = change;
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await tables(cx)
    .updateTable('platform.jobs')
    .set({
      ...plain,
      changed: cx.now(),
      ...(result === undefined ? {} : { result: json(result) }),
      // Safe: the driver reads the column back as what was written.
      ...(problem === undefined ? {} : { problem: json(problem) as never }),
    })
    .where('id', '=', id)
    .execute();
}

/** Takes away work for invented people or about invented legal entities. */
export async function removeFictionalJobs(cx: Cx): Promise<void> {
  await sql`select platform.remove_fictional()`.execute(cx.tx);
}
