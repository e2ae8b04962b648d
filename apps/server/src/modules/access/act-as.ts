import type { Cx } from '../../platform/cx.ts';
import { makeCx } from '../../platform/make-cx.ts';
import { doorkeeper } from './doorkeeper.ts';
import * as store from './store.ts';

/**
 * Goes on in this transaction with the rights of an account, at an instant; null: those of the system again. For what we
 * do in invented people's names when the fictional territory is made: every wall stands as if they had signed in.
 */
export async function actAs(cx: Cx, account: string | null, at: Date): Promise<Cx> {
  if (cx.actor.kind !== 'system') throw new Error('only the system acts in the name of others');
  const actor = account === null ? cx.actor : doorkeeper.actor(await store.openScope(cx, account, at));
  if (account === null) await store.becomePlatform(cx);
  return makeCx(cx.tx, { actor, locale: cx.locale, requestId: cx.requestId, clock: { now: () => at } });
}

/** Goes on in this transaction as the system, by this name: only after a policy has let the present actor ask for it. */
export async function asSystem(cx: Cx, name: string): Promise<Cx> {
  await store.becomePlatform(cx);
  return makeCx(cx.tx, {
    actor: { kind: 'system', name },
    locale: cx.locale,
    requestId: cx.requestId,
    clock: { now: () => cx.now() },
  });
}
