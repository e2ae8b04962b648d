import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { actorAccount } from '../../../platform/actor.ts';
import { chainOf } from '../places.ts';
import { runsPlatform } from '../policy.ts';
import { can } from './policy.ts';
import * as store from './store.ts';

/** Ends a role from the next request on. A facility keeps a director unless the platform takes the last one away; the platform keeps an administrator. */
export async function endRole(cx: Cx, input: { account: string; hold: string }): Promise<void> {
  const hold = await store.holdById(cx, input.account, input.hold);
  if (!hold || !cx.sees(hold.account === actorAccount(cx.actor) || can.see(cx.actor, hold))) throw refuse('not-found');
  cx.allow(can.giveRole(cx.actor, hold));
  if (hold.revoked !== null) throw refuse('role-over');
  const counts = hold.accepted !== null;
  if (
    counts &&
    hold.role === 'facility-director' &&
    !runsPlatform(cx.actor) &&
    (await store.othersWith(cx, hold)) === 0
  )
    throw refuse('last-director');
  if (counts && hold.role === 'platform-administrator' && (await store.othersWith(cx, hold)) === 0)
    throw refuse('last-administrator');
  await store.revokeHold(cx, hold.id);
  await cx.record({
    chain: chainOf(hold),
    action: 'access.role-ended',
    object: hold.account,
    detail: { login: (await store.accountOfHold(cx, hold))?.login, role: hold.role, organisation: hold.organisation },
  });
}
