/** What a fact may be about; one legal entity has several sites, forests, systems. */
export const ABOUT_KINDS = ['entity', 'site', 'forest', 'system', 'activity', 'perimeter', 'year'] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];
export type About = { readonly kind: AboutKind; readonly id: string };

/** From the least to the most trusted. */
export const TRUSTS = ['declared', 'documented', 'computed', 'verified'] as const;
export type Trust = (typeof TRUSTS)[number];

export type FactValue = boolean | number | string;
/** The value by which a fact says that nobody knows; it is allowed for every key. */
export const NOBODY_KNOWS = 'unknown';

/** One observation of the ledger, as the engine reads it. */
export type Fact = {
  readonly id: string;
  readonly key: string;
  readonly value: FactValue;
  /** Unit of the value when it is not the unit of the key. */
  readonly unit?: string;
  readonly about: About;
  /** Day (starts at its first instant in Paris) or instant. */
  readonly collected: string;
  /** Day (holds through its last instant in Paris) or instant; absent: the validity of the key; null: never ends. */
  readonly expires?: string | null;
  readonly trust: Trust;
  /** Owner: FINESS number of the legal entity, or '' for the one unnamed entity of a facts file. */
  readonly organisation: string;
  /** Order of recording, for two facts of the same instant and trust. */
  readonly recorded?: number;
  /** The observation that this one replaces, from the start. */
  readonly corrects?: string;
  /** Where the fact comes from; `kept: true` says that a person kept a declared answer against a computed one, with a justification. */
  readonly source?: Readonly<Record<string, unknown>>;
};
