export const EXPORT_FORMAT = 'egide-audit-export';

export type ExportHeader = {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: 1;
  /** `all` chains of the instance, or the one chain asked for. */
  readonly of: string;
  /** Those that hold entries. */
  readonly chains: readonly string[];
  readonly exportedAt: string;
};
export type ExportEntry = {
  readonly chain: string;
  readonly seq: number;
  readonly entry: string;
  readonly hash: string;
};
export type ExportLine =
  { readonly kind: 'entry'; readonly entry: ExportEntry } | { readonly kind: 'end'; readonly count: number };

/** What claims to hold every chain of an instance. An export of less names its one chain: nobody takes the rest away unseen. */
export const ALL_CHAINS = 'all';

/**
 * An export is text in lines (NDJSON): this header, the entries chain after chain in the order of the header and each from its
 * first entry, then the end. Every line has exactly one spelling, so that no byte can change unseen.
 */
export const exportHeader = ({ of, chains, exportedAt }: Pick<ExportHeader, 'of' | 'chains' | 'exportedAt'>): string =>
  JSON.stringify({ format: EXPORT_FORMAT, version: 1, of, chains, exportedAt } satisfies ExportHeader);
export const exportEntry = ({ chain, seq, entry, hash }: ExportEntry): string =>
  JSON.stringify({ chain, seq, entry, hash } satisfies ExportEntry);
export const endOfExport = (count: number): string => JSON.stringify({ end: true, count });

type Loose = Readonly<Record<string, unknown>>;

function parse(line: string): Loose | null {
  try {
    const value: unknown = JSON.parse(line);
    // Safe: an object that is no list is read by name, each member checked by the caller.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null;
  } catch {
    return null;
  }
}

export function readHeader(line: string): ExportHeader | null {
  const { format, version, of, chains, exportedAt } = parse(line) ?? {};
  if (format !== EXPORT_FORMAT || version !== 1 || typeof exportedAt !== 'string' || !Array.isArray(chains))
    return null;
  if (typeof of !== 'string' || !chains.every((chain): chain is string => typeof chain === 'string')) return null;
  const header = { format, version, of, chains, exportedAt } as const;
  return exportHeader(header) === line ? header : null;
}

export function readLine(line: string): ExportLine | null {
  const { chain, seq, entry, hash, end, count } = parse(line) ?? {};
  if (end === true && typeof count === 'number') return endOfExport(count) === line ? { kind: 'end', count } : null;
  if (typeof chain !== 'string' || typeof seq !== 'number' || typeof entry !== 'string' || typeof hash !== 'string')
    return null;
  // A lone half of a surrogate pair has no UTF-8 form: two different texts would have one hash.
  if (!Number.isSafeInteger(seq) || !chain.isWellFormed() || !entry.isWellFormed()) return null;
  return exportEntry({ chain, seq, entry, hash }) === line
    ? { kind: 'entry', entry: { chain, seq, entry, hash } }
    : null;
}
