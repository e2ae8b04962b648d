import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { derive } from './crypto.ts';

/** Secrets of this instance, kept in `keys/` of the data folder, outside the database. */
export interface Keys {
  /** Password of a database role. */
  database(role: string): string;
  /** Seals one-time-code secrets at rest. */
  readonly secrets: Buffer;
  readonly folder: string;
}

/** Reads the key of the instance, or makes it at the first start. */
export function openKeys(data: string): Keys {
  const folder = join(data, 'keys');
  const file = join(folder, 'instance.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  const root = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  return { folder, secrets: derive(root, 'secrets'), database: (role) => derive(root, `database:${role}`).toString('hex') };
}
