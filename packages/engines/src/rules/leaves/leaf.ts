import type { Verdict } from '../answer.ts';
import type { LeafCondition, LeafOp, Read } from '../condition.ts';
import type { Entry, Ledger, Subject } from '../ledger.ts';
import type { KeyEntry } from '../vocabulary.ts';
import type { Attempt } from './attempt.ts';

/**
 * The moment of a question, in milliseconds since 1970. Facts collected after `horizon` do not exist; validity is
 * read at `at`. Both are the same instant, except while looking ahead for the day the answer changes.
 */
export type Moment = { readonly at: number; readonly horizon: number };
export type Reading = Moment & { readonly ledger: Ledger };

/** What a leaf says of one subject: `next` is the first later instant at which it may say otherwise, Infinity when none. */
export type Finding = { readonly verdict: Verdict; readonly entries: readonly Entry[]; readonly next: number };

export type Want = 'met' | 'not-met';

/** A leaf made ready: it reads one subject, and can tell which facts would bring it where one wants it. */
export type Leaf = {
  readonly kind: 'leaf';
  readonly op: LeafOp;
  readonly path: string;
  readonly key: KeyEntry;
  readonly read: Read;
  readonly spec: LeafCondition;
  /** Other keys whose dates it refers to. */
  readonly refersTo: readonly string[];
  /** True when it counts all observations of the key together, whatever they are about. */
  readonly together?: boolean;
  /** Of two values, the one that holds back more comes first; absent when values have no order. */
  readonly worseFirst?: (a: Entry, b: Entry) => number;
  /** Null when nothing on this subject exists yet. */
  find(subject: Subject, reading: Reading): Finding | null;
  /** Records worth trying to bring this subject to `want`; each is verified by `find` before it is proposed. */
  attempts(want: Want, subject: Subject, reading: Reading): Attempt[];
};

export const silent: Finding = { verdict: 'unknown', entries: [], next: Infinity };
