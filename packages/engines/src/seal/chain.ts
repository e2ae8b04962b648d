/** SHA-256 of the UTF-8 bytes of a text, in 64 hexadecimal digits. Given by the caller: engines know no machine. */
export type Hash = (text: string) => string;

/** Where an entry stands: its chain (the FINESS number of a legal entity, or `instance`), its number from 1, its exact JSON text. */
export type Chained = { readonly chain: string; readonly seq: number; readonly entry: string };

/** What stands for the hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64);

/** The hash of an entry covers the hash before it, so that no entry can change without all that follow it. */
export const chainHash = (hash: Hash, previous: string, { chain, seq, entry }: Chained): string =>
  hash(`${previous}\n${chain}\n${seq}\n${entry}`);
