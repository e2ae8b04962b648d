import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';

interface KeyRow {
  readonly id: string;
  readonly account: string;
  readonly created: Date;
  readonly expires: Date;
  readonly used: Date | null;
  readonly revoked: Date | null;
}
export interface ServiceRow {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly kind: string;
  readonly organisation: string;
  readonly until: Date | null;
  readonly revoked: Date | null;
}
type Tables = {
  'access.accounts': { id: string; name: string; kind: 'person' | 'service' };
  'access.memberships': Omit<ServiceRow, 'name'> & { revoked_by: string | null };
  'access.service_keys': KeyRow & { key_hash: string; created_by: string | null };
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

const services = (cx: Cx) =>
  tables(cx)
    .selectFrom('access.accounts as a')
    .innerJoin('access.memberships as m', 'm.account', 'a.id')
    .select(['a.id as account', 'a.name', 'm.role', 'm.kind', 'm.organisation', 'm.until', 'm.revoked'])
    .where('a.kind', '=', 'service');

/** Service accounts of one legal entity, or every one that this reader sees. */
export function servicesAt(cx: Cx, finess: string | undefined): Promise<ServiceRow[]> {
  const all = services(cx).orderBy('a.name').orderBy('a.id');
  return (
    finess === undefined ? all : all.where('m.kind', '=', 'entity').where('m.organisation', '=', finess)
  ).execute();
}
export const serviceById = (cx: Cx, account: string): Promise<ServiceRow | undefined> =>
  services(cx).where('a.id', '=', account).executeTakeFirst();

export const keysOf = (cx: Cx, accounts: readonly string[]): Promise<KeyRow[]> =>
  accounts.length === 0
    ? Promise.resolve([])
    : tables(cx)
        .selectFrom('access.service_keys')
        .select(['id', 'account', 'created', 'expires', 'used', 'revoked'])
        .where('account', 'in', [...accounts])
        .orderBy('created')
        .execute();

export async function addKey(
  cx: Cx,
  account: string,
  { hash, expires }: { hash: string; expires: Date },
): Promise<string> {
  const id = cx.newId();
  await tables(cx)
    .insertInto('access.service_keys')
    .values({
      id,
      key_hash: hash,
      account,
      created: cx.now(),
      created_by: actorAccount(cx.actor),
      expires,
      used: null,
      revoked: null,
    })
    .execute();
  return id;
}
export async function revokeKey(cx: Cx, account: string, key: string): Promise<boolean> {
  const done = await tables(cx)
    .updateTable('access.service_keys')
    .set({ revoked: cx.now() })
    .where('account', '=', account)
    .where('id', '=', key)
    .where('revoked', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
export async function endService(cx: Cx, account: string): Promise<void> {
  // The keys first: whoever answers for the machine does so by the role that ends with it.
  await tables(cx)
    .updateTable('access.service_keys')
    .set({ revoked: cx.now() })
    .where('account', '=', account)
    .where('revoked', 'is', null)
    .execute();
  await tables(cx)
    .updateTable('access.memberships')
    .set({ revoked: cx.now(), revoked_by: actorAccount(cx.actor) })
    .where('account', '=', account)
    .where('revoked', 'is', null)
    .execute();
}
