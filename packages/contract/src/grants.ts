import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Id, Instant, Login, May, ofEntity } from './shapes.ts';

export const AccessClass = z.enum(['internal', 'steering']);
/** One line of « Qui voit quoi »: who, by what right, how long. */
export const Reader = z.object({
  kind: z.enum(['inside', 'auditor', 'service', 'grant', 'region', 'nation', 'public']),
  /** Who, and what they are: « Équipe de l’établissement », « 9 personnes ». */
  who: z.string(),
  detail: z.string(),
  internal: z.boolean(),
  steering: z.boolean(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  reason: z.string().nullable(),
  givenBy: z.string().nullable(),
  /** The grant that may be taken back here; null when this reader may not, or it is by right. */
  grant: Id.nullable(),
});
export const describeAccess = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/access',
  summary: 'Who reads what of this facility, by which right and until when.',
  params: ofEntity,
  answers: z.object({
    readers: z.array(Reader),
    lastInside: z
      .object({ at: Instant, who: z.string() })
      .nullable()
      .describe('Last reading of internal data by anybody'),
    groups: z.array(z.object({ code: z.string(), name: z.string() })).describe('GHT that a grant may be given to'),
    can: May,
  }),
  refuses: ['not-found'],
});
export const giveGrant = endpoint({
  method: 'POST',
  path: '/organisations/{finess}/grants',
  status: 201,
  summary:
    'Lets a person, or the coordinators of a GHT of this facility, read it for a time. `internal` includes `steering`.',
  params: ofEntity,
  body: z.object({
    to: z.union([z.strictObject({ login: Login }), z.strictObject({ group: z.string().min(1).max(20) })]),
    class: AccessClass,
    reason: z.string().trim().min(5).max(500),
    from: Day.optional(),
    until: Day.describe('Last day, included'),
  }),
  answers: z.object({
    grant: Id,
    openedBy: z
      .string()
      .nullable()
      .describe('Place that answers for it that whoever signs in is this person; null for a GHT'),
  }),
  refuses: ['not-found', 'forbidden', 'nobody-of-that-login', 'group-unknown', 'dates-refused', 'not-to-oneself'],
});
export const revokeGrant = endpoint({
  method: 'DELETE',
  path: '/organisations/{finess}/grants/{grant}',
  summary: 'Takes a grant back, from the next request on.',
  params: ofEntity.extend({ grant: Id }),
  refuses: ['not-found', 'forbidden'],
});
