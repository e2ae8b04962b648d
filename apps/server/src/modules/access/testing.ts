import type { Role } from '@egide/contract/roles';
import { HELD_AT } from '@egide/contract/roles';
import type { TestInstance } from '../../testing.ts';
import { addAccount, addHold } from './store.ts';

/** An account that holds one role at one organisation; answers its id. */
export function aPerson(instance: TestInstance, role: Role, organisation: string, over: { login?: string; name?: string; until?: Date } = {}): Promise<string> {
  return instance.asOperator(async (cx) => {
    const id = cx.newId();
    await addAccount(cx, { id, login: over.login ?? `${id}@example.org`, name: over.name ?? 'Camille Rouvière', locale: 'fr', password: 'x', totp_secret: null, totp_confirmed: true, fictional: true });
    const until = over.until ?? (role === 'auditor' ? new Date(cx.now().getTime() + 90 * 86_400_000) : undefined);
    await addHold(cx, { account: id, role, kind: HELD_AT[role], organisation, ...(until ? { until } : {}) });
    return id;
  });
}
