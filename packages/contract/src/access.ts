import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { OrganisationKind, Role } from './roles.ts';
import { Id, Instant, Locale, Login, Password, PersonName } from './shapes.ts';

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
    login: Login,
    name: PersonName,
    password: Password,
  }),
  answers: z.object({ login: z.string() }),
  refuses: ['setup-done', 'login-taken', 'setup-token-refused', 'password-too-weak'],
});

// My account.

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
