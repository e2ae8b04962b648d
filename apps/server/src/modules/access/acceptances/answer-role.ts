import type { acceptRole as acceptContract, declineRole as declineContract } from '@egide/contract/people';
import type { InputOf } from '@egide/contract/endpoint';
import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { tokenHash } from '../doorkeeper.ts';
import { chainOf } from '../places.ts';
import * as store from './store.ts';

/** The person, in their own session and with the link of whoever gave the role: from the next request on it counts. */
export const acceptRole = (cx: Cx, { token }: InputOf<typeof acceptContract>): Promise<void> => answer(cx, token, true);

/** The role ends without ever having counted. */
export const declineRole = (cx: Cx, { token }: InputOf<typeof declineContract>): Promise<void> =>
  answer(cx, token, false);

async function answer(cx: Cx, token: string, accepts: boolean): Promise<void> {
  const asked = await store.asked(cx, tokenHash(token));
  if (!asked) throw refuse('not-found');
  cx.allow((cx.actor.kind === 'person' && asked.account === actorAccount(cx.actor)) || 'link-of-another');
  if (!(await store.answer(cx, tokenHash(token), accepts))) throw refuse('not-found');
  await cx.record({
    chain: chainOf(asked),
    action: accepts ? 'access.role-accepted' : 'access.role-declined',
    object: asked.account,
    detail: { login: asked.login, role: asked.role, organisation: asked.organisation },
  });
}
