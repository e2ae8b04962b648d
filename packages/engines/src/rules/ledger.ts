import { parisDayNumber } from '@egide/kernel/days';
import { NOBODY_KNOWS, TRUSTS, type About, type Fact, type FactValue } from './fact.ts';
import { endOf, lastInstant, startOf } from './moment.ts';
import { convert, factor } from './units.ts';
import type { KeyEntry, Vocabulary } from './vocabulary.ts';

/** A fact made ready for reading: instants in milliseconds, value in the unit of its key. */
export type Entry = {
  readonly fact: Fact;
  readonly value: FactValue;
  readonly collected: number;
  /** Day number, in Paris, of the collection. */
  readonly day: number;
  /** Last instant at which it holds; Infinity when it never ends. */
  readonly until: number;
  /** False when the fact says that nobody knows. */
  readonly says: boolean;
};

/** What the facts of one key are about, for one owner; `entries` from the first to the one that counts last. */
export type Subject = { readonly organisation: string; readonly about: About; readonly entries: readonly Entry[] };

/** Facts indexed for reading; corrections are already applied. */
export type Ledger = {
  readonly vocabulary: Vocabulary;
  /** The owner that changes are proposed to. */
  readonly organisation: string;
  readonly byKey: ReadonlyMap<string, readonly Subject[]>;
  /** Every owner mentioned, apart; what `coverage` weighs. */
  readonly members: ReadonlyMap<string, () => Ledger>;
};

/** One thing that facts are about. An owner is one entity, whatever identifier its facts give it. */
export const subjectId = (organisation: string, about: About): string =>
  `${organisation}\u0000${about.kind}\u0000${about.kind === 'entity' ? '' : about.id}`;

/** Later in this order counts more: collected later, then more trusted, then recorded later; the id makes the order whole. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    a.collected - b.collected ||
    TRUSTS.indexOf(a.fact.trust) - TRUSTS.indexOf(b.fact.trust) ||
    (a.fact.recorded ?? 0) - (b.fact.recorded ?? 0) ||
    (a.fact.id < b.fact.id ? -1 : a.fact.id > b.fact.id ? 1 : 0)
  );
}

/** Instant of collection, in milliseconds since 1970. */
export function startOfFact(fact: Fact): number {
  const at = startOf(fact.collected);
  if (at === null) throw new RangeError(`fact ${fact.id}: bad collection instant`);
  return at;
}

/** Facts are parsed where they come in; one that is not well formed here is a bug. */
export function entryOf(fact: Fact, key: KeyEntry): Entry {
  const collected = startOfFact(fact);
  const by = factor(fact.unit, key.unit);
  if (by === null) throw new RangeError(`fact ${fact.id}: bad unit`);
  const day = parisDayNumber(collected);
  return {
    fact,
    value: typeof fact.value === 'number' ? convert(fact.value, by) : fact.value,
    collected,
    day,
    until: ending(fact, key, day),
    says: fact.value !== NOBODY_KNOWS,
  };
}

function ending(fact: Fact, key: KeyEntry, day: number): number {
  if (fact.expires === undefined) return key.validity === null ? Infinity : lastInstant(day, key.validity);
  if (fact.expires === null) return Infinity;
  const end = endOf(fact.expires);
  if (end === null) throw new RangeError(`fact ${fact.id}: bad instant of expiry`);
  return end;
}

/**
 * Indexes the facts of one owner, or of several where a condition weighs them. A fact named by a correction is gone
 * from the start, whatever the instant asked. Keys that the vocabulary does not hold are read by no condition and left out.
 */
export function ledgerOf(facts: readonly Fact[], vocabulary: Vocabulary, owner?: string): Ledger {
  const replaced = new Set(facts.flatMap((fact) => (fact.corrects === undefined ? [] : [fact.corrects])));
  const byKey = new Map<string, Map<string, { organisation: string; about: About; entries: Entry[] }>>();
  const members = new Map<string, Fact[]>();
  for (const fact of facts) {
    listOf(members, fact.organisation).push(fact);
    const key = vocabulary.get(fact.key);
    if (key === undefined || replaced.has(fact.id)) continue;
    const subjects = byKey.get(fact.key) ?? new Map<string, { organisation: string; about: About; entries: Entry[] }>();
    byKey.set(fact.key, subjects);
    const id = subjectId(fact.organisation, fact.about);
    const subject = subjects.get(id) ?? { organisation: fact.organisation, about: fact.about, entries: [] };
    subjects.set(id, subject);
    subject.entries.push(entryOf(fact, key));
  }
  const ordered = new Map([...byKey].map(([key, subjects]) => [key, inOrder(subjects)] as const));
  const apart = new Map(
    [...members].map(
      ([organisation, own]) => [organisation, once(() => ledgerOf(own, vocabulary, organisation))] as const,
    ),
  );
  return { vocabulary, organisation: owner ?? [...members.keys()].sort()[0] ?? '', byKey: ordered, members: apart };
}

/** Subjects by id and entries by time: the order in which facts are given changes nothing. */
function inOrder(subjects: Map<string, { organisation: string; about: About; entries: Entry[] }>): Subject[] {
  for (const subject of subjects.values()) if (subject.entries.length > 1) subject.entries.sort(compareEntries);
  if (subjects.size === 1) return [...subjects.values()];
  return [...subjects].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}

/** Keeps what was made the first time. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key);
  if (list !== undefined) return list;
  const made: V[] = [];
  map.set(key, made);
  return made;
}

/** The last of the entries that exist at `at` and pass, or null. */
export function lastEntry(subject: Subject, at: number, passes: (entry: Entry) => boolean = () => true): Entry | null {
  for (let i = subject.entries.length - 1; i >= 0; i--) {
    // Safe: i runs over the indexes.
    const entry = subject.entries[i]!;
    if (entry.collected <= at && passes(entry)) return entry;
  }
  return null;
}
