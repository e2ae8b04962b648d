import type { Invitation } from '@egide/contract/people';
import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { newLink } from '../link.ts';
import { chainOf } from '../places.ts';
import { endedAt } from '../people/list-people.ts';
import { can } from '../people/policy.ts';
import { accountOfHold, holdById } from '../people/store.ts';
import * as store from './store.ts';

/** A link by which its person accepts a pending role, in place of the one before. */
export async function makeAcceptance(cx: Cx, hold: string): Promise<Invitation> {
  const link = newLink(cx, 'acceptance');
  await store.ask(cx, hold, link);
  return link.shown;
}

/** The link was lost, or is too old. Nobody makes one for oneself: it must come from somebody who knows the person. */
export async function renewAcceptance(cx: Cx, input: { account: string; hold: string }): Promise<Invitation> {
  const hold = await holdById(cx, input.account, input.hold);
  if (!hold || !cx.sees(hold.account === actorAccount(cx.actor) || can.see(cx.actor, hold))) throw refuse('not-found');
  if (hold.account === actorAccount(cx.actor)) throw refuse('not-to-oneself');
  cx.allow(can.giveRole(cx.actor, hold));
  if (endedAt(cx, hold) !== null) throw refuse('role-over');
  if (hold.accepted !== null) throw refuse('role-accepted');
  await cx.record({
    chain: chainOf(hold),
    action: 'access.acceptance-asked',
    object: hold.account,
    detail: { login: (await accountOfHold(cx, hold))?.login, role: hold.role, organisation: hold.organisation },
  });
  return makeAcceptance(cx, hold.id);
}
