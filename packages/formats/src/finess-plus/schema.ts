import type { Day } from '@egide/kernel/days';
import type { EntityFiness, SiteFiness } from '@egide/kernel/finess';

/**
 * FINESS+ "Structures", schema v1.0.0 of the Agence du numérique en santé (github ansforge/finess,
 * `schema-structures-v1.json`). Codes only, no labels. Limits: bytes, except where said.
 */
export const LIMITS = {
  packed: 1024 ** 3,
  unpacked: 8 * 1024 ** 3,
  /** One legal entity with all its sites: 2.4 MB for the largest of France (1,062 sites), written without spaces. */
  element: 32 * 1024 ** 2,
  string: 64 * 1024,
  key: 128,
  depth: 24,
  rootKeys: 32,
  /** Root values that are none of ours, all together: `gco` is under 1 MB. */
  passed: 64 * 1024 ** 2,
  /** A run of white space outside strings: the published files indent by two. */
  blank: 64 * 1024,
  /** Records refused before the whole file is. */
  rejects: 10_000,
} as const;

/** Major version of the schema we read. */
export const VERSION = /^v?1(\.\d+)*$/;

/** Place of a facility. `longitude`, `latitude`: WGS84 degrees, both or neither. `commune`: INSEE code. */
export type Address = {
  readonly street: string | null;
  readonly place: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly commune: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
};

/** `repaired`: the leading zero was missing; to be kept only if the number already exists. */
export type EntityRecord = {
  readonly kind: 'entity';
  readonly finess: EntityFiness;
  readonly repaired: boolean;
  readonly name: string;
  readonly shortName: string | null;
  readonly siren: string | null;
  readonly ape: string | null;
  readonly status: string | null;
  readonly publicFunction: string | null;
  readonly open: boolean;
  readonly created: Day | null;
  readonly closed: Day | null;
  readonly address: Address;
};

export type SiteRecord = {
  readonly kind: 'site';
  readonly finess: SiteFiness;
  readonly repaired: boolean;
  readonly entity: EntityFiness;
  readonly name: string;
  readonly shortName: string | null;
  readonly complement: string | null;
  readonly category: string | null;
  readonly tariff: string | null;
  readonly service: string | null;
  readonly siret: string | null;
  readonly open: boolean;
  readonly opened: Day | null;
  readonly closed: Day | null;
  readonly address: Address;
};

/** A GHT. `complete` is false when a member could not be named: its absence then proves nothing. */
export type GroupRecord = {
  readonly kind: 'group';
  readonly code: string | null;
  readonly number: string | null;
  readonly shortCode: string | null;
  readonly name: string;
  readonly open: boolean;
  readonly complete: boolean;
  readonly members: readonly { readonly entity: EntityFiness; readonly role: 'support' | 'member' }[];
};

export type FinessRecord = EntityRecord | SiteRecord | GroupRecord;

/** What the root says of the file. `generated`: Paris day of its making. */
export type FinessSummary = {
  readonly version: string;
  readonly generated: Day | null;
  readonly producer: string;
  readonly complete: true;
};
