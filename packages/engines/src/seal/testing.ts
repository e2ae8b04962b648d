import { createHash } from 'node:crypto';
import {
  chainHash,
  ALL_CHAINS,
  endOfExport,
  exportEntry,
  exportHeader,
  exportVerifier,
  GENESIS,
  type ExportEntry,
  type Hash,
  type Head,
  type Heads,
  type Verdict,
} from './index.ts';

export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The entries of one chain, each with the hash that follows from the one before. */
export function aChain(chain: string, texts: readonly string[]): ExportEntry[] {
  let previous = GENESIS;
  return texts.map((entry, n) => {
    previous = chainHash(sha256, previous, { chain, seq: n + 1, entry });
    return { chain, seq: n + 1, entry, hash: previous };
  });
}

export function anExport(
  chains: readonly ExportEntry[][],
  { names = chains.map((entries) => entries[0]?.chain ?? 'instance'), of = ALL_CHAINS } = {},
): string[] {
  const entries = chains.flat();
  return [
    exportHeader({ of, chains: names, exportedAt: '2026-03-01T08:00:00.000Z' }),
    ...entries.map(exportEntry),
    endOfExport(entries.length),
  ];
}

/** The head of a chain after its first `seq` entries. */
export function aHead(entries: readonly ExportEntry[], seq = entries.length): Head {
  const entry = entries[seq - 1];
  if (entry === undefined) throw new Error(`the chain has no entry ${seq}`);
  return { chain: entry.chain, seq, hash: entry.hash };
}

export const someHeads = (...heads: Head[]): Heads => ({
  at: '2026-02-01T00:00:00.000Z',
  previous: null,
  heads,
  key: 'a2V5',
  signature: '',
});

/** Lines as the command line reads them: an unpaired half of a character cannot come out of UTF-8. */
export function verify(lines: readonly string[], heads: readonly Heads[] = [], rest = ''): Verdict | null {
  const verifier = exportVerifier(sha256, heads);
  for (const line of lines) if (!verifier.read(line.isWellFormed() ? line : null)) return null;
  return verifier.end(rest);
}

export const codesOf = (verdict: Verdict | null): string[] => (verdict?.faults ?? []).map(({ code }) => code);
