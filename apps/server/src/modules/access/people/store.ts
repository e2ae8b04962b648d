import { sql } from 'kysely';
import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import type { Place } from '../places.ts';

export interface HoldRow {
  readonly id: string;
  readonly account: string;
  readonly role: string;
  readonly kind: string;
  readonly organisation: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly given_by: string | null;
  /** Null: pending, it opens nothing. */
  readonly accepted: Date | null;
  readonly revoked: Date | null;
}
export interface PersonRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: Date | null;
  /** Place that answers for whoever signs in. */
  readonly vouched_kind: string;
  readonly vouched_organisation: string;
}
export interface Standing {
  readonly account: string;
  readonly password: boolean;
  readonly codes: boolean;
  readonly invited_until: Date | null;
}
type Tables = {
  'access.accounts': PersonRow & { kind: 'person' | 'service'; disabled: Date | null };
  'access.memberships': HoldRow & { revoked_by: string | null };
};
const PERSON = ['a.id', 'a.login', 'a.name', 'a.disabled', 'a.vouched_kind', 'a.vouched_organisation'] as const;
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** The account of this login, made when it is new, with `place` where its first role will be; null when it is closed. */
export async function accountFor(
  cx: Cx,
  { login, name, kind, place }: { login: string; name: string; kind: 'person' | 'service'; place: Place },
): Promise<{ id: string; isNew: boolean } | null> {
  const id = cx.newId();
  const { rows } = await sql<{
    id: string | null;
  }>`select access.add_account(${id}::uuid, ${login}, ${name}, ${kind}, ${cx.locale}, ${place.kind}, ${place.organisation}, ${cx.now()}) as id`.execute(
    cx.tx,
  );
  return rows[0]?.id ? { id: rows[0].id, isNew: rows[0].id === id } : null;
}
/** The account of a person by login, for those who may give something; null when there is none. */
export async function accountOf(cx: Cx, login: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select access.account_of(${login}) as id`.execute(cx.tx);
  return rows[0]?.id ?? null;
}

export const personById = (cx: Cx, account: string): Promise<PersonRow | undefined> =>
  tables(cx)
    .selectFrom('access.accounts as a')
    .select(PERSON)
    .where('a.id', '=', account)
    .where('a.kind', '=', 'person')
    .executeTakeFirst();

/** Those who hold or held a role at a legal entity, by name. */
export const peopleAt = (cx: Cx, finess: string): Promise<PersonRow[]> =>
  tables(cx)
    .selectFrom('access.accounts as a')
    .select(PERSON)
    .where('a.kind', '=', 'person')
    .where((e) =>
      e.exists(
        e
          .selectFrom('access.memberships as m')
          .select('m.id')
          .whereRef('m.account', '=', 'a.id')
          .where('m.kind', '=', 'entity')
          .where('m.organisation', '=', finess),
      ),
    )
    .orderBy('a.name')
    .orderBy('a.login')
    .execute();

interface Wanted {
  readonly text?: string | undefined;
  readonly role?: string | undefined;
  readonly organisation?: string | undefined;
  /** Login of the last of the page before. */
  readonly after?: string | undefined;
}
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export async function everybody(
  cx: Cx,
  { text, role, organisation, after }: Wanted,
  limit: number,
): Promise<PersonRow[]> {
  let found = tables(cx).selectFrom('access.accounts as a').select(PERSON).where('a.kind', '=', 'person');
  if (text !== undefined)
    found = found.where((e) =>
      e.or([e('a.name', 'ilike', `%${literal(text)}%`), e('a.login', 'ilike', `%${literal(text)}%`)]),
    );
  if (after !== undefined) found = found.where('a.login', '>', after);
  if (role !== undefined || organisation !== undefined) {
    found = found.where((e) => {
      let held = e
        .selectFrom('access.memberships as m')
        .select('m.id')
        .whereRef('m.account', '=', 'a.id')
        .where('m.revoked', 'is', null);
      if (role !== undefined) held = held.where('m.role', '=', role);
      if (organisation !== undefined) held = held.where('m.organisation', '=', organisation);
      return e.exists(held);
    });
  }
  return found.orderBy('a.login').limit(limit).execute();
}

/** What these accounts hold and held, as far as this reader may see, with the names of those who gave it. */
export const holdsOfAll = (cx: Cx, accounts: readonly string[]): Promise<(HoldRow & { giver: string | null })[]> =>
  accounts.length === 0
    ? Promise.resolve([])
    : tables(cx)
        .selectFrom('access.memberships as m')
        .leftJoin('access.accounts as g', 'g.id', 'm.given_by')
        .select([
          'm.id',
          'm.account',
          'm.role',
          'm.kind',
          'm.organisation',
          'm.since',
          'm.until',
          'm.given_by',
          'm.accepted',
          'm.revoked',
          'g.name as giver',
        ])
        .where('m.account', 'in', [...accounts])
        .orderBy('m.since')
        .execute();
export const holdById = (cx: Cx, account: string, hold: string): Promise<HoldRow | undefined> =>
  tables(cx)
    .selectFrom('access.memberships')
    .selectAll()
    .where('account', '=', account)
    .where('id', '=', hold)
    .executeTakeFirst();

/** The login of whoever held a role; the machine's own name for a service. */
export const accountOfHold = (cx: Cx, { account }: Pick<HoldRow, 'account'>): Promise<PersonRow | undefined> =>
  tables(cx).selectFrom('access.accounts as a').select(PERSON).where('a.id', '=', account).executeTakeFirst();

/** Does this account hold this role there already, today or later, or has it still to accept it? */
export async function holdsAlready(
  cx: Cx,
  account: string,
  { role, organisation }: { role: string; organisation: string },
): Promise<boolean> {
  const found = await tables(cx)
    .selectFrom('access.memberships')
    .select('id')
    .where('account', '=', account)
    .where('role', '=', role)
    .where('organisation', '=', organisation)
    .where('revoked', 'is', null)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', cx.now())]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
/** How many others hold this role there, with an open account. */
export async function othersWith(
  cx: Cx,
  { account, role, organisation }: { account: string; role: string; organisation: string },
): Promise<number> {
  const found = await tables(cx)
    .selectFrom('access.memberships as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.account')
    .select((e) => e.fn.count<number>('m.account').distinct().as('n'))
    .where('m.role', '=', role)
    .where('m.organisation', '=', organisation)
    .where('m.account', '<>', account)
    .where('m.accepted', 'is not', null)
    .where('m.revoked', 'is', null)
    .where('m.since', '<=', cx.now())
    .where('a.disabled', 'is', null)
    .where((e) => e.or([e('m.until', 'is', null), e('m.until', '>', cx.now())]))
    .executeTakeFirst();
  return found?.n ?? 0;
}
export async function revokeHold(cx: Cx, hold: string): Promise<void> {
  await tables(cx)
    .updateTable('access.memberships')
    .set({ revoked: cx.now(), revoked_by: actorAccount(cx.actor) })
    .where('id', '=', hold)
    .execute();
}
export async function setDisabled(cx: Cx, account: string, at: Date | null): Promise<void> {
  await tables(cx).updateTable('access.accounts').set({ disabled: at }).where('id', '=', account).execute();
  if (at !== null) await sql`select access.end_sessions(${account}::uuid)`.execute(cx.tx);
}

/** Of these accounts, those that this reader may let in again. */
export async function managedOf(cx: Cx, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string;
  }>`select id from unnest(${[...accounts]}::uuid[]) id where access.manages(id)`.execute(cx.tx);
  return new Set(rows.map((row) => row.id));
}
export const manages = async (cx: Cx, account: string): Promise<boolean> =>
  (await managedOf(cx, [account])).has(account);
export async function standings(cx: Cx, accounts: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing>`select * from access.standings(${[...accounts]}::uuid[])`.execute(cx.tx);
  return new Map(rows.map((row) => [row.account, row]));
}

export async function invite(cx: Cx, account: string, { hash, until }: { hash: string; until: Date }): Promise<void> {
  await sql`select access.invite(${account}::uuid, ${hash}, ${cx.now()}, ${until})`.execute(cx.tx);
}
export interface Invited {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly locale: 'fr' | 'en';
  readonly expires: Date;
  readonly roles: readonly { readonly role: string; readonly kind: string; readonly organisation: string }[];
}
/** For whom this link is; undefined when it is none, was used or is too old. */
export async function invited(cx: Cx, hash: string): Promise<Invited | undefined> {
  return (await sql<Invited>`select * from access.invited(${hash}, ${cx.now()})`.execute(cx.tx)).rows[0];
}
/** Uses the link: the password is set, sessions end. False when somebody was faster. */
export async function acceptInvitation(cx: Cx, hash: string, password: string): Promise<boolean> {
  const { rows } = await sql<{
    account: string | null;
  }>`select access.accept_invitation(${hash}, ${password}, ${cx.now()}) as account`.execute(cx.tx);
  return rows[0]?.account !== null && rows[0] !== undefined;
}
export async function forgetCodes(cx: Cx, account: string): Promise<void> {
  await sql`select access.forget_codes(${account}::uuid)`.execute(cx.tx);
}
