import type { changePassword as contract } from '@egide/contract/access';
import type { InputOf } from '@egide/contract/endpoint';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { stepOf } from '../one-time-codes.ts';
import { hashPassword, isWeak, passwordMatches } from '../passwords.ts';
import { failedProof, waitYourTurn } from '../sign-in.ts';
import * as store from '../store.ts';

interface Caller {
  readonly address: string;
  readonly unseal: (sealed: string) => string;
}

/** Only who proves again to be that person changes the password; the other sessions end, for one of them may be a stranger's. */
export async function changePassword(
  cx: Cx,
  input: InputOf<typeof contract>,
  { address, unseal }: Caller,
): Promise<void> {
  if (cx.actor.kind !== 'person' || cx.actor.session === null) throw refuse('not-for-services');
  const { account, login, name, session } = cx.actor;
  await waitYourTurn(cx, login, address);
  const own = await store.credentialsOf(cx, login);
  const step = own?.totp_secret ? stepOf(unseal(own.totp_secret), input.code, cx.now()) : null;
  const right = await passwordMatches(own?.password, input.current);
  if (!right || step === null || !(await store.useStep(cx, account, step)))
    throw failedProof('proof-refused', login, address);
  if (isWeak(input.password, { login, name })) throw refuse('password-too-weak');
  await store.keepPassword(cx, account, await hashPassword(input.password));
  await store.removeOtherSessions(cx, account, session);
  await cx.record({ chain: INSTANCE, action: 'access.password-changed', object: account, detail: { login } });
}
