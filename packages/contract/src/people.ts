import { z } from 'zod';
import { Held } from './access.ts';
import { endpoint } from './endpoint.ts';
import { OrganisationId, Role } from './roles.ts';
import { Day, Id, Instant, Login, May, ofEntity, Password, PersonName } from './shapes.ts';

const ofAccount = z.object({ account: Id });
const ofHold = ofAccount.extend({ hold: Id });

/** Works from the link to the first code: invited, then active; a disabled account opens nothing. */
export const Standing = z.enum(['invited', 'enrolling', 'active', 'disabled']);
/** A role as those who give roles see it. `ended`: since when it no longer counts. */
export const Hold = Held.extend({
  id: Id,
  givenBy: z.string().nullable(),
  /** Opens nothing yet: its person has still to accept it, until then by the link that was shown; null when that is over. */
  pending: z.object({ linkUntil: Instant.nullable() }).nullable(),
  ended: Instant.nullable(),
});
export const Person = z.object({
  account: Id,
  login: z.string(),
  name: z.string(),
  standing: Standing,
  invitedUntil: Instant.nullable(),
  holds: z.array(Hold),
  /** Who answers for it that whoever signs in is this person: the place that made the account, or let its person in anew. */
  openedBy: Held.shape.organisation,
  /** This reader may send a new link or free a lost phone: false when the person also works elsewhere. */
  managed: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/**
 * A link to hand over: shown once, only its hash is kept. `path` is below the address of the instance. `password`: its holder
 * chooses the password of the account; `acceptance`: the person, signed in, accepts one role by it.
 */
export const Invitation = z.object({
  kind: z.enum(['password', 'acceptance']),
  token: z.string(),
  path: z.string(),
  expires: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

export const addPerson = endpoint({
  method: 'POST',
  path: '/people',
  status: 201,
  summary:
    "Gives a person a role. A new person gets an invitation link, shown once. Somebody whom another facility let in has to accept the role, signed in, by a link also shown once: until then it opens nothing. `invitation` is null when neither is needed. Directors give roles of their own facility, the platform gives any; nobody gives one to oneself. An auditor's role always has an end.",
  body: z.object({
    login: Login,
    name: PersonName,
    role: Role,
    organisation: OrganisationId,
    until: Day.optional().describe('Last day, included'),
  }),
  answers: z.object({ account: Id, hold: Id, invitation: Invitation.nullable() }),
  refuses: [
    'not-found',
    'forbidden',
    'only-director-gives-roles',
    'only-platform-gives-role',
    'not-to-oneself',
    'role-held',
    'until-needed',
    'dates-refused',
    'account-disabled',
  ],
});
export const listPeople = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/people',
  summary: 'The people of a facility, with the roles they hold or held there.',
  params: ofEntity,
  answers: z.object({ people: z.array(Person), can: May }),
  refuses: ['not-found'],
});
export const listEverybody = endpoint({
  method: 'GET',
  path: '/people',
  summary: 'Every account of the instance, for the platform administrator; by name, login or organisation.',
  query: z.object({
    text: z.string().max(120).optional(),
    role: Role.optional(),
    organisation: OrganisationId.optional(),
    after: z.string().max(300).optional().describe('Cursor of the page before'),
  }),
  answers: z.object({ people: z.array(Person), next: z.string().nullable() }),
  refuses: ['forbidden'],
});
export const endRole = endpoint({
  method: 'DELETE',
  path: '/people/{account}/roles/{hold}',
  summary: 'Ends a role, from the next request of that person on.',
  params: ofHold,
  refuses: ['not-found', 'forbidden', 'role-over', 'last-director', 'last-administrator'],
});
export const disablePerson = endpoint({
  method: 'PUT',
  path: '/people/{account}/suspension',
  summary: 'Closes an account: it opens nothing any more, its sessions end.',
  params: ofAccount,
  refuses: ['not-found', 'forbidden', 'not-to-oneself', 'last-administrator'],
});
export const enablePerson = endpoint({
  method: 'DELETE',
  path: '/people/{account}/suspension',
  summary: 'Opens a closed account again.',
  params: ofAccount,
  refuses: ['not-found', 'forbidden'],
});
export const renewInvitation = endpoint({
  method: 'POST',
  path: '/people/{account}/invitations',
  status: 201,
  summary: 'A new link for somebody who lost the first one, or their password; the former link stops working.',
  params: ofAccount,
  answers: Invitation,
  refuses: ['not-found', 'forbidden', 'works-elsewhere', 'not-to-oneself'],
});
export const freePhone = endpoint({
  method: 'DELETE',
  path: '/people/{account}/one-time-codes',
  summary: 'A lost phone: sessions end, and the next sign-in enrols a new one.',
  params: ofAccount,
  refuses: ['not-found', 'forbidden', 'works-elsewhere', 'not-to-oneself'],
});

export const renewAcceptance = endpoint({
  method: 'POST',
  path: '/people/{account}/roles/{hold}/acceptances',
  status: 201,
  summary: 'A new link by which a person accepts a role that is still pending; the former link stops working.',
  params: ofHold,
  answers: Invitation,
  refuses: [
    'not-found',
    'forbidden',
    'only-director-gives-roles',
    'only-platform-gives-role',
    'not-to-oneself',
    'role-over',
    'role-accepted',
  ],
});

const ofToken = z.object({ token: z.string().min(20).max(200) });
const ForWhom = z.object({ login: z.string(), name: z.string(), expires: Instant });
export const readInvitation = endpoint({
  method: 'GET',
  path: '/invitations/{token}',
  door: 'open',
  summary: 'For whom a link is: one that chooses the password of an account, or one by which a role is accepted.',
  params: ofToken,
  answers: z.discriminatedUnion('kind', [
    ForWhom.extend({
      kind: z.literal('password'),
      roles: z.array(z.object({ role: Role, organisation: z.string() })),
    }),
    ForWhom.extend({
      kind: z.literal('acceptance'),
      role: Role,
      organisation: z.string(),
      until: Instant.nullable().describe('Last instant of the role'),
      givenBy: z.string().nullable(),
      openedBy: z.string().describe('Place that answers for the account'),
    }),
  ]),
  refuses: ['not-found'],
});
export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/{token}',
  door: 'open',
  summary: 'Chooses the password; the link then works no more. The first sign-in follows, with its one-time codes.',
  params: ofToken,
  body: z.object({ password: Password }),
  answers: z.object({ login: z.string() }),
  refuses: ['not-found', 'password-too-weak'],
});
export const acceptRole = endpoint({
  method: 'POST',
  path: '/acceptances/{token}',
  summary: 'Accepts the role of this link, as the person it was given to; from the next request on it counts.',
  params: ofToken,
  refuses: ['not-found', 'link-of-another'],
});
export const declineRole = endpoint({
  method: 'DELETE',
  path: '/acceptances/{token}',
  summary: 'Declines the role of this link, which ends without ever having counted.',
  params: ofToken,
  refuses: ['not-found', 'link-of-another'],
});
