import type { FactValue } from './fact.ts';

export const READS = ['latest', 'worst', 'any', 'every'] as const;
/** How a leaf reads the several things a key is about: `worst` and `every` give the smallest verdict, `any` the greatest, `latest` that of the fact collected last. */
export type Read = (typeof READS)[number];

type Reading = { readonly key: string; readonly read?: Read };
type Compared = Reading & { readonly unit?: string };
/** A day, or the date that another key holds. */
export type DateBound = string | { readonly key: string };
/** What `successive` asks of each of the two neighbours. */
export type Each =
  | { readonly equals: FactValue }
  | { readonly in: readonly FactValue[] }
  | { readonly atLeast: number }
  | { readonly atMost: number };

/** The closed set of leaves; docs/rules.md says when each is met, expired or not met. */
export type LeafSpecs = {
  equals: Compared & { readonly value: FactValue };
  in: Reading & { readonly values: readonly FactValue[] };
  atLeast: Compared & { readonly value: number };
  atMost: Compared & { readonly value: number };
  known: Reading;
  /** Collected at most `days` calendar days before `before` (a day, or a key that holds one; absent or silent: `at`). */
  fresh: Reading & { readonly days: number; readonly before?: DateBound };
  inYear: Reading;
  within: Reading & { readonly of?: 'value' | 'collected'; readonly from?: DateBound; readonly to?: DateBound | 'at' };
  successive: Reading & { readonly each: Each; readonly minDays: number; readonly maxDays: number };
  count: { readonly key: string; readonly from?: DateBound; readonly to?: DateBound | 'at'; readonly atLeast: number };
  /** `share` is a percentage of the total weight. */
  coverage: { readonly condition: Condition; readonly weight: string; readonly share: number };
};
export type LeafOp = keyof LeafSpecs;
export type LeafCondition = { [Op in LeafOp]: { readonly [K in Op]: LeafSpecs[Op] } }[LeafOp];

/** A condition in its long form; the loader of `content` also reads the short one. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly atLeastOf: { readonly count: number; readonly of: readonly Condition[] } }
  | LeafCondition;

/** Every key that a condition names, wherever it stands in it. */
export function keysOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(keysOf);
  if ('any' in condition) return condition.any.flatMap(keysOf);
  if ('not' in condition) return keysOf(condition.not);
  if ('atLeastOf' in condition) return condition.atLeastOf.of.flatMap(keysOf);
  if ('coverage' in condition) return [...keysOf(condition.coverage.condition), condition.coverage.weight];
  return Object.values(condition).flatMap((leaf: Readonly<Record<string, unknown>>) =>
    [leaf['key'], ...['before', 'from', 'to'].map((bound) => boundKey(leaf[bound]))].filter(
      (k) => typeof k === 'string',
    ),
  );
}

const boundKey = (bound: unknown): unknown =>
  typeof bound === 'object' && bound !== null && 'key' in bound ? bound.key : undefined;

/** Whether a condition weighs organisations against each other, and so reads the facts of all of them. */
export function weighs(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(weighs);
  if ('any' in condition) return condition.any.some(weighs);
  if ('not' in condition) return weighs(condition.not);
  if ('atLeastOf' in condition) return condition.atLeastOf.of.some(weighs);
  return 'coverage' in condition;
}
