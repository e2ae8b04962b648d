import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { OrganisationId, OrganisationKind, Role } from './roles.ts';
import { Day, Finess, Id, Instant, May, PersonName } from './shapes.ts';

export const ServiceKey = z.object({
  id: Id,
  made: Instant,
  expires: Instant,
  used: Instant.nullable(),
  revoked: Instant.nullable(),
});
/** A service account: a key instead of a person. */
export const Service = z.object({
  account: Id,
  name: z.string(),
  role: Role,
  organisation: z.object({ kind: OrganisationKind, id: z.string(), name: z.string() }),
  ended: Instant.nullable(),
  keys: z.array(ServiceKey),
});
export type Service = z.infer<typeof Service>;
/** Roles that a machine may hold: none that gives access, submits or runs anything. */
export const SERVICE_ROLES = [
  'contributor',
  'reader',
  'ght-coordinator',
  'regional-officer',
  'national-officer',
  'cert-officer',
] as const satisfies readonly Role[];
const NewKey = z.object({
  key: z.string().describe('Shown once; send it as `Authorization: Bearer …`'),
  id: Id,
  expires: Instant,
});

export const addService = endpoint({
  method: 'POST',
  path: '/service-accounts',
  status: 201,
  summary:
    'A service account with its first key, shown once. Directors make those of their facility; officers and coordinators those of their region, GHT or national body; the platform makes none, for it would hold the key.',
  body: z.object({
    name: PersonName,
    role: z.enum(SERVICE_ROLES),
    organisation: OrganisationId,
    until: Day.describe('Last day of the key, included; at most a year away'),
  }),
  answers: NewKey.extend({ account: Id }),
  refuses: ['not-found', 'forbidden', 'only-director-gives-roles', 'only-officers-make-service', 'dates-refused'],
});
export const listServices = endpoint({
  method: 'GET',
  path: '/service-accounts',
  summary:
    'Service accounts of a facility; without one, those outside facilities that the reader answers for, and for the platform all of them.',
  query: z.object({ organisation: Finess.optional() }),
  answers: z.object({ services: z.array(Service), can: May }),
  refuses: ['not-found', 'forbidden'],
});
const ofService = z.object({ account: Id });
export const addServiceKey = endpoint({
  method: 'POST',
  path: '/service-accounts/{account}/keys',
  status: 201,
  summary: 'One more key, to change keys without a gap; the others keep working until they are revoked.',
  params: ofService,
  body: z.object({ until: Day }),
  answers: NewKey,
  refuses: ['not-found', 'forbidden', 'role-over', 'dates-refused'],
});
export const revokeServiceKey = endpoint({
  method: 'DELETE',
  path: '/service-accounts/{account}/keys/{key}',
  summary: 'Revokes a key, from the next request on.',
  params: ofService.extend({ key: Id }),
  refuses: ['not-found', 'forbidden'],
});
export const endService = endpoint({
  method: 'DELETE',
  path: '/service-accounts/{account}',
  summary: 'Ends a service account with all its keys, from the next request on. What it wrote stays.',
  params: ofService,
  refuses: ['not-found', 'forbidden', 'role-over'],
});
