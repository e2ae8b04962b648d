import { sql } from 'kysely';
import { actorLabel } from '../actor.ts';
import type { Cx } from '../cx.ts';

/** Chain of what concerns no facility. */
export const INSTANCE = 'instance';

/** What is written for ever: the act, on what, with the few facts that make it readable later. */
export interface AuditEntry {
  /** FINESS number of the legal entity concerned, or `instance`. */
  readonly chain: string;
  /** `module.fact-in-the-past`: `evidence.observation-recorded`. */
  readonly action: string;
  readonly object?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Appends one entry; numbering and hashing are done by the database, which gives the application no way to change an entry. */
export async function appendAudit(cx: Cx, { chain, action, object, detail }: AuditEntry): Promise<void> {
  const entry = JSON.stringify({ at: cx.now().toISOString(), actor: actorLabel(cx.actor), action, ...(object === undefined ? {} : { object }), ...(detail === undefined ? {} : { detail }), request: cx.requestId });
  await sql`select audit_log.append(${chain}, ${entry})`.execute(cx.tx);
}
