import type { Literal } from './goal.ts';
import type { Option } from './option.ts';

/** A set of records, with the leaves that it counts on. */
export type Plan = {
  readonly options: readonly Option[];
  readonly counts: readonly Literal[];
  readonly records: number;
  readonly renewals: number;
  readonly places: readonly string[];
};

export const nothing: Plan = { options: [], counts: [], records: 0, renewals: 0, places: [] };

export const planOf = (option: Option): Plan => {
  const records = option.entries.length;
  return {
    options: [option],
    counts: [],
    records,
    renewals: option.renew ? records : 0,
    places: Array<string>(records).fill(option.slot.id),
  };
};

export function together(plans: readonly Plan[]): Plan {
  return {
    options: plans.flatMap(({ options }) => options),
    counts: plans.flatMap(({ counts }) => counts),
    records: plans.reduce((sum, { records }) => sum + records, 0),
    renewals: plans.reduce((sum, { renewals }) => sum + renewals, 0),
    places: plans.flatMap(({ places }) => places).sort(),
  };
}

/**
 * The fewest records first, then the most renewals, then the order of keys. The order is that of sums (adding the same
 * records to two plans never changes which comes first), which lets parts that share nothing be solved apart.
 */
export function comparePlans(a: Plan, b: Plan): number {
  if (a.records !== b.records) return a.records - b.records;
  if (a.renewals !== b.renewals) return b.renewals - a.renewals;
  for (const [i, place] of a.places.entries()) {
    const other = b.places[i] ?? '';
    if (place !== other) return place < other ? -1 : 1;
  }
  return 0;
}

export const better = (a: Plan | null, b: Plan | null): Plan | null =>
  a === null ? b : b === null || comparePlans(a, b) <= 0 ? a : b;
