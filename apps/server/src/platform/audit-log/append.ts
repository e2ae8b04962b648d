import { sql } from 'kysely';
import { actorLabel } from '../actor.ts';
import type { Cx } from '../cx.ts';
import type { AuditEntry } from './entry.ts';

/** What a text of the database cannot hold: a zero, or half of a surrogate pair, which has no UTF-8 form and so no hash. */
const storable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\u{fffd}') : value;

/** Appends one entry; numbering and hashing are done by the database, which gives the application no way to change an entry. */
export async function appendAudit(cx: Cx, { chain, action, object, detail }: AuditEntry): Promise<void> {
  const entry = JSON.stringify(
    {
      at: cx.now().toISOString(),
      actor: actorLabel(cx.actor),
      action,
      ...(object === undefined ? {} : { object }),
      ...(detail === undefined ? {} : { detail }),
      request: cx.requestId,
    },
    storable,
  );
  await sql`select audit_log.append(${chain}, ${entry})`.execute(cx.tx);
}
