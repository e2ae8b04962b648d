import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { OrganisationKind, Role } from './roles.ts';
import { Day, Finess, Id, Instant, Locale, ofEntity } from './shapes.ts';

const Credentials = z.object({ login: z.string().min(1).max(254), password: z.string().min(1).max(256) });

export const Held = z.object({
  role: Role,
  organisation: z.object({ kind: OrganisationKind, id: z.string(), name: z.string() }),
  from: Instant,
  until: Instant.nullable(),
});
export type Held = z.infer<typeof Held>;

export const Me = z.object({
  account: Id,
  /** A service holds a key and never signs in. */
  kind: z.enum(['person', 'service']),
  login: z.string(),
  name: z.string(),
  locale: z.enum(['fr', 'en']),
  holds: z.array(Held),
  /** Facilities that gave this person a dated grant. */
  grants: z.array(
    z.object({
      finess: z.string(),
      name: z.string(),
      class: z.enum(['internal', 'steering']),
      until: Instant.nullable(),
    }),
  ),
  fictional: z.boolean().describe('The instance holds the demonstration territory'),
});
export type Me = z.infer<typeof Me>;

export const signIn = endpoint({
  method: 'POST',
  path: '/sessions',
  door: 'open',
  status: 201,
  summary: 'Signs in with password and one-time code; sets the session cookie.',
  body: Credentials.extend({ code: z.string().max(12).optional() }),
  answers: Me,
  refuses: ['credentials-refused', 'code-required', 'code-refused', 'enrolment-required', 'too-many-attempts'],
});

export const enrol = endpoint({
  method: 'POST',
  path: '/enrolments',
  door: 'open',
  status: 201,
  summary: 'First sign-in: gives the secret of the one-time codes to a person whose account has none confirmed yet.',
  body: Credentials,
  answers: z.object({ secret: z.string(), uri: z.string() }),
  refuses: ['credentials-refused', 'enrolment-done', 'too-many-attempts'],
});

export const signOut = endpoint({ method: 'DELETE', path: '/sessions/current', summary: 'Ends this session.' });

export const Session = z.object({
  id: Id,
  opened: Instant,
  seen: Instant,
  agent: z.string(),
  address: z.string(),
  current: z.boolean(),
});
export const listSessions = endpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where I am signed in.',
  answers: z.object({ sessions: z.array(Session) }),
});
export const endSession = endpoint({
  method: 'DELETE',
  path: '/me/sessions/{session}',
  summary: 'Ends one of my sessions.',
  params: z.object({ session: Id }),
  refuses: ['not-found'],
});
export const signOutEverywhere = endpoint({
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'Ends all my sessions, this one included.',
});

export const me = endpoint({ method: 'GET', path: '/me', summary: 'Who I am, which roles, where.', answers: Me });

export const setup = endpoint({
  method: 'GET',
  path: '/setup',
  door: 'open',
  summary: 'What this instance still needs before anyone can sign in.',
  answers: z.object({ needed: z.boolean(), fictional: z.boolean() }),
});
export const createFirstAdministrator = endpoint({
  method: 'POST',
  path: '/setup',
  door: 'open',
  status: 201,
  summary: 'Creates the first platform administrator with the token of the set-up link, which works once.',
  body: z.object({
    token: z.string().min(20).max(200),
    login: z.email().max(254),
    name: z.string().trim().min(1).max(120),
    password: z.string().min(12).max(256),
  }),
  answers: z.object({ login: z.string() }),
  refuses: ['setup-done', 'setup-token-refused', 'password-too-weak'],
});

// My account.

const Password = z.string().min(12).max(256);
export const changePassword = endpoint({
  method: 'PUT',
  path: '/me/password',
  summary: 'Changes my password, with the present one and a one-time code; my other sessions end.',
  body: z.object({ current: z.string().min(1).max(256), code: z.string().max(12), password: Password }),
  refuses: ['proof-refused', 'password-too-weak', 'too-many-attempts', 'not-for-services'],
});
export const changeLanguage = endpoint({
  method: 'PATCH',
  path: '/me',
  summary: 'The language in which I read.',
  body: z.object({ locale: Locale }),
  answers: Me,
});

// People: accounts and the roles they hold.

const Login = z.email().max(254);
const PersonName = z.string().trim().min(1).max(120);
/** FINESS number, code of a GHT or of a region; `nation` and `instance` for the two others. */
const OrganisationId = z.string().min(1).max(20);
const ofAccount = z.object({ account: Id });

/** Works from the link to the first code: invited, then active; a disabled account opens nothing. */
export const Standing = z.enum(['invited', 'enrolling', 'active', 'disabled']);
/** A role as those who give roles see it. `ended`: since when it no longer counts. */
export const Hold = Held.extend({ id: Id, givenBy: z.string().nullable(), ended: Instant.nullable() });
export const Person = z.object({
  account: Id,
  login: z.string(),
  name: z.string(),
  standing: Standing,
  invitedUntil: Instant.nullable(),
  holds: z.array(Hold),
  /** This reader may send a new link or free a lost phone: false when the person also works elsewhere. */
  managed: z.boolean(),
});
export type Person = z.infer<typeof Person>;
/** What a reader may do on a page, and, when not, why, in words to show beside the disabled button. */
const May = z.object({ give: z.boolean(), why: z.string().nullable() });

/** A link to hand over: shown once, only its hash is kept. `path` is below the address of the instance. */
export const Invitation = z.object({ token: z.string(), path: z.string(), expires: Instant });
export type Invitation = z.infer<typeof Invitation>;

export const addPerson = endpoint({
  method: 'POST',
  path: '/people',
  status: 201,
  summary:
    "Gives a person a role. A new person gets an invitation link, shown once; whoever has an account already needs none, and `invitation` is null. Directors give roles of their own facility, the platform gives any; nobody gives one to oneself. An auditor's role always has an end.",
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
  params: ofAccount.extend({ hold: Id }),
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

const ofToken = z.object({ token: z.string().min(20).max(200) });
export const readInvitation = endpoint({
  method: 'GET',
  path: '/invitations/{token}',
  door: 'open',
  summary: 'For whom an invitation is.',
  params: ofToken,
  answers: z.object({
    login: z.string(),
    name: z.string(),
    expires: Instant,
    roles: z.array(z.object({ role: Role, organisation: z.string() })),
  }),
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

// Who sees what.

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
  answers: z.object({ grant: Id }),
  refuses: ['not-found', 'forbidden', 'nobody-of-that-login', 'group-unknown', 'dates-refused', 'not-to-oneself'],
});
export const revokeGrant = endpoint({
  method: 'DELETE',
  path: '/organisations/{finess}/grants/{grant}',
  summary: 'Takes a grant back, from the next request on.',
  params: ofEntity.extend({ grant: Id }),
  refuses: ['not-found', 'forbidden'],
});

// Service accounts: a key instead of a person.

export const ServiceKey = z.object({
  id: Id,
  made: Instant,
  expires: Instant,
  used: Instant.nullable(),
  revoked: Instant.nullable(),
});
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
  refuses: ['not-found', 'forbidden', 'dates-refused'],
});
export const revokeServiceKey = endpoint({
  method: 'DELETE',
  path: '/service-accounts/{account}/keys/{key}',
  summary: 'Revokes a key, from the next request on.',
  params: ofService.extend({ key: Id }),
  refuses: ['not-found', 'forbidden'],
});
