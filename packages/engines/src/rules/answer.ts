import type { Instant } from '@egide/kernel/days';
import type { LeafCondition, LeafOp } from './condition.ts';
import type { About, Fact, FactValue } from './fact.ts';

/** The four answers, from the lowest to the highest of their chain. */
export const VERDICTS = ['not-met', 'unknown', 'expired', 'met'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A fact that was read, with the last instant at which it holds (null: it never ends). */
export type Evidence = { readonly fact: Fact; readonly validUntil: Instant | null };

/** What a leaf says of one thing it is about. */
export type SubjectReason = {
  readonly about: About;
  readonly organisation: string;
  readonly verdict: Verdict;
  readonly deciding: boolean;
  readonly evidence: readonly Evidence[];
};

/** The tree that the screens draw: each node of the condition with its verdict and whether it decides the whole. */
export type Reason = {
  readonly op: 'all' | 'any' | 'not' | 'atLeastOf' | LeafOp;
  /** Place in the condition: `all/0/any/1/fresh`. */
  readonly path: string;
  readonly verdict: Verdict;
  readonly deciding: boolean;
  readonly children: readonly Reason[];
  /** For `atLeastOf`: how many are asked. */
  readonly count?: number;
  readonly leaf?: LeafCondition;
  readonly subjects: readonly SubjectReason[];
};

/** A leaf that holds the answer back. `negated`: the condition wants it not to be met. */
export type Failing = {
  readonly path: string;
  readonly leaf: LeafCondition;
  readonly verdict: Verdict;
  readonly about: readonly About[];
  readonly negated: boolean;
};

/** What a change must satisfy; all that is present holds together, nothing present means that any value will do. */
export type Wanted = {
  readonly oneOf?: readonly FactValue[];
  readonly noneOf?: readonly FactValue[];
  /** Numbers, in the unit of the key. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Strictly. */
  readonly above?: number;
  readonly below?: number;
  /** Calendar days, for a key that holds a date. */
  readonly from?: string;
  readonly to?: string;
};

/**
 * One fact to record. Appended as it stands to the ledger (trust `verified`), it does what is promised;
 * `value` is a suggestion, `wanted` says which values do. `about.id` is `new` when the ledger knows no such thing yet.
 */
export type Change = {
  readonly key: string;
  readonly about: About;
  readonly organisation: string;
  readonly value: FactValue;
  readonly unit?: string;
  readonly wanted: Wanted;
  /** The value is the one already there: the fact is only to be collected again. */
  readonly renew: boolean;
  readonly collected: Instant;
};

export type Answer = {
  readonly verdict: Verdict;
  /** The observations that decided. */
  readonly because: readonly Fact[];
  readonly failing: readonly Failing[];
  /** The fewest changes that would make it met at `at`; empty when it is; null when no record at `at` could. */
  readonly wouldMakeTrue: readonly Change[] | null;
  /** First instant after `at` at which the verdict differs if nothing more is recorded. */
  readonly changesAt: Instant | null;
  readonly reasons: Reason;
};
