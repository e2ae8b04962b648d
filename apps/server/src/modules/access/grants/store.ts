import { sql } from 'kysely';
import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';

export interface GrantRow {
  readonly id: string;
  readonly to_account: string | null;
  readonly to_group: string | null;
  readonly class: 'internal' | 'steering';
  readonly reason: string;
  readonly since: Date;
  readonly until: Date | null;
}
/** Where the account of a person was opened; null for a group. */
export interface Vouched {
  readonly vouched_kind: string | null;
  readonly vouched_organisation: string | null;
}
interface HeldInside {
  readonly account: string;
  readonly name: string;
  readonly kind: 'person' | 'service';
  readonly role: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly giver: string | null;
}
type Tables = {
  'access.accounts': {
    id: string;
    name: string;
    kind: 'person' | 'service';
    disabled: Date | null;
    vouched_kind: string;
    vouched_organisation: string;
  };
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
  };
  'access.grants': {
    legal_entity: string;
    id: string;
    to_account: string | null;
    to_group: string | null;
    class: 'internal' | 'steering';
    reason: string;
    given_by: string | null;
    since: Date;
    until: Date | null;
    revoked: Date | null;
    revoked_by: string | null;
  };
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** Grants of a legal entity that count today or later, with the names of those who hold and gave them. */
export const grantsOf = (
  cx: Cx,
  finess: string,
): Promise<(GrantRow & Vouched & { person: string | null; giver: string | null })[]> =>
  tables(cx)
    .selectFrom('access.grants as g')
    .leftJoin('access.accounts as a', 'a.id', 'g.to_account')
    .leftJoin('access.accounts as b', 'b.id', 'g.given_by')
    .select([
      'g.id',
      'g.to_account',
      'g.to_group',
      'g.class',
      'g.reason',
      'g.since',
      'g.until',
      'a.name as person',
      'a.vouched_kind',
      'a.vouched_organisation',
      'b.name as giver',
    ])
    .where('g.legal_entity', '=', finess)
    .where('g.revoked', 'is', null)
    .where((e) => e.or([e('g.until', 'is', null), e('g.until', '>', cx.now())]))
    .orderBy('g.since')
    .execute();

/** Those who read inside today by a role of their own. */
export const insiders = (cx: Cx, finess: string): Promise<HeldInside[]> =>
  tables(cx)
    .selectFrom('access.memberships as m')
    .innerJoin('access.accounts as a', 'a.id', 'm.account')
    .leftJoin('access.accounts as b', 'b.id', 'm.given_by')
    .select(['m.account', 'a.name', 'a.kind', 'm.role', 'm.since', 'm.until', 'b.name as giver'])
    .where('m.kind', '=', 'entity')
    .where('m.organisation', '=', finess)
    .where('m.accepted', 'is not', null)
    .where('m.revoked', 'is', null)
    .where('a.disabled', 'is', null)
    .where('m.since', '<=', cx.now())
    .where((e) => e.or([e('m.until', 'is', null), e('m.until', '>', cx.now())]))
    .orderBy('a.name')
    .execute();

/** How many people hold a role somewhere today. */
export async function readersAt(cx: Cx, kind: string, organisation: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select access.readers(${kind}, ${organisation}, ${cx.now()}) as n`.execute(
    cx.tx,
  );
  return rows[0]?.n ?? 0;
}

/** Takes a grant back; false when there is none that still counts. */
export async function revokeGrant(cx: Cx, finess: string, grant: string): Promise<boolean> {
  const done = await tables(cx)
    .updateTable('access.grants')
    .set({ revoked: cx.now(), revoked_by: actorAccount(cx.actor) })
    .where('legal_entity', '=', finess)
    .where('id', '=', grant)
    .where('revoked', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** What counts now for this account, given to it or to a GHT that it coordinates. */
export const grantsTo = (cx: Cx, account: string) =>
  tables(cx)
    .selectFrom('access.grants')
    .select(['legal_entity', 'class', 'until'])
    .where((e) =>
      e.or([
        e('to_account', '=', account),
        e(
          'to_group',
          'in',
          e
            .selectFrom('access.memberships as m')
            .select('m.organisation')
            .where('m.account', '=', account)
            .where('m.role', '=', 'ght-coordinator')
            .where('m.accepted', 'is not', null)
            .where('m.since', '<=', cx.now())
            .where((h) => h.or([h('m.until', 'is', null), h('m.until', '>', cx.now())]))
            .where('m.revoked', 'is', null),
        ),
      ]),
    )
    .where('since', '<=', cx.now())
    .where('revoked', 'is', null)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', cx.now())]))
    .orderBy('legal_entity')
    .execute();

export interface NewGrant {
  readonly legalEntity: string;
  readonly to: { readonly account: string } | { readonly group: string };
  readonly class: 'internal' | 'steering';
  readonly reason: string;
  readonly givenBy: string | null;
  /** Now when absent. */
  readonly since?: Date;
  readonly until: Date | null;
}
export async function addGrant(cx: Cx, grant: NewGrant): Promise<string> {
  const id = cx.newId();
  await tables(cx)
    .insertInto('access.grants')
    .values({
      legal_entity: grant.legalEntity,
      id,
      to_account: 'account' in grant.to ? grant.to.account : null,
      to_group: 'group' in grant.to ? grant.to.group : null,
      class: grant.class,
      reason: grant.reason,
      given_by: grant.givenBy,
      since: grant.since ?? cx.now(),
      until: grant.until,
      revoked: null,
      revoked_by: null,
    })
    .execute();
  return id;
}
