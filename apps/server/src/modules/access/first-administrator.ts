import type { createFirstAdministrator as contract } from '@egide/contract/access';
import type { InputOf } from '@egide/contract/endpoint';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import { forgetInstanceFact, instanceFact, setInstanceFact } from '../../platform/db/instance-facts.ts';
import { newToken } from '../../platform/crypto.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { normaliseLogin, tokenHash } from './doorkeeper.ts';
import { hashPassword, isWeak } from './passwords.ts';
import * as store from './store.ts';

/** While nobody runs this instance: a new set-up token, of which only the hash is kept; null once there is an administrator. */
export async function offerSetup(cx: Cx): Promise<string | null> {
  if (await store.anyAdministrator(cx)) return null;
  const token = newToken();
  await setInstanceFact(cx, 'setup', tokenHash(token));
  return token;
}

export async function describeSetup(cx: Cx): Promise<{ needed: boolean; fictional: boolean }> {
  return { needed: !(await store.anyAdministrator(cx)), fictional: (await instanceFact(cx, 'fictional')) === true };
}

/** The set-up link works once: it makes the first administrator and is forgotten. */
export async function createFirstAdministrator(cx: Cx, input: InputOf<typeof contract>): Promise<{ login: string }> {
  if (await store.anyAdministrator(cx)) throw refuse('setup-done');
  if ((await instanceFact(cx, 'setup')) !== tokenHash(input.token)) throw refuse('setup-token-refused');
  const login = normaliseLogin(input.login);
  if (login === null || isWeak(input.password, { login, name: input.name })) throw refuse('password-too-weak');
  await store.becomePlatform(cx);
  // Of two who use the link at the same moment one finds it there.
  if (!(await forgetInstanceFact(cx, 'setup'))) throw refuse('setup-done');
  if (await store.isTaken(cx, login)) throw refuse('login-taken');
  const account = cx.newId();
  await store.addAccount(cx, {
    id: account,
    login,
    name: input.name,
    locale: cx.locale,
    password: await hashPassword(input.password),
    totp_secret: null,
    totp_confirmed: false,
    fictional: false,
  });
  await store.addHold(cx, { account, role: 'platform-administrator', kind: 'platform', organisation: 'instance' });
  await cx.record({ chain: INSTANCE, action: 'access.administrator-created', object: account, detail: { login } });
  return { login };
}
