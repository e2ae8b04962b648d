import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalHeads, type Heads } from '@egide/engines/seal';

/** SHA-256 of the public key, in hexadecimal: short enough to be noted on the day of installation and compared by eye. */
export const fingerprint = ({ key }: Heads): string =>
  createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex');

/** Whether the holder of the private key belonging to `key` signed this body. */
export function isSigned(heads: Heads): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(heads.key, 'base64'), format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, Buffer.from(canonicalHeads(heads), 'utf8'), key, Buffer.from(heads.signature, 'base64'))
    );
  } catch {
    // A key or a signature that cannot even be read signs nothing.
    return false;
  }
}
