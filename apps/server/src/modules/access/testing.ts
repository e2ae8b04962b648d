import type { Role } from '@egide/contract/roles';
import { HELD_AT } from '@egide/contract/roles';
import { newToken } from '../../platform/crypto.ts';
import type { TestInstance } from '../../testing.ts';
import { tokenHash } from './doorkeeper.ts';
import { addAccount, addHold } from './store.ts';

/** An account that holds one role at one organisation; answers its id. */
export function aPerson(
  instance: TestInstance,
  role: Role,
  organisation: string,
  over: { login?: string; name?: string; until?: Date } = {},
): Promise<string> {
  return instance.asOperator(async (cx) => {
    const id = cx.newId();
    await addAccount(cx, {
      id,
      login: over.login ?? `${id}@example.org`,
      name: over.name ?? 'Camille Rouvière',
      locale: 'fr',
      password: 'x',
      totp_secret: null,
      totp_confirmed: true,
      fictional: true,
    });
    const until = over.until ?? (role === 'auditor' ? new Date(cx.now().getTime() + 90 * 86_400_000) : undefined);
    await addHold(cx, { account: id, role, kind: HELD_AT[role], organisation, ...(until ? { until } : {}) });
    return id;
  });
}

/** A session of this account, as its browser shows it. */
export async function signedIn(
  instance: TestInstance,
  account: string,
): Promise<{ cookie: string; 'x-egide-request': '1' }> {
  const token = newToken();
  await instance.owner.query(
    `insert into access.sessions (id, token_hash, account, opened, seen, expires, agent, address) values (gen_random_uuid(), $1, $2, $3, $3, '2100-01-01', 'Firefox', '192.0.2.1')`,
    [tokenHash(token), account, instance.clock.now()],
  );
  return { cookie: `egide=${token}`, 'x-egide-request': '1' };
}
