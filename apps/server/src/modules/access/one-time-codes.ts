import { generateSecret, generateURI, verifySync } from 'otplib';

/** Seconds that a code lives (RFC 6238). */
const PERIOD = 30;

export const newSecret = (): string => generateSecret({ length: 20 });
export const enrolmentUri = (secret: string, login: string): string =>
  generateURI({ issuer: 'Égide', label: login, secret });

/** The step of a right code, one step early or late accepted for clocks that drift; null when it is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token, epoch, period: PERIOD, epochTolerance: PERIOD });
  return result.valid ? Math.floor(epoch / PERIOD) + result.delta : null;
}
