import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { can } from './policy.ts';
import * as store from './store.ts';

async function person(cx: Cx, account: string): Promise<store.PersonRow> {
  const found = await store.personById(cx, account);
  if (
    !found ||
    !cx.sees(
      can.runAccounts(cx.actor) ||
        account === actorAccount(cx.actor) ||
        (await store.holdsOfAll(cx, [account])).some((h) => can.see(cx.actor, h)),
    )
  )
    throw refuse('not-found');
  cx.allow(can.runAccounts(cx.actor));
  return found;
}

/** Closes an account: its sessions end, nothing opens it any more. */
export async function disablePerson(cx: Cx, { account }: { account: string }): Promise<void> {
  const { login, disabled } = await person(cx, account);
  if (account === actorAccount(cx.actor)) throw refuse('not-to-oneself');
  const runs = (await store.holdsOfAll(cx, [account])).some(
    (h) => h.role === 'platform-administrator' && h.accepted !== null && h.revoked === null,
  );
  if (runs && (await store.othersWith(cx, { account, role: 'platform-administrator', organisation: 'instance' })) === 0)
    throw refuse('last-administrator');
  if (disabled !== null) return;
  await store.setDisabled(cx, account, cx.now());
  await cx.record({ chain: INSTANCE, action: 'access.account-disabled', object: account, detail: { login } });
}

export async function enablePerson(cx: Cx, { account }: { account: string }): Promise<void> {
  const { login, disabled } = await person(cx, account);
  if (disabled === null) return;
  await store.setDisabled(cx, account, null);
  await cx.record({ chain: INSTANCE, action: 'access.account-enabled', object: account, detail: { login } });
}
