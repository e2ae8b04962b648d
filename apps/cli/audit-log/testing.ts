import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  ALL_CHAINS,
  canonicalHeads,
  chainHash,
  endOfExport,
  exportEntry,
  exportHeader,
  GENESIS,
  type ExportEntry,
  type Hash,
  type Head,
} from '@egide/engines/seal';

const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export function aChain(chain: string, actions: readonly string[]): ExportEntry[] {
  let previous = GENESIS;
  return actions.map((action, n) => {
    const entry = JSON.stringify({ at: '2026-03-01T08:00:00.000Z', actor: 'x', action });
    previous = chainHash(sha256, previous, { chain, seq: n + 1, entry });
    return { chain, seq: n + 1, entry, hash: previous };
  });
}

/** The text of an export file of these chains. */
export const anExportFile = (chains: readonly ExportEntry[][], of = ALL_CHAINS): string =>
  [
    exportHeader({
      of,
      chains: chains.map(([first]) => first?.chain ?? 'instance'),
      exportedAt: '2026-03-01T09:00:00.000Z',
    }),
    ...chains.flat().map(exportEntry),
    endOfExport(chains.flat().length),
  ]
    .map((line) => `${line}\n`)
    .join('');

/** A signed heads file of the ends of these chains, the fingerprint of its key, and the same file signed by nobody. */
export function aHeadsFile(chains: readonly ExportEntry[][]): { text: string; key: string; forged: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const heads: Head[] = chains.map((entries) => ({
    chain: entries[0]?.chain ?? 'instance',
    seq: entries.length,
    hash: entries.at(-1)?.hash ?? GENESIS,
  }));
  const body = { at: '2026-02-28T00:00:00.000Z', previous: null, heads, key: spki.toString('base64') };
  const signature = sign(null, Buffer.from(canonicalHeads(body), 'utf8'), privateKey).toString('base64');
  const file = { format: 'egide-heads', version: 1, ...body, signature };
  return {
    text: JSON.stringify(file, null, 2),
    key: createHash('sha256').update(spki).digest('hex'),
    forged: JSON.stringify({ ...file, at: '2026-03-01T00:00:00.000Z' }),
  };
}
