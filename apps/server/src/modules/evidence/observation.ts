import {
  convert,
  factor,
  type Fact,
  type FactValue,
  type KeyEntry,
  lastInstant,
  momentOf,
  NOBODY_KNOWS,
  startOf,
  type Trust,
  type Vocabulary,
} from '@egide/engines/rules';
import { parisDay, parisDayNumber, parseDay } from '@egide/kernel/days';
import { err, ok, type Result } from '@egide/kernel/result';
import type { Fault } from '../../platform/refusal.ts';

/** Where a fact comes from; `official`: a file of facts that an officer or the operator imported. */
export const SOURCE_KINDS = [
  'person',
  'document',
  'file',
  'official',
  'opssies',
  'audit',
  'exercise',
  'incident',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
/** What these say reaches the region when recorded; the others wait for a submission. */
const SHARED: readonly SourceKind[] = ['official', 'opssies', 'audit', 'exercise', 'incident'];

export interface NewObservation {
  readonly key: string;
  readonly value: FactValue;
  readonly unit?: string | undefined;
  /** The legal entity itself when absent. */
  readonly about?: { readonly kind: Fact['about']['kind']; readonly id: string } | undefined;
  /** Day or instant. */
  readonly collected: string;
  /** Day or instant, within the validity of the key; absent: that validity; null: never, where the key never ends. */
  readonly expires?: string | null | undefined;
  readonly method: 'examine' | 'interview' | 'test';
  readonly trust: Trust;
  readonly source: {
    readonly kind: SourceKind;
    readonly label: string;
    readonly ref?: Readonly<Record<string, unknown>>;
  };
  readonly note?: string | undefined;
  readonly corrects?: string | undefined;
  /** Takes back what it corrects and says nothing in its place. */
  readonly withdraws?: boolean | undefined;
}

/** A new observation whose every field has been checked, value in the unit of its key. */
export interface Checked extends NewObservation {
  readonly about: { readonly kind: Fact['about']['kind']; readonly id: string };
  readonly class: 'internal' | 'steering';
  readonly shared: boolean;
  /** Of a key that neither a GHT nor a peer is shown. */
  readonly withheld: boolean;
  readonly collectedAt: Date;
  readonly collectedDay: string | null;
  readonly expiresAt: Date | null;
}

const fault = (at: string, code: string, params: Record<string, string | number> = {}): Fault => ({ at, code, params });

/** Checks a new observation against the vocabulary; every fault has its field and what is expected there. */
export function check(
  input: NewObservation,
  { vocabulary, legalEntity, now }: { vocabulary: Vocabulary; legalEntity: string; now: Date },
): Result<Checked, readonly Fault[]> {
  const key = vocabulary.get(input.key);
  if (!key) return err([fault('/key', 'fact-unknown-key', { key: input.key })]);
  const about = input.about ?? { kind: 'entity' as const, id: legalEntity };
  const collected = startOf(input.collected);
  const expires = input.expires === undefined || input.expires === null ? null : momentOf(input.expires);
  const by = factor(input.unit, key.unit);
  const faults = [
    ...valueFaults(key, input.value, by ?? 1),
    ...(by === null ? [fault('/unit', 'fact-wrong-unit', { unit: input.unit ?? '', expected: key.unit ?? '–' })] : []),
    ...(key.about.includes(about.kind)
      ? []
      : [fault('/about', 'fact-wrong-about', { about: about.kind, expected: key.about.join(', ') })]),
    ...(about.kind === 'entity' && about.id !== legalEntity
      ? [fault('/about/id', 'fact-foreign-entity', { id: about.id })]
      : []),
    ...dateFaults(input, { collected, expires }, now),
    ...(input.withdraws === true ? [] : lateFaults(input, { key, collected, expires })),
  ];
  if (faults.length > 0 || collected === null) return err(faults);
  const value = typeof input.value === 'number' ? convert(input.value, by ?? 1) : input.value;
  return ok({
    ...input,
    value,
    about,
    class: key.class,
    shared: key.class !== 'internal' && SHARED.includes(input.source.kind),
    withheld: key.withheld === true,
    collectedAt: new Date(collected),
    collectedDay: parseDay(input.collected),
    expiresAt: expires === null ? defaultEnd(input, key, collected) : new Date(expires),
  });
}

/** Last instant at which a fact collected then (milliseconds since 1970) may hold; Infinity where its key never ends. */
const lastOf = (key: Pick<KeyEntry, 'validity'> | undefined, collected: number): number =>
  key?.validity ? lastInstant(parisDayNumber(collected), key.validity) : Infinity;

/** Until when a fact that is said again holds: as long as it did; as its key says where that has come to hold for less since. */
export function sameEnd(
  former: { readonly key: string; readonly collected: Date; readonly expires: Date | null },
  vocabulary: Vocabulary,
): string | null | undefined {
  const last = lastOf(vocabulary.get(former.key), former.collected.getTime());
  return (former.expires?.getTime() ?? Infinity) > last ? undefined : (former.expires?.toISOString() ?? null);
}

/** Without an end of its own a fact holds for the validity of its key; said to be endless, it never ends. */
const defaultEnd = (input: NewObservation, key: KeyEntry, collected: number): Date | null =>
  input.expires === null || key.validity === null ? null : new Date(lastOf(key, collected));

function valueFaults(key: KeyEntry, value: FactValue, by: number): Fault[] {
  if (value === NOBODY_KNOWS) return [];
  const wrong = (expected: string) => [
    fault('/value', 'fact-wrong-value', { value: String(value).slice(0, 80), expected }),
  ];
  switch (key.type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong('true / false');
    case 'integer':
    case 'number':
      return numberFaults(key, { value, by }, wrong);
    case 'date':
      return typeof value === 'string' && parseDay(value) ? [] : wrong('AAAA-MM-JJ');
    case 'enum':
      return key.values?.some((v) => v.value === value) ? [] : wrong((key.values ?? []).map((v) => v.value).join(', '));
    case 'text':
      return typeof value === 'string' && value.length > 0 && value.length <= 2000 && !/[\0\ud800-\udfff]/u.test(value)
        ? []
        : wrong('1–2000');
  }
}

/** `by` turns the unit of the value into the unit of the key. */
function numberFaults(
  key: KeyEntry,
  { value, by }: { value: FactValue; by: number },
  wrong: (expected: string) => Fault[],
): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(key.type === 'integer' ? '0, 1, 2…' : '0,5');
  const inKey = convert(value, by);
  if (key.type === 'integer' && !Number.isInteger(inKey)) return wrong('0, 1, 2…');
  const [min, max] = [key.min ?? -Infinity, key.max ?? Infinity];
  return inKey < min || inKey > max ? wrong(`${key.min ?? '…'} – ${key.max ?? '…'}`) : [];
}

