import type { Held, Me } from '@egide/contract/access';
import { HELD_AT, Role } from '@egide/contract/roles';
import type { Cx } from '../../platform/cx.ts';
import { instanceFact } from '../../platform/db/instance-facts.ts';
import { refuse } from '../../platform/refusal.ts';
import { grantsTo } from './grants/store.ts';
import { placeNames } from './places.ts';
import * as store from './store.ts';

/** Who is signed in, with the names of the organisations. */
export async function describeMe(cx: Cx): Promise<Me> {
  if (cx.actor.kind !== 'person' && cx.actor.kind !== 'service') throw refuse('session-required');
  const account = await store.accountById(cx, cx.actor.account);
  if (!account) throw refuse('session-required');
  return describeAccount(cx, account);
}

export async function describeAccount(cx: Cx, account: store.AccountRow): Promise<Me> {
  const [held, grants, fictional] = [
    await store.holdsOf(cx, account.id),
    await grantsTo(cx, account.id),
    await instanceFact(cx, 'fictional'),
  ];
  const nameOf = await placeNames(
    cx,
    [...held, ...grants.map((g) => ({ kind: 'entity', organisation: g.legal_entity }))],
    account.locale,
  );
  return {
    account: account.id,
    kind: account.kind,
    login: account.login,
    name: account.name,
    locale: account.locale,
    fictional: fictional === true,
    holds: held.map((h): Held => {
      const role = Role.parse(h.role);
      return {
        role,
        organisation: { kind: HELD_AT[role], id: h.organisation, name: nameOf(h.kind, h.organisation) },
        from: h.since.toISOString(),
        until: h.until?.toISOString() ?? null,
      };
    }),
    grants: grants.map((g) => ({
      finess: g.legal_entity,
      name: nameOf('entity', g.legal_entity),
      class: g.class,
      until: g.until?.toISOString() ?? null,
    })),
  };
}
