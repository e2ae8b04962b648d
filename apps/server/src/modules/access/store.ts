import { sql } from 'kysely';
import { actorAccount } from '../../platform/actor.ts';
import type { Cx } from '../../platform/cx.ts';

type Tables = {
  'access.accounts': AccountRow;
  'access.credentials': CredentialsRow & { account: string };
  'access.memberships': {
    id: string;
    account: string;
    role: string;
    kind: string;
    organisation: string;
    since: Date;
    until: Date | null;
    given_by: string | null;
    accepted: Date | null;
    revoked: Date | null;
    revoked_by: string | null;
  };
  'access.sessions': {
    id: string;
    token_hash: string;
    account: string;
    opened: Date;
    seen: Date;
    expires: Date;
    agent: string;
    address: string;
  };
};
export interface AccountRow {
  id: string;
  login: string;
  name: string;
  kind: 'person' | 'service';
  locale: 'fr' | 'en';
  fictional: boolean;
  disabled: Date | null;
  created: Date;
}
interface CredentialsRow {
  password: string;
  totp_secret: string | null;
  totp_confirmed: boolean;
  totp_last_step: number;
}
export type NewAccount = Pick<AccountRow, 'id' | 'login' | 'name' | 'locale' | 'fictional'> &
  Pick<CredentialsRow, 'password' | 'totp_secret' | 'totp_confirmed'>;
export interface NewHold {
  readonly account: string;
  readonly role: string;
  readonly kind: string;
  readonly organisation: string;
  readonly since?: Date;
  readonly until?: Date;
  /** It waits for its person's word; absent: it counts at once, if the database finds that it may. */
  readonly pending?: boolean;
}

const tables = (cx: Cx) => cx.tx.withTables<Tables>();

export const accountById = (cx: Cx, id: string): Promise<AccountRow | undefined> =>
  tables(cx)
    .selectFrom('access.accounts')
    .selectAll()
    .where('id', '=', id)
    .where('disabled', 'is', null)
    .executeTakeFirst();

/** The account that is signing in, or one's own: nobody else's credentials can be read. */
export const credentialsOf = (cx: Cx, login: string): Promise<(AccountRow & CredentialsRow) | undefined> =>
  tables(cx)
    .selectFrom('access.accounts as a')
    .innerJoin('access.credentials as c', 'c.account', 'a.id')
    .selectAll('a')
    .select(['c.password', 'c.totp_secret', 'c.totp_confirmed', 'c.totp_last_step'])
    .where('a.login', '=', login)
    .where('a.disabled', 'is', null)
    .executeTakeFirst();

/** A whole account, for those who may make one without an invitation: the set-up link and the fictional territory. */
export async function addAccount(
  cx: Cx,
  { password, totp_secret, totp_confirmed, ...account }: NewAccount,
): Promise<void> {
  await tables(cx)
    .insertInto('access.accounts')
    .values({ ...account, kind: 'person', disabled: null, created: cx.now() })
    .execute();
  await tables(cx)
    .insertInto('access.credentials')
    .values({ account: account.id, password, totp_secret, totp_confirmed, totp_last_step: 0 })
    .execute();
}

