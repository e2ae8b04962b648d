import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { derive } from './crypto.ts';

const KEY_BYTES = 32;

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
  if (!existsSync(file)) makeKey(file);
  const root = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (root.length !== KEY_BYTES) throw new Error(`${file} is not a key of Égide: put back the one of your backup.`);
  return {
    folder,
    secrets: derive(root, 'secrets'),
    database: (role) => derive(root, `database:${role}`).toString('hex'),
  };
}

/** Written whole under another name, then linked: nobody ever reads half a key, and of two first starts one makes it. */
function makeKey(file: string): void {
  const making = `${file}.${process.pid}`;
  writeFileSync(making, randomBytes(KEY_BYTES).toString('hex'), { mode: 0o600, flush: true });
  try {
    linkSync(making, file);
  } catch (e) {
    if (!existsSync(file)) throw e;
  } finally {
    rmSync(making, { force: true });
  }
}
