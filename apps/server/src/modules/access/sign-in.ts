import type { Me, signIn as contract } from '@egide/contract/access';
import type { InputOf } from '@egide/contract/endpoint';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import { newToken } from '../../platform/crypto.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { passwordAlone } from './attempts.ts';
import { normaliseLogin, tokenHash } from './doorkeeper.ts';
import { describeAccount } from './me.ts';
import { networkOf } from './network.ts';
import { stepOf } from './one-time-codes.ts';
import { passwordMatches } from './passwords.ts';
import * as store from './store.ts';
import * as throttle from './throttle/store.ts';

/** A session lives twelve hours: a working day, and the night of a crisis. */
const SESSION_MS = 12 * 3_600_000;
/** Failures before waiting begins. A whole hospital may stand behind one address: its Monday morning must not shut it out. */
const FREE_TRIES = { person: 5, address: 300, codes: 10 };

export interface Caller {
  readonly address: string;
  readonly agent: string;
  /** Opens what is sealed at rest. */
  readonly unseal: (sealed: string) => string;
}
export interface SignedIn {
  readonly me: Me;
  readonly token: string;
  readonly expires: Date;
}

const buckets = (login: string, address: string) => ({
  person: `login:${tokenHash(login)}:${networkOf(address)}`,
  address: `address:${networkOf(address)}`,
});
/** Wrong codes after the right password, wherever they come from: whoever gets so far is no stranger, and may have many addresses. */
const codesOf = (login: string): string => `codes:${tokenHash(login)}`;

/** Throws `too-many-attempts` while this login from this address, or this address, must wait. */
export async function waitYourTurn(cx: Cx, login: string, address: string): Promise<void> {
  await waitFor(cx, Object.values(buckets(login, address)));
}
async function waitFor(cx: Cx, which: readonly string[]): Promise<void> {
  const seconds = await throttle.secondsToWait(cx, which);
  if (seconds > 0) throw refuse('too-many-attempts', { seconds });
}

/** The refusal of a wrong password or code, at the door or again inside; what it costs is written after the transaction that it undoes. */
export function failedProof(
  code: 'credentials-refused' | 'code-refused' | 'proof-refused',
  login: string,
  address: string,
): Refusal {
  return refuse(code).leaving(async (cx) => {
    const at = buckets(login, address);
    await throttle.sweepBuckets(cx);
    await throttle.countFailure(cx, at.person, FREE_TRIES.person);
    await throttle.countFailure(cx, at.address, FREE_TRIES.address);
    if (code === 'code-refused') await throttle.countFailure(cx, codesOf(login), FREE_TRIES.codes);
    await cx.record({ chain: INSTANCE, action: 'access.sign-in-refused', detail: { login, address, code } });
  });
}

export async function signIn(cx: Cx, input: InputOf<typeof contract>, caller: Caller): Promise<SignedIn> {
  const login = normaliseLogin(input.login) ?? '';
  await waitYourTurn(cx, login, caller.address);
  const account = await store.credentialsOf(cx, login);
  if (!(await passwordMatches(account?.password, input.password)) || !account)
    throw failedProof('credentials-refused', login, caller.address);
  if (!account.totp_secret || (!account.totp_confirmed && !input.code))
    throw passwordAlone('enrolment-required', { login, address: caller.address });
  if (!input.code) throw passwordAlone('code-required', { login, address: caller.address });
  await waitFor(cx, [codesOf(login)]);
  const step = stepOf(caller.unseal(account.totp_secret), input.code, cx.now());
  if (step === null || !(await store.useStep(cx, account.id, step)))
    throw failedProof('code-refused', login, caller.address);
  await throttle.forgetFailures(cx, buckets(login, caller.address).person);
  const token = newToken();
  const expires = new Date(cx.now().getTime() + SESSION_MS);
  await store.openAccount(cx, account.id);
  await throttle.sweepBuckets(cx);
  await store.sweepSessions(cx, account.id);
  await store.addSession(cx, {
    id: cx.newId(),
    token_hash: tokenHash(token),
    account: account.id,
    expires,
    agent: caller.agent,
    address: caller.address,
  });
  await cx.record({
    chain: INSTANCE,
    action: 'access.signed-in',
    object: account.id,
    detail: { login, address: caller.address, firstCode: !account.totp_confirmed },
  });
  return { me: await describeAccount(cx, account), token, expires };
}
