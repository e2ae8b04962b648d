import { chainHash, GENESIS, type Hash } from './chain.ts';
import { ALL_CHAINS, readLine, type ExportEntry, type ExportHeader } from './export-lines.ts';
import type { Head } from './heads.ts';
import type { Fault, FaultCode } from './verdict.ts';

/** More faults than a person reads; the rest is counted. */
const FAULTS_KEPT = 1000;

/** Where the reading of one chain stands. */
type Place = { readonly chain: string; seq: number; hash: string };

/** Seals by chain: what each chain was, at some number, when its head was carried away. */
export type Sealed = ReadonlyMap<string, readonly Head[]>;

/** The entries of an export held one after the other against the chain and the seals. */
export class Reading {
  readonly faults: Fault[] = [];
  faultsFound = 0;
  line = 1;
  entries = 0;
  ended = false;
  readonly last = new Map<string, number>();
  private at = -1;
  private place: Place | null = null;
  private readonly hash: Hash;
  private readonly header: ExportHeader;
  private readonly sealed: Sealed;

  constructor(hash: Hash, header: ExportHeader, sealed: Sealed) {
    this.hash = hash;
    this.header = header;
    this.sealed = sealed;
    const { chains, of } = header;
    for (const chain of chains.filter((name) => of !== ALL_CHAINS && name !== of))
      this.fault('chain-beyond', { chain });
    for (const chain of chains.filter((name, n) => chains.indexOf(name) !== n)) this.fault('chain-twice', { chain });
  }

  fault(code: FaultCode, place: Partial<Fault> = {}): void {
    this.faultsFound += 1;
    if (this.faults.length < FAULTS_KEPT) this.faults.push({ code, line: this.line, chain: null, seq: null, ...place });
  }

  next(text: string | null): void {
    this.line += 1;
    if (this.ended) return this.fault('end-not-last');
    const line = text === null ? null : readLine(text);
    if (line === null) return this.fault('line-unreadable');
    if (line.kind === 'entry') return this.entry(line.entry);
    this.ended = true;
    if (line.count !== this.entries) this.fault('count-differs', { from: line.count, until: this.entries });
  }

  private entry(entry: ExportEntry): void {
    this.entries += 1;
    const { chain, seq } = entry;
    const place = this.enter(chain);
    if (place === null) return;
    if (seq <= place.seq) return this.fault('entry-out-of-order', { chain, seq });
    const gap = seq > place.seq + 1;
    if (gap) this.fault('entries-missing', { chain, seq, from: place.seq + 1, until: seq - 1 });
    // Behind a gap the hash before is not known, and a second fault at the same place would say nothing new.
    else if (chainHash(this.hash, place.hash, entry) !== entry.hash) this.fault('entry-altered', { chain, seq });
    place.seq = seq;
    place.hash = entry.hash;
    this.last.set(chain, seq);
    this.compareToSeals(entry);
  }

  /** Chains come one after the other, in the order that the header announced. */
  private enter(chain: string): Place | null {
    if (this.place?.chain === chain) return this.place;
    const at = this.header.chains.indexOf(chain);
    if (at < 0) {
      this.fault('chain-unannounced', { chain });
      return null;
    }
    if (at <= this.at) {
      this.fault('chain-out-of-place', { chain });
      return null;
    }
    this.at = at;
    this.place = { chain, seq: 0, hash: GENESIS };
    return this.place;
  }

  private compareToSeals({ chain, seq, hash }: ExportEntry): void {
    for (const head of this.sealed.get(chain) ?? [])
      if (head.seq === seq && head.hash !== hash) this.fault('seal-differs', { chain, seq });
  }
}
