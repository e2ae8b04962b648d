import type { Words } from '@egide/kernel/locale';
import type { AboutKind } from './fact.ts';

export const VALUE_TYPES = ['boolean', 'integer', 'number', 'date', 'enum', 'text'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];
/** Calendar duration; the day it ends on still counts. */
export type Validity = { readonly days: number } | { readonly months: number } | { readonly years: number };

/** One key of the vocabulary: what a fact may say. */
export type KeyEntry = {
  readonly key: string;
  readonly label: Words;
  readonly meaning: Words;
  readonly ask: Words;
  readonly type: ValueType;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Values of an `enum`, with their words. */
  readonly values?: readonly (Words & { readonly value: string })[];
  readonly about: readonly AboutKind[];
  /** Default validity from collection; null: never ends. */
  readonly validity: Validity | null;
  readonly class: 'internal' | 'steering';
  /** Given by the State's own services; until an officer has verified a fact of it, it is only the facility's word. */
  readonly official?: true;
  /** Shown to its own people and officers only, never to the public, a GHT or peers. */
  readonly withheld?: true;
};

export type Vocabulary = ReadonlyMap<string, KeyEntry>;
