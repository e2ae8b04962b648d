import { sql } from 'kysely';
import type { Cx } from '../cx.ts';

/** Ends the chains of invented legal entities; the caller says so on the chain of the instance. */
export async function removeFictionalChains(cx: Cx): Promise<void> {
  await sql`select audit_log.remove_fictional()`.execute(cx.tx);
}