/**
 * A fact ends when the validity of its key does, or sooner: nobody's word makes it hold longer, nor for ever where the key ends.
 * It holds for official files too: what is told of a level must be renewed, whoever told it.
 */
function lateFaults(
  { expires: said }: NewObservation,
  { key, collected, expires }: { key: KeyEntry; collected: number | null; expires: number | null },
): Fault[] {
  if (said === undefined || collected === null) return [];
  const [last, end] = [lastOf(key, collected), said === null ? Infinity : (expires ?? collected)];
  return end > last ? [fault('/expires', 'fact-expires-late', { last: parisDay(last) })] : [];
}

/** Both instants in milliseconds since 1970, null when they could not be read. */
/** Nothing that is asked here was seen before; a year of one or two digits is a slip of the hand. */
const EARLIEST = Date.UTC(1900, 0, 1);

function dateFaults(
  input: NewObservation,
  { collected, expires }: { collected: number | null; expires: number | null },
  now: Date,
): Fault[] {
  if (collected === null || collected < EARLIEST)
    return [fault('/collected', 'fact-bad-date', { value: input.collected.slice(0, 40) })];
  if (collected > now.getTime()) return [fault('/collected', 'fact-in-future', { value: input.collected })];
  if (typeof input.expires === 'string' && expires === null)
    return [fault('/expires', 'fact-bad-date', { value: input.expires.slice(0, 40) })];
  return expires !== null && expires <= collected
    ? [fault('/expires', 'fact-expires-before', { value: input.expires ?? '' })]
    : [];
}
