import { err, ok, type Result } from '@egide/kernel/result';

/** The last entry of a chain when the heads were sealed. */
export type Head = { readonly chain: string; readonly seq: number; readonly hash: string };
/** What is signed: all heads at one instant, tied to the heads file before by its SHA-256. `key` is an Ed25519 public key, SPKI in base64. */
export type HeadsBody = {
  readonly at: string;
  readonly previous: string | null;
  readonly heads: readonly Head[];
  readonly key: string;
};
export type Heads = HeadsBody & { readonly signature: string };

const FORMAT = 'egide-heads';
const HASH = /^[0-9a-f]{64}$/;

/** The text that the signature covers: the body without spaces, members in this order, heads in the order of the file. */
export const canonicalHeads = ({ at, previous, heads, key }: HeadsBody): string =>
  JSON.stringify({
    format: FORMAT,
    version: 1,
    at,
    previous,
    heads: heads.map(({ chain, seq, hash }) => ({ chain, seq, hash })),
    key,
  });

export function readHeads(text: string): Result<Heads, 'heads-unreadable'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('heads-unreadable');
  }
  // Safe: each member is checked below before it is used.
  const { format, version, at, previous, heads, key, signature } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Readonly<Record<string, unknown>>;
  if (
    format !== FORMAT ||
    version !== 1 ||
    typeof at !== 'string' ||
    typeof key !== 'string' ||
    typeof signature !== 'string'
  )
    return err('heads-unreadable');
  if (previous !== null && !(typeof previous === 'string' && HASH.test(previous))) return err('heads-unreadable');
  if (!Array.isArray(heads) || !heads.every(isHead) || new Set(heads.map(({ chain }) => chain)).size !== heads.length)
    return err('heads-unreadable');
  return ok({ at, previous, heads, key, signature });
}

function isHead(value: unknown): value is Head {
  // Safe: each member is checked on this line.
  const { chain, seq, hash } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  return (
    typeof chain === 'string' &&
    typeof seq === 'number' &&
    Number.isSafeInteger(seq) &&
    seq >= 0 &&
    typeof hash === 'string' &&
    HASH.test(hash)
  );
}
