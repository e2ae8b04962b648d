import type { Locale } from '@egide/kernel/locale';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { appendAudit, type AuditEntry } from './audit-log/append.ts';
import type { Clock } from './clock.ts';
import { newId } from './crypto.ts';
import type { Transaction } from './db/transaction.ts';
import { refuse } from './refusal.ts';

/** A policy's answer: true, or false, or the code of the refusal when the reader may see the thing but not do this. */
export type Decision = boolean | string;

/** The only ambient thing: who acts, in which transaction, when. A use case takes it first. */
export interface Cx {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly tx: Transaction;
  /** The instant of this use case: the same for everything it writes. */
  now(): Date;
  newId(): string;
  /** Throws the refusal `forbidden` (or the code given) unless the decision is true. */
  allow(decision: Decision): void;
  /** Appends to the audit log of a legal entity, or of the instance, in this transaction. */
  record(entry: AuditEntry): Promise<void>;
  /** Adds a job to the queue; it exists only if this transaction commits. */
  enqueue(task: string, payload: object): Promise<void>;
}

interface Around {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly clock: Clock;
  /** Tests of the second wall switch the first one off. */
  readonly policiesOff?: boolean;
}

export function makeCx(tx: Transaction, around: Around): Cx {
  const at = around.clock.now();
  const cx: Cx = {
    actor: around.actor,
    locale: around.locale,
    requestId: around.requestId,
    tx,
    now: () => at,
    newId,
    allow(decision) {
      if (decision === true || around.policiesOff) return;
      throw refuse(decision === false ? 'forbidden' : decision);
    },
    record: (entry) => appendAudit(cx, entry),
    async enqueue(task, payload) {
      await sql`select platform.enqueue(${task}, ${JSON.stringify(payload)}::json)`.execute(tx);
    },
  };
  return cx;
}
