import type { Format, Notice } from './format.ts';

/** Facility numbers as the file writes them: legal entities (FINESS juridique), sites (FINESS géographique), or both, and where. */
export type StatedFacility = {
  readonly entities: readonly string[];
  readonly sites: readonly string[];
  readonly at: string;
};

/** A fact as a file states it, before anyone has looked at the vocabulary, the register or the clock. */
export type StatedFact = {
  /** Place in the file: line, JSON pointer or path. */
  readonly at: string;
  /** null: the file names no facility, the person who imports does. */
  readonly facility: StatedFacility | null;
  readonly key: string;
  readonly value: boolean | number | string;
  /** True when `value` is the text of a cell, still to be read by the type of its key. */
  readonly loose: boolean;
  readonly unit: string | null;
  /** null: about the entity itself. */
  readonly about: { readonly kind: string; readonly id: string } | null;
  /** A day (`2026-03-01`) or an instant (`2026-03-01T07:30:00.000Z`). */
  readonly collected: string;
  /** undefined: the default validity of the key; null: never. */
  readonly expires: string | null | undefined;
  readonly trust: Trust | null;
  /** Identifier of the observation that this one corrects. */
  readonly corrects: string | null;
  /** What the file says of its own origin. */
  readonly source: Readonly<Record<string, boolean | number | string>>;
};

export const TRUSTS = ['declared', 'documented', 'computed', 'verified'] as const;
export type Trust = (typeof TRUSTS)[number];

/** A format whose records become facts of the ledger. */
export type FactsFormat<R> = Format<R, { readonly records: number }> & {
  readonly toFacts: (record: R) => readonly StatedFact[];
  /** What the name of the file says against its content, where the publisher of the format rules names. */
  readonly nameRemarks?: (name: string, records: readonly R[]) => readonly Notice[];
};
