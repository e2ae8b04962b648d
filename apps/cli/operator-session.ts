import type { Cx, Doors } from '@egide/server/operator';
import { EXIT, messagesOf, type Machine } from './terminal.ts';

/** What a command did on a data folder; `refused` when the use case said no, with its words. */
export type Done<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'closed'; readonly exit: number };

/** Opens a data folder as the operator of the machine, runs one use case in one transaction, and closes it again. */
export async function asOperator<T>(
  machine: Machine,
  data: string | null,
  work: (cx: Cx, doors: Doors, folder: string) => Promise<T>,
): Promise<Done<T>> {
  // Loaded here and not above: a wrong argument must not cost the loading of the database.
  const { doors, openOperator, Refusal, wordsOf } = await import('@egide/server/operator');
  const opened = await openOperator({ data, locale: machine.locale }, machine.env).catch((cause: unknown) =>
    cause instanceof Error ? cause.message : String(cause),
  );
  if (typeof opened === 'string') {
    machine.err(messagesOf('cli', machine.locale)('failed', { reason: opened }));
    return { kind: 'closed', exit: EXIT.usage };
  }
  try {
    return { kind: 'done', value: await opened.run((cx) => work(cx, doors, opened.folder)) };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { kind: 'refused', code: cause.code, message: wordsOf(machine.locale, cause.code, cause.params).detail };
  } finally {
    await opened.close();
  }
}
