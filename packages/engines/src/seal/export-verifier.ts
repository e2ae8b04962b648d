import type { Hash } from './chain.ts';
import { ALL_CHAINS, readHeader, type ExportHeader } from './export-lines.ts';
import type { Head, Heads } from './heads.ts';
import { Reading, type Sealed } from './reading.ts';
import type { Limit, Verdict } from './verdict.ts';

/** Fed with the lines of an export one by one, in any memory; `end` gives the verdict. */
export type ExportVerifier = {
  /** One line without its line feed. False when the first line is no header of ours: this is no export. */
  read(line: string | null): boolean;
  /** What stands after the last line feed of the file: nothing, in a sound one. */
  end(rest: string): Verdict | null;
};

/**
 * Verifies an export of the audit log: every entry follows from the one before it, and every sealed head is met.
 * `heads` come from elsewhere than the export, their signatures checked by the caller.
 */
export function exportVerifier(hash: Hash, heads: readonly Heads[]): ExportVerifier {
  const sealed = byChain(heads.flatMap((file) => file.heads));
  let header: ExportHeader | null = null;
  let reading: Reading | null = null;
  return {
    read(line) {
      if (reading !== null) reading.next(line);
      else {
        header = line === null ? null : readHeader(line);
        if (header === null) return false;
        reading = new Reading(hash, header, sealed);
      }
      return true;
    },
    end(rest) {
      if (reading === null || header === null) return null;
      if (rest !== '') {
        reading.next(rest);
        reading.fault('last-line-open');
      }
      if (!reading.ended) reading.fault('end-missing');
      for (const head of cut(header, reading, sealed))
        reading.fault('seal-cut', {
          line: null,
          chain: head.chain,
          seq: head.seq,
          from: reading.last.get(head.chain) ?? 0,
          until: head.seq,
        });
      for (const chain of missing(header, sealed)) reading.fault('seal-chain-missing', { line: null, chain });
      const { entries, faults, faultsFound } = reading;
      return {
        sound: faultsFound === 0,
        of: header.of,
        chains: header.chains.length,
        entries,
        exportedAt: header.exportedAt,
        faults,
        faultsFound,
        limits: limits(header, reading, sealed),
      };
    },
  };
}

function byChain(heads: readonly Head[]): Map<string, Head[]> {
  const found = new Map<string, Head[]>();
  for (const head of heads) found.set(head.chain, [...(found.get(head.chain) ?? []), head]);
  return found;
}

/** Seals of exported chains that the export does not reach. */
function cut(header: ExportHeader, { last }: Reading, sealed: Sealed): Head[] {
  return header.chains.flatMap((chain) => (sealed.get(chain) ?? []).filter(({ seq }) => seq > (last.get(chain) ?? 0)));
}

/** Sealed chains that the export claims to hold and does not. */
function missing({ of, chains }: ExportHeader, sealed: Sealed): string[] {
  return [...sealed].flatMap(([chain, heads]) =>
    (of === ALL_CHAINS || of === chain) && !chains.includes(chain) && heads.some(({ seq }) => seq > 0) ? [chain] : [],
  );
}

function limits(header: ExportHeader, { last }: Reading, sealed: Sealed): Verdict['limits'] {
  const { chains } = header;
  const said = (limit: Limit, about: readonly string[]): Verdict['limits'] =>
    about.length === 0 ? [] : [{ limit, chains: about }];
  if (sealed.size === 0)
    return [...said('rewritten-whole', chains), ...said('cut-at-end', chains), { limit: 'export-date', chains: [] }];
  const newest = (chain: string): number => Math.max(0, ...(sealed.get(chain) ?? []).map(({ seq }) => seq));
  return [
    ...said(
      'chain-without-seal',
      chains.filter((chain) => !sealed.has(chain)),
    ),
    ...said(
      'after-seal',
      chains.filter((chain) => sealed.has(chain) && (last.get(chain) ?? 0) > newest(chain)),
    ),
    ...said(
      'sealed-chain-absent',
      header.of === ALL_CHAINS ? [] : [...sealed.keys()].filter((chain) => chain !== header.of),
    ),
    { limit: 'export-date', chains: [] },
  ];
}
