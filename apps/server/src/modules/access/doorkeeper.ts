import type { Actor, GrantHeld, Hold } from '../../platform/actor.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { JobScopes } from '../../platform/jobs/runner.ts';
import type { Doorkeeper } from '../../platform/http/server.ts';
import { attemptRefused } from './attempts.ts';

interface Opened {
  account: string;
  kind: 'person' | 'service';
  session: string | null;
  name: string;
  login: string;
  locale: 'fr' | 'en';
  holds: Hold[];
  grants: GrantHeld[];
}

export const tokenHash = (token: string): string => sha256Hex(token);
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A login as it is stored and compared; null when it cannot be one. */
export const normaliseLogin = (login: unknown): string | null =>
  typeof login === 'string' && login.length <= 254 && !login.includes('\0') && !login.includes('\\')
    ? login.trim().toLowerCase()
    : null;

const loginIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'login' in body ? normaliseLogin(body.login) : null;

export const doorkeeper: Doorkeeper = {
  opening({ session, key, body }, now) {
    const login = loginIn(body);
    if (login !== null) return `select access.open_anonymous(${quote(login)})`;
    if (session) return openingNoted('session', tokenHash(session), now);
    if (key) return openingNoted('key', tokenHash(key), now);
    return `select access.open_anonymous('')`;
  },
  // Safe: the functions of the schema `access` answer this or nothing.
  actor: (opened) => actorOf(opened as Opened | null),
  refused: attemptRefused,
};

/**
 * Who comes is noted in a transaction of its own: held through a long one, such as an upload, that row would keep every other
 * request of the same person waiting, each with a connection. Hashes are hexadecimal and instants are ours: nothing of the caller
 * enters the text.
 */
function openingNoted(what: 'session' | 'key', hash: string, now: Date): string {
  const shown = `('${hash}', '${now.toISOString()}')`;
  const open = what === 'session' ? 'access.open_session' : 'access.open_service';
  return `select access.note_${what}${shown}; commit; begin; select ${open}${shown}`;
}

function actorOf(opened: Opened | null): Actor {
  if (!opened) return { kind: 'anonymous' };
  const { account, name, login, locale, session, holds, grants } = opened;
  return opened.kind === 'service'
    ? { kind: 'service', account, name, holds, grants }
    : { kind: 'person', account, name, login, locale, session, holds, grants };
}

/** Opens the scope of the operator of the machine, and of our own jobs. */
export const OPERATOR = 'select access.open_operator()';
/** Opens the scope of a person without a session: jobs that act for whoever asked. */
export const openingFor = (account: string, now: Date): string => {
  if (!/^[0-9a-f-]{36}$/.test(account)) throw new Error('not an account id');
  return `select access.open_account('${account}', null, '${now.toISOString()}')`;
};

/** A job acts for whoever asked for it, with the rights they have when it runs; without one, as the system. */
export const jobScopes: JobScopes = {
  opening: (account, now) => (account === null ? OPERATOR : openingFor(account, now)),
  // Somebody whose account was closed meanwhile opens nothing: their job goes on as a stranger, never as the system.
  actor: (opened, { kind, account }) => (account === null ? { kind: 'system', name: kind } : doorkeeper.actor(opened)),
};
