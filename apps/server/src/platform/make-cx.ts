import type { Locale } from '@egide/kernel/locale';
import { sql } from 'kysely';
import type { Actor } from './actor.ts';
import { appendAudit } from './audit-log/append.ts';
import type { Clock } from './clock.ts';
import { newId } from './crypto.ts';
import type { Cx } from './cx.ts';
import type { Transaction } from './db/transaction.ts';
import { refuse } from './refusal.ts';

interface Around {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly clock: Clock;
  /** Tests of the second wall switch the first one off. */
  readonly policiesOff?: boolean;
}

/** The context of one use case, inside its transaction. */
export function makeCx(tx: Transaction, around: Around): Cx {
  const at = around.clock.now();
  const cx: Cx = {
    actor: around.actor,
    locale: around.locale,
    requestId: around.requestId,
    tx,
    now: () => at,
    newId,
    sees: (decision) => decision || around.policiesOff === true,
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
