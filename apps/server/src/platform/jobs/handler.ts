import type { Cx } from '../cx.ts';

/** What a running job may do. */
export interface JobRun {
  readonly id: string;
  /** A transaction with the rights of whoever asked for the job, or of the system when nobody did. */
  inTransaction<T>(work: (cx: Cx) => Promise<T>): Promise<T>;
  /** Said to whoever watches: a step by its name in the catalogue, how much is done, of how much. */
  progress(step: string, done: number, total: number | null): Promise<void>;
  /** Throws when somebody asked to cancel. */
  checkCancelled(): Promise<void>;
}

/** A job: idempotent, payload checked by itself, its result kept as JSON. */
export type JobHandler = (run: JobRun, payload: unknown) => Promise<unknown>;
