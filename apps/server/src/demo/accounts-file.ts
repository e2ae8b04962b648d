import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from './people.ts';

const FILE = 'demo-accounts.json';

/** Keeps who may sign in beside the data they belong to, for whoever may read the data folder. */
export function writeAccounts(folder: string, accounts: readonly DemoAccount[]): void {
  const file = join(folder, FILE);
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Secrets of people who are gone. */
export const forgetAccounts = (folder: string): void => rmSync(join(folder, FILE), { force: true });
