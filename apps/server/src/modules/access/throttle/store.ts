import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';

type Tables = { 'access.throttle': { bucket: string; failures: number; wait_until: Date; changed: Date } };
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** Seconds that these buckets must still wait; 0 when they need not. */
export async function secondsToWait(cx: Cx, buckets: readonly string[]): Promise<number> {
  const rows = await tables(cx)
    .selectFrom('access.throttle')
    .select('wait_until')
    .where('bucket', 'in', [...buckets])
    .execute();
  return Math.max(0, ...rows.map((r) => Math.ceil((r.wait_until.getTime() - cx.now().getTime()) / 1000)));
}
/** Counts a failure: past `free` of them, the wait doubles each time, from 2 seconds to 15 minutes; an hour of quiet forgets. */
export async function countFailure(cx: Cx, bucket: string, free: number): Promise<void> {
  const now = cx.now();
  await sql`insert into access.throttle as t (bucket, failures, wait_until, changed) values (${bucket}, 1, ${now}, ${now})
    on conflict (bucket) do update set changed = ${now},
      failures = case when t.changed < ${now}::timestamptz - interval '1 hour' then 1 else t.failures + 1 end,
      wait_until = ${now}::timestamptz + make_interval(secs => case when t.changed < ${now}::timestamptz - interval '1 hour' or t.failures + 1 <= ${free} then 0
        else least(900, power(2, least(t.failures + 1 - ${free}, 10))) end)`.execute(cx.tx);
}
/** Counts an attempt that costs no wait; answers how many there were. */
export async function countAttempt(cx: Cx, bucket: string): Promise<number> {
  const now = cx.now();
  const { rows } = await sql<{
    failures: number;
  }>`insert into access.throttle as t (bucket, failures, wait_until, changed)
    values (${bucket}, 1, ${now}, ${now}) on conflict (bucket) do update set failures = t.failures + 1, changed = ${now}
    returning failures`.execute(cx.tx);
  return rows[0]?.failures ?? 1;
}
/** Takes away what an hour of quiet has emptied: nothing is kept that nobody reads. */
export async function sweepBuckets(cx: Cx): Promise<void> {
  await tables(cx)
    .deleteFrom('access.throttle')
    .where('changed', '<', new Date(cx.now().getTime() - 3_600_000))
    .execute();
}
export async function forgetFailures(cx: Cx, bucket: string): Promise<void> {
  await tables(cx).deleteFrom('access.throttle').where('bucket', '=', bucket).execute();
}
