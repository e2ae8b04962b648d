import type {
  acceptInvitation as acceptContract,
  Invitation,
  readInvitation as readContract,
} from '@egide/contract/people';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { Role } from '@egide/contract/roles';
import { MS_DAY } from '@egide/kernel/days';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import { newToken } from '../../../platform/crypto.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { tokenHash } from '../doorkeeper.ts';
import { hashPassword, isWeak } from '../passwords.ts';
import { placeNames } from '../places.ts';
import * as store from './store.ts';

const LASTS_MS = 7 * MS_DAY;

/** A link for one account, replacing the one before. Behind `#`, it reaches no server and no log when the page is opened. */
export async function makeInvitation(cx: Cx, account: string): Promise<Invitation> {
  const token = newToken();
  const expires = new Date(cx.now().getTime() + LASTS_MS);
  await store.invite(cx, account, { hash: tokenHash(token), until: expires });
  return { token, path: `/invitation#${token}`, expires: expires.toISOString() };
}

export async function readInvitation(
  cx: Cx,
  { token }: InputOf<typeof readContract>,
): Promise<AnswerOf<typeof readContract>> {
  const found = await store.invited(cx, tokenHash(token));
  if (!found) throw refuse('not-found');
  const nameOf = await placeNames(cx, found.roles, cx.locale);
  return {
    login: found.login,
    name: found.name,
    expires: found.expires.toISOString(),
    roles: found.roles.map((r) => ({ role: Role.parse(r.role), organisation: nameOf(r.kind, r.organisation) })),
  };
}

/** Whoever holds the link chooses the password of its account, once. Codes already enrolled stay. */
export async function acceptInvitation(
  cx: Cx,
  { token, password }: InputOf<typeof acceptContract>,
): Promise<AnswerOf<typeof acceptContract>> {
  const found = await store.invited(cx, tokenHash(token));
  if (!found) throw refuse('not-found');
  if (isWeak(password, found)) throw refuse('password-too-weak');
  if (!(await store.acceptInvitation(cx, tokenHash(token), await hashPassword(password)))) throw refuse('not-found');
  await cx.record({
    chain: INSTANCE,
    action: 'access.invitation-accepted',
    object: found.account,
    detail: { login: found.login },
  });
  return { login: found.login };
}
