import type { Invitation } from '@egide/contract/people';
import { actorAccount } from '../../../platform/actor.ts';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { normaliseLogin } from '../doorkeeper.ts';
import { chainOf } from '../places.ts';
import { makeInvitation } from './invitations.ts';
import { can } from './policy.ts';
import * as store from './store.ts';

/** A person whom this reader may let in again; what they hold, as far as this reader sees. */
async function managed(cx: Cx, account: string): Promise<{ login: string; chains: ReadonlySet<string> }> {
  const [person, holds] = [await store.personById(cx, account), await store.holdsOfAll(cx, [account])];
  if (
    !person ||
    !cx.sees(account === actorAccount(cx.actor) || can.runAccounts(cx.actor) || holds.some((h) => can.see(cx.actor, h)))
  )
    throw refuse('not-found');
  if (account === actorAccount(cx.actor)) throw refuse('not-to-oneself');
  const held = holds.filter((h) => h.revoked === null);
  cx.allow(
    can.runAccounts(cx.actor) || held.some((h) => can.giveRole(cx.actor, h) === true) || 'only-director-gives-roles',
  );
  if (!(await store.manages(cx, account))) throw refuse('works-elsewhere');
  return { login: person.login, chains: new Set([INSTANCE, ...held.map(chainOf)]) };
}

/** A new link: the first was lost, or the password was forgotten. */
export async function renewInvitation(cx: Cx, { account }: { account: string }): Promise<Invitation> {
  const { login, chains } = await managed(cx, account);
  for (const chain of chains)
    await cx.record({ chain, action: 'access.invitation-made', object: account, detail: { login } });
  return makeInvitation(cx, account);
}

/** The phone is lost: sessions end, the next sign-in enrols a new one. */
export async function freePhone(cx: Cx, { account }: { account: string }): Promise<void> {
  const { login, chains } = await managed(cx, account);
  await store.forgetCodes(cx, account);
  for (const chain of chains)
    await cx.record({ chain, action: 'access.one-time-codes-forgotten', object: account, detail: { login } });
}

/** The operator of the machine lets somebody in again who lost everything: when it is the last administrator, nobody else could. */
export async function letInAsOperator(cx: Cx, login: string): Promise<Invitation> {
  cx.allow(cx.actor.kind === 'operator');
  const account = await store.accountOf(cx, normaliseLogin(login) ?? '');
  if (account === null) throw refuse('nobody-of-that-login');
  await freePhone(cx, { account });
  return renewInvitation(cx, { account });
}
