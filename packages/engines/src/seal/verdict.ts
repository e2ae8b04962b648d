/** Why an export or a seal is found wanting; docs/errors.md gives the words. */
export const faultCodes = [
  'line-unreadable',
  'chain-unannounced',
  'chain-twice',
  'chain-out-of-place',
  'entries-missing',
  'entry-out-of-order',
  'entry-altered',
  'end-missing',
  'end-not-last',
  'count-differs',
  'last-line-open',
  'seal-not-signed',
  'seal-key-unknown',
  'chain-beyond',
  'seal-cut',
  'seal-chain-missing',
  'seal-differs',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** One fault and its place: the line of the export (from 1), and what the line says it is. */
export type Fault = {
  readonly code: FaultCode;
  readonly line: number | null;
  readonly chain: string | null;
  readonly seq: number | null;
  /** Numbers that the words need: the entries missing, the count announced. */
  readonly from?: number;
  readonly until?: number;
};

/** What no check of this export can see, said rather than left to be believed. */
export type Limit =
  | 'rewritten-whole'
  | 'cut-at-end'
  | 'after-seal'
  | 'chain-without-seal'
  | 'sealed-chain-absent'
  | 'key-taken-on-trust'
  | 'export-date';

export type Verdict = {
  readonly sound: boolean;
  /** What the export claims to hold: `all`, or one chain. */
  readonly of: string;
  readonly chains: number;
  readonly entries: number;
  readonly exportedAt: string;
  /** The first faults, in the order of the file; `faultsFound` counts them all. */
  readonly faults: readonly Fault[];
  readonly faultsFound: number;
  readonly limits: readonly { readonly limit: Limit; readonly chains: readonly string[] }[];
};
