import type { Wanted } from '../answer.ts';
import type { FactValue } from '../fact.ts';
import { lastEntry, type Entry } from '../ledger.ts';
import type { KeyEntry } from '../vocabulary.ts';
import type { Attempt } from './attempt.ts';
import type { Finding, Leaf, Want } from './leaf.ts';

/** A comparison with a value, in the unit of the key. */
export type Comparison =
  | { readonly op: 'equals' | 'in'; readonly values: readonly FactValue[] }
  | { readonly op: 'atLeast' | 'atMost'; readonly bound: number };

export function satisfies(comparison: Comparison, value: FactValue): boolean {
  if ('values' in comparison) return comparison.values.includes(value);
  if (typeof value !== 'number') return false;
  return comparison.op === 'atLeast' ? value >= comparison.bound : value <= comparison.bound;
}

/** `equals`, `in`, `atLeast`, `atMost`: a valid value decides; an ended one that satisfied is expired, an old refusal is no longer a refusal. */
export function valueLeaf(
  comparison: Comparison,
  key: KeyEntry,
): Pick<Leaf, 'find' | 'attempts'> & Partial<Pick<Leaf, 'worseFirst'>> {
  return {
    find: (subject, { at, horizon }): Finding | null => {
      const entry = lastEntry(subject, horizon);
      if (entry === null) return null;
      const valid = at <= entry.until;
      const good = satisfies(comparison, entry.value);
      const verdict = !entry.says ? 'unknown' : good ? (valid ? 'met' : 'expired') : valid ? 'not-met' : 'unknown';
      return { verdict, entries: [entry], next: valid && entry.says ? entry.until + 1 : Infinity };
    },
    attempts: (want, subject, { at, horizon }) =>
      valuesFor(comparison, want, { key, now: lastEntry(subject, horizon) }).map((value): Attempt => ({
        value,
        wanted: wantedOf(comparison, want),
        times: [at],
      })),
    ...('bound' in comparison && {
      worseFirst: (a: Entry, b: Entry) => (comparison.op === 'atLeast' ? 1 : -1) * (Number(a.value) - Number(b.value)),
    }),
  };
}

export function wantedOf(comparison: Comparison, want: Want): Wanted {
  if ('values' in comparison) return want === 'met' ? { oneOf: comparison.values } : { noneOf: comparison.values };
  const { op, bound } = comparison;
  if (want === 'met') return op === 'atLeast' ? { atLeast: bound } : { atMost: bound };
  return op === 'atLeast' ? { below: bound } : { above: bound };
}

/** Values of the key that bring the comparison where one wants it, the present one first. */
export function valuesFor(
  comparison: Comparison,
  want: Want,
  { key, now }: { key: KeyEntry; now: Entry | null },
): FactValue[] {
  const candidates = [...(now === null || !now.says ? [] : [now.value]), ...candidatesOf(comparison, key)];
  return [...new Set(candidates)].filter(
    (value) => allowed(key, value) && satisfies(comparison, value) === (want === 'met'),
  );
}

function candidatesOf(comparison: Comparison, key: KeyEntry): FactValue[] {
  if ('bound' in comparison) {
    const [down, up] =
      key.type === 'integer'
        ? [Math.ceil(comparison.bound) - 1, Math.floor(comparison.bound) + 1]
        : [halfway(comparison.bound, key.min, -1), halfway(comparison.bound, key.max, 1)];
    const inside =
      key.type === 'integer' ? [Math.ceil(comparison.bound), Math.floor(comparison.bound)] : [comparison.bound];
    return [...inside, down, up];
  }
  const others: FactValue[] =
    key.type === 'boolean' ? [true, false] : key.type === 'enum' ? (key.values ?? []).map(({ value }) => value) : [];
  const near = comparison.values.flatMap((value): FactValue[] =>
    typeof value === 'number' ? [value, value + 1, value - 1] : [value],
  );
  return [...near, ...others].filter((value) => value !== 'unknown');
}

/** A value beyond the bound and inside what the key allows: one further, or half of what is left. */
function halfway(bound: number, limit: number | undefined, sign: 1 | -1): number {
  const step = bound + sign;
  return limit === undefined || sign * (limit - step) >= 0 ? step : (bound + limit) / 2;
}

export const allowed = (key: KeyEntry, value: FactValue): boolean =>
  typeof value !== 'number' ||
  ((key.min === undefined || value >= key.min) && (key.max === undefined || value <= key.max));
