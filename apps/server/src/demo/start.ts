import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@egide/kernel/result';
import { OPERATOR } from '../modules/access/index.ts';
import { encrypt } from '../platform/crypto.ts';
import type { Instance } from '../platform/instance.ts';
import { loadDemo, standing } from './load.ts';
import type { DemoAccount } from './people.ts';

const FILE = 'demo-accounts.json';

/** What `--demo` does: makes the fictional territory in an empty folder, nothing in one that holds it, and refuses any other. */
export async function openDemo(instance: Instance): Promise<Result<void, string>> {
  const found = await instance.run({ actor: { kind: 'system', name: 'demo' }, opening: OPERATOR }, async (cx) => {
    const stands = await standing(cx);
    // Written before the transaction ends: accounts never exist without their file. A transaction that fails leaves a file that the next start replaces.
    if (stands === 'empty') writeAccounts(instance.folder, await loadDemo(cx, (plain) => encrypt(instance.keys.secrets, plain)));
    return stands;
  });
  return found === 'real' ? err(`--demo: ${instance.folder} holds real data, which a fictional territory may not join: give an empty folder with --data.`) : ok(undefined);
}

function writeAccounts(folder: string, accounts: readonly DemoAccount[]): void {
  const file = join(folder, FILE);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Secrets of people who are gone. */
export const forgetAccounts = (folder: string): void => rmSync(join(folder, FILE), { force: true });
