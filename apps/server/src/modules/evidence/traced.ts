import { sha256Hex } from '../../platform/crypto.ts';

/** Facts of one recording that the log names one by one; more than a person reads, and a log page would send megabytes. */
const NAMED = 50;

/**
 * What an entry says of the facts recorded at once: each of them, or, of a whole file, how many of which key and the SHA-256 of
 * their ids in the order of recording, a line each, by which the ledger can be held against it.
 */
export function traced<T extends { readonly id: string; readonly key: string }>(
  added: readonly T[],
): Record<string, unknown> {
  if (added.length <= NAMED) return { observations: added };
  const keys: Record<string, number> = {};
  for (const { key } of added) keys[key] = (keys[key] ?? 0) + 1;
  return { observations: added.length, keys, sha256: sha256Hex(added.map(({ id }) => id).join('\n')) };
}
