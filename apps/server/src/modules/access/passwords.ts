import { hash, verify } from '@node-rs/argon2';

// OWASP's figures for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

let decoy: Promise<string> | null = null;

/** Takes the same time when there is no such account. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const right = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return stored !== undefined && right;
}

/** Refuses what is short, repeats itself, runs along the keyboard or holds the person's own name or login. */
export function isWeak(password: string, { login, name }: { login: string; name: string }): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const own = [...login.toLowerCase().split(/[@.\-_]/), ...name.toLowerCase().split(/\s+/)].filter((w) => w.length > 3);
  return (
    text.length < 12 ||
    new Set(text).size < 6 ||
    own.some((w) => text.includes(w)) ||
    /0123|1234|azerty|qwerty|abcd|motdepasse|password/.test(text)
  );
}
