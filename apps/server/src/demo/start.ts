import { err, ok, type Result } from '@egide/kernel/result';
import { OPERATOR } from '../modules/access/index.ts';
import { INSTANCE } from '../platform/audit-log/entry.ts';
import { encrypt } from '../platform/crypto.ts';
import type { Instance } from '../platform/instance.ts';
import { writeAccounts } from './accounts-file.ts';
import { claim, loadDemo } from './load.ts';

/** What `--demo` does: makes the fictional territory in an empty folder, nothing in one that holds it, and refuses any other. */
export async function openDemo(instance: Instance): Promise<Result<void, string>> {
  const found = await instance.run({ actor: { kind: 'system', name: 'demo' }, opening: OPERATOR }, async (cx) => {
    const stands = await claim(cx, { administrators: 'count' });
    if (stands !== 'empty') return stands;
    const accounts = await loadDemo(cx, (plain) => encrypt(instance.keys.secrets, plain));
    await cx.record({ chain: INSTANCE, action: 'demo.loaded', detail: { accounts: accounts.length } });
    // Written before the transaction ends: accounts never exist without their file. A transaction that fails leaves a file that the next start replaces.
    writeAccounts(instance.folder, accounts);
    return stands;
  });
  return found === 'real'
    ? err(
        `--demo: ${instance.folder} holds real data, which a fictional territory may not join: give an empty folder with --data.`,
      )
    : ok(undefined);
}
