import type { LeafCondition } from './condition.ts';
import type { Leaf } from './leaves/leaf.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `need` of the parts must be met: all of them, one of them, or so many. */
export type Group = {
  readonly kind: 'group';
  readonly op: 'all' | 'any' | 'atLeastOf';
  readonly need: number;
  readonly path: string;
  readonly parts: readonly Node[];
};
export type Not = { readonly kind: 'not'; readonly path: string; readonly part: Node };
/** Weighs the organisations for which `part` is met; `share` is a percentage. */
export type Coverage = {
  readonly kind: 'coverage';
  readonly path: string;
  readonly spec: LeafCondition;
  readonly part: Node;
  readonly weight: string;
  readonly share: number;
};
export type Node = Group | Not | Coverage | Leaf;

/** A condition checked against a vocabulary and made ready to be asked many times. */
export type Rule = { readonly root: Node; readonly vocabulary: Vocabulary };
