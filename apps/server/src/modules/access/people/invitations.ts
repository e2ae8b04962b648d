import type {
  acceptInvitation as acceptContract,
  Invitation,
  readInvitation as readContract,
} from '@egide/contract/people';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { Role } from '@egide/contract/roles';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { asked } from '../acceptances/store.ts';
import { tokenHash } from '../doorkeeper.ts';
import { newLink } from '../link.ts';
import { hashPassword, isWeak } from '../passwords.ts';
import { placeNames } from '../places.ts';
import * as store from './store.ts';

/** A link for one account, replacing the one before. */
export async function makeInvitation(cx: Cx, account: string): Promise<Invitation> {
  const link = newLink(cx, 'password');
  await store.invite(cx, account, link);
  return link.shown;
}

export async function readInvitation(
  cx: Cx,
  { token }: InputOf<typeof readContract>,
): Promise<AnswerOf<typeof readContract>> {
  const found = await store.invited(cx, tokenHash(token));
  if (!found) return readAcceptance(cx, token);
  const nameOf = await placeNames(cx, found.roles, cx.locale);
  return {
    kind: 'password',
    login: found.login,
    name: found.name,
    expires: found.expires.toISOString(),
    roles: found.roles.map((r) => ({ role: Role.parse(r.role), organisation: nameOf(r.kind, r.organisation) })),
  };
}

async function readAcceptance(cx: Cx, token: string): Promise<AnswerOf<typeof readContract>> {
  const found = await asked(cx, tokenHash(token));
  if (!found) throw refuse('not-found');
  const vouched = { kind: found.vouched_kind, organisation: found.vouched_organisation };
  const nameOf = await placeNames(cx, [found, vouched], cx.locale);
  return {
    kind: 'acceptance',
    login: found.login,
    name: found.name,
    expires: found.expires.toISOString(),
    role: Role.parse(found.role),
    organisation: nameOf(found.kind, found.organisation),
    until: found.until?.toISOString() ?? null,
    givenBy: found.giver,
    openedBy: nameOf(vouched.kind, vouched.organisation),
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
