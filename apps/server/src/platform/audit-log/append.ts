import { sql } from 'kysely';
import { actorLabel } from '../actor.ts';
import type { Cx } from '../cx.ts';
import type { AuditEntry } from './entry.ts';

/** Appends one entry; numbering and hashing are done by the database, which gives the application no way to change an entry. */
export async function appendAudit(cx: Cx, { chain, action, object, detail }: AuditEntry): Promise<void> {
  const entry = JSON.stringify({ at: cx.now().toISOString(), actor: actorLabel(cx.actor), action, ...(object === undefined ? {} : { object }), ...(detail === undefined ? {} : { detail }), request: cx.requestId });
  await sql`select audit_log.append(${chain}, ${entry})`.execute(cx.tx);
}
