import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs heads; kept outside the database. */
export interface SealingKey {
  /** Public part, SPKI in base64: what each heads file carries. */
  readonly spki: string;
  /** Ed25519 signature of this text, in base64. */
  sign(text: string): string;
}

/** Reads the key from the folder of keys, or makes it the first time. */
export function openSealingKey(folder: string): SealingKey {
  const file = join(folder, 'heads-ed25519.pem');
  if (!existsSync(file))
    writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
      flag: 'wx',
    });
  const key: KeyObject = createPrivateKey(readFileSync(file));
  return {
    spki: createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  };
}
