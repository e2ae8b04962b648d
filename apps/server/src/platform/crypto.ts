import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();
/** 32 random bytes in base64url: session tokens, set-up tokens. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const sha256Hex = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
/** A secret for one purpose, derived from the key of this instance. */
export const derive = (key: Buffer, purpose: string): Buffer => createHmac('sha256', key).update(purpose).digest();

/** AES-256-GCM; the result is nonce (12 bytes), tag (16 bytes), ciphertext, in base64. */
export function encrypt(key: Buffer, plain: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** Throws when the text was altered or sealed with another key. */
export function decrypt(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}
