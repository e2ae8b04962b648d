import type { Locale } from '@egide/kernel/locale';
import type { Actor } from './actor.ts';
import type { AuditEntry } from './audit-log/entry.ts';
import type { Transaction } from './db/transaction.ts';

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
  /** Whether this reader sees the thing at all: a decision about visibility, which tests of the second wall switch off with the others. */
  sees(decision: boolean): boolean;
  /** Throws the refusal `forbidden` (or the code given) unless the decision is true. */
  allow(decision: Decision): void;
  /** Appends to the audit log of a legal entity, or of the instance, in this transaction. */
  record(entry: AuditEntry): Promise<void>;
  /** Adds a job to the queue; it exists only if this transaction commits. */
  enqueue(task: string, payload: object): Promise<void>;
}
