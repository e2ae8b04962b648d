import type { enrol as contract } from '@egide/contract/access';
import type { InputOf } from '@egide/contract/endpoint';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { passwordAlone } from './attempts.ts';
import { normaliseLogin } from './doorkeeper.ts';
import { enrolmentUri, newSecret } from './one-time-codes.ts';
import { passwordMatches } from './passwords.ts';
import { failedProof, waitYourTurn } from './sign-in.ts';
import * as store from './store.ts';

interface Caller {
  readonly address: string;
  readonly seal: (plain: string) => string;
}

/** First sign-in: makes a secret, confirmed by the first right code. Asked again before that, it makes a new one. */
export async function enrol(
  cx: Cx,
  input: InputOf<typeof contract>,
  caller: Caller,
): Promise<{ secret: string; uri: string }> {
  const login = normaliseLogin(input.login) ?? '';
  await waitYourTurn(cx, login, caller.address);
  const account = await store.credentialsOf(cx, login);
  if (!(await passwordMatches(account?.password, input.password)) || !account)
    throw failedProof('credentials-refused', login, caller.address);
  if (account.totp_confirmed) throw passwordAlone('enrolment-done', { login, address: caller.address });
  const secret = newSecret();
  if (!(await store.keepSecret(cx, account.id, caller.seal(secret)))) throw refuse('enrolment-done');
  await cx.record({ chain: INSTANCE, action: 'access.one-time-codes-enrolled', object: account.id, detail: { login } });
  return { secret, uri: enrolmentUri(secret, login) };
}
