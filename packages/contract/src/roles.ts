import { z } from 'zod';

/** The ten human roles, and what each is held at. */
export const ROLES = [
  'facility-director',
  'rssi',
  'contributor',
  'reader',
  'ght-coordinator',
  'auditor',
  'regional-officer',
  'national-officer',
  'cert-officer',
  'platform-administrator',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Where a role is held: a legal entity by its FINESS number, a GHT by its code, a region by its code, the nation or this instance. */
export const OrganisationKind = z.enum(['entity', 'group', 'region', 'nation', 'platform']);
export type OrganisationKind = z.infer<typeof OrganisationKind>;
/** FINESS number, code of a GHT or of a region; `nation` and `instance` for the two others. */
export const OrganisationId = z.string().min(1).max(20);

/** Which kind of organisation each role belongs to; the database refuses any other pair. */
export const HELD_AT = {
  'facility-director': 'entity',
  rssi: 'entity',
  contributor: 'entity',
  reader: 'entity',
  auditor: 'entity',
  'ght-coordinator': 'group',
  'regional-officer': 'region',
  'national-officer': 'nation',
  'cert-officer': 'nation',
  'platform-administrator': 'platform',
} as const satisfies Record<Role, OrganisationKind>;
