import type { EntityFiness } from '@egide/kernel/finess';

/** Limits in bytes; a list of every GHT of France is under 100 kB. */
export const LIMITS = { packed: 8 * 1024 ** 2, unpacked: 8 * 1024 ** 2, rejects: 10_000 } as const;

/** One GHT with the members that the list names. `repaired`: members whose number lacked its leading zero. */
export type MemberList = {
  readonly kind: 'group';
  readonly code: string | null;
  readonly number: string | null;
  readonly shortCode: string | null;
  readonly name: string;
  readonly complete: boolean;
  readonly members: readonly {
    readonly entity: EntityFiness;
    readonly role: 'support' | 'member';
    readonly repaired: boolean;
    readonly at: string;
  }[];
};
/** A line of the list of codes: joins a short code to a SAE code, so that either finds the group. */
export type GroupCodes = {
  readonly kind: 'codes';
  readonly code: string;
  readonly shortCode: string;
  readonly name: string;
};
export type GhtRecord = MemberList | GroupCodes;
export type GhtSummary = { readonly encoding: 'utf-8' | 'windows-1252' | 'mixed'; readonly lines: number };

/** Column names seen in the lists, by what they hold. Order of columns is free. */
export const COLUMNS = {
  name: ['nom_ght', 'nomgcc', 'nom', 'ght'],
  number: ['num_ght', 'numfinessgcc', 'gccidentifiantexterne', 'code_ght', 'numero_ght'],
  shortCode: ['code_court'],
  role: ['role', 'typeroleentitegroupe'],
  entity: ['finess_ej', 'fi_ej', 'numfinesspm', 'nofinessej'],
} as const satisfies Record<string, readonly string[]>;
export type Column = keyof typeof COLUMNS;