/** False when a first right code has confirmed another secret meanwhile, which then stays. */
export async function keepSecret(cx: Cx, account: string, sealed: string): Promise<boolean> {
  const done = await tables(cx)
    .updateTable('access.credentials')
    .set({ totp_secret: sealed })
    .where('account', '=', account)
    .where('totp_confirmed', '=', false)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
export async function keepLocale(cx: Cx, account: string, locale: 'fr' | 'en'): Promise<void> {
  await tables(cx).updateTable('access.accounts').set({ locale }).where('id', '=', account).execute();
}
export async function keepPassword(cx: Cx, account: string, password: string): Promise<void> {
  await tables(cx).updateTable('access.credentials').set({ password }).where('account', '=', account).execute();
}

/** Marks the step of the code just used; false when it, or a later one, was used already. */
export async function useStep(cx: Cx, account: string, step: number): Promise<boolean> {
  const done = await tables(cx)
    .updateTable('access.credentials')
    .set({ totp_last_step: step, totp_confirmed: true })
    .where('account', '=', account)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function addHold(cx: Cx, hold: NewHold): Promise<string> {
  const id = cx.newId();
  await tables(cx)
    .insertInto('access.memberships')
    .values({
      id,
      account: hold.account,
      role: hold.role,
      kind: hold.kind,
      organisation: hold.organisation,
      since: hold.since ?? cx.now(),
      until: hold.until ?? null,
      given_by: actorAccount(cx.actor),
      accepted: hold.pending === true ? null : cx.now(),
      revoked: null,
      revoked_by: null,
    })
    .execute();
  return id;
}

export const holdsOf = (cx: Cx, account: string) =>
  tables(cx)
    .selectFrom('access.memberships')
    .select(['role', 'kind', 'organisation', 'since', 'until'])
    .where('account', '=', account)
    .where('accepted', 'is not', null)
    .where('since', '<=', cx.now())
    .where('revoked', 'is', null)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', cx.now())]))
    .orderBy('role')
    .orderBy('organisation')
    .execute();

export async function isTaken(cx: Cx, login: string): Promise<boolean> {
  return (
    (await tables(cx).selectFrom('access.accounts').select('id').where('login', '=', login).executeTakeFirst()) !==
    undefined
  );
}

export async function anyAdministrator(cx: Cx): Promise<boolean> {
  const { rows } = await sql<{
    any: boolean;
  }>`select access.any_administrator(${cx.now()}) as any`.execute(cx.tx);
  return rows[0]?.any === true;
}

export async function addSession(cx: Cx, session: Omit<Tables['access.sessions'], 'opened' | 'seen'>): Promise<void> {
  await tables(cx)
    .insertInto('access.sessions')
    .values({ ...session, opened: cx.now(), seen: cx.now() })
    .execute();
}
export const sessionsOf = (cx: Cx, account: string) =>
  tables(cx)
    .selectFrom('access.sessions')
    .select(['id', 'opened', 'seen', 'agent', 'address'])
    .where('account', '=', account)
    .where('expires', '>', cx.now())
    .orderBy('seen', 'desc')
    .execute();
export async function removeSession(cx: Cx, account: string, session: string): Promise<boolean> {
  const done = await tables(cx)
    .deleteFrom('access.sessions')
    .where('account', '=', account)
    .where('id', '=', session)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
export async function removeOtherSessions(cx: Cx, account: string, kept: string): Promise<void> {
  await tables(cx).deleteFrom('access.sessions').where('account', '=', account).where('id', '<>', kept).execute();
}
export async function removeSessions(cx: Cx, account: string): Promise<void> {
  await tables(cx).deleteFrom('access.sessions').where('account', '=', account).execute();
}

/** Sessions of this account that are over. */
export async function sweepSessions(cx: Cx, account: string): Promise<void> {
  await tables(cx)
    .deleteFrom('access.sessions')
    .where('account', '=', account)
    .where('expires', '<', cx.now())
    .execute();
}

/** Gives this transaction the rights of the platform: only after the set-up token has been checked. */
export async function becomePlatform(cx: Cx): Promise<void> {
  await sql`select access.open_operator()`.execute(cx.tx);
}
/** From here on this transaction sees what that account sees: the moment after a sign-in. */
export async function openAccount(cx: Cx, account: string): Promise<void> {
  await openScope(cx, account, cx.now());
}
/** The same at another instant; answers who it is, for the doorkeeper. */
export async function openScope(cx: Cx, account: string, at: Date): Promise<unknown> {
  const { rows } = await sql<{
    opened: unknown;
  }>`select access.open_account(${account}::uuid, null, ${at}) as opened`.execute(cx.tx);
  return rows[0]?.opened ?? null;
}

/** Is there an account of a real person, other than one who only runs the platform? `allButAdministrators` false: any at all. */
export async function anyRealPerson(cx: Cx, allButAdministrators: boolean): Promise<boolean> {
  const real = tables(cx).selectFrom('access.accounts as a').select('a.id').where('a.fictional', '=', false).limit(1);
  const found = allButAdministrators
    ? real.where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('access.memberships as m')
              .select('m.id')
              .whereRef('m.account', '=', 'a.id')
              .where('m.kind', '=', 'platform'),
          ),
        ),
      )
    : real;
  return (await found.executeTakeFirst()) !== undefined;
}

/** How many people are invented. */
export const countFictional = async (cx: Cx): Promise<number> =>
  (await tables(cx).selectFrom('access.accounts').select('id').where('fictional', '=', true).execute()).length;

/** Takes away invented people, and what anybody held at an invented organisation. */
export async function removeFictional(cx: Cx): Promise<void> {
  await sql`select access.remove_fictional()`.execute(cx.tx);
}
