import type { Observation } from '@egide/contract/evidence';
import type { SquareKind } from '../ui/squares.tsx';
import type { StatusKind } from '../ui/glyph.tsx';
import { m } from '../ui/words.ts';

type Words<K extends 'trust' | 'method' | 'class' | 'freshness'> = Record<Observation[K], () => string>;

export const TRUST_WORD = {
  declared: m.facts_trust_declared,
  documented: m.facts_trust_documented,
  computed: m.facts_trust_computed,
  verified: m.facts_trust_verified,
} as const satisfies Words<'trust'>;
export const METHOD_WORD = {
  examine: m.facts_method_examine,
  interview: m.facts_method_interview,
  test: m.facts_method_test,
} as const satisfies Words<'method'>;
export const CLASS_WORD = {
  internal: m.facts_class_internal,
  steering: m.facts_class_steering,
  public: m.facts_class_public,
} as const satisfies Words<'class'>;
/** Who reads a fact of this class, in a sentence. */
export const CLASS_READERS = {
  internal: m.facts_readers_internal,
  steering: m.facts_readers_steering,
  public: m.facts_readers_public,
} as const satisfies Words<'class'>;
export const FRESHNESS_WORD = {
  valid: m.facts_fresh_valid,
  ending: m.facts_fresh_ending,
  ended: m.facts_fresh_ended,
  endless: m.facts_fresh_endless,
  superseded: m.facts_fresh_superseded,
} as const satisfies Words<'freshness'>;
export const FRESHNESS_SQUARE = {
  valid: 'good',
  ending: 'late',
  ended: 'expired',
  endless: 'good',
  superseded: 'unknown',
} as const satisfies Record<Observation['freshness'], SquareKind>;
export const FRESHNESS_KIND = {
  valid: 'ok',
  ending: 'warn',
  ended: 'expired',
  endless: 'ok',
  superseded: 'unknown',
} as const satisfies Record<Observation['freshness'], StatusKind>;
