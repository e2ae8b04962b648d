import type { addPerson as contract } from '@egide/contract/people';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { HELD_AT, type Role } from '@egide/contract/roles';
import { actorAccount } from '../../../platform/actor.ts';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { makeAcceptance } from '../acceptances/renew-acceptance.ts';
import { countsAtOnce } from '../acceptances/store.ts';
import { normaliseLogin } from '../doorkeeper.ts';
import { LONGEST, periodOf } from '../period.ts';
import { chainOf, type Place, placeExists } from '../places.ts';
import { addHold } from '../store.ts';
import { makeInvitation } from './invitations.ts';
import { can } from './policy.ts';
import * as store from './store.ts';

/**
 * Gives a role: to a new person by an invitation, to one who has an account already at once, or, when another place answers
 * for that account, once its person has accepted.
 */
export async function addPerson(cx: Cx, input: InputOf<typeof contract>): Promise<AnswerOf<typeof contract>> {
  const place = { kind: HELD_AT[input.role], organisation: input.organisation };
  await visiblePlace(cx, place);
  cx.allow(can.giveRole(cx.actor, place));
  const { until } = periodOf(
    cx.now(),
    { until: input.until },
    input.role === 'auditor' ? LONGEST.mandate : Number.MAX_SAFE_INTEGER,
  );
  if (input.role === 'auditor' && until === null) throw refuse('until-needed');
  const login = normaliseLogin(input.login) ?? '';
  const account = await store.accountFor(cx, { login, name: input.name, kind: 'person', place });
  if (account === null) throw refuse('account-disabled');
  if (account.id === actorAccount(cx.actor)) throw toOneself(place, input.role);
  if (await store.holdsAlready(cx, account.id, { role: input.role, organisation: input.organisation }))
    throw refuse('role-held');
  const pending = !(await countsAtOnce(cx, account.id, place));
  const hold = await addHold(cx, {
    account: account.id,
    role: input.role,
    ...place,
    pending,
    ...(until === null ? {} : { until }),
  });
  if (account.isNew)
    await cx.record({ chain: INSTANCE, action: 'access.account-created', object: account.id, detail: { login } });
  await cx.record({
    chain: chainOf(place),
    action: pending ? 'access.role-offered' : 'access.role-given',
    object: account.id,
    detail: { login, role: input.role, organisation: input.organisation, until: until?.toISOString() ?? null },
  });
  const invitation = async () => {
    if (pending) return makeAcceptance(cx, hold);
    return (await needsInvitation(cx, account)) ? makeInvitation(cx, account.id) : null;
  };
  return { account: account.id, hold, invitation: await invitation() };
}

/** A place that this reader may not know answers like one that does not exist. */
export async function visiblePlace(cx: Cx, place: Place): Promise<void> {
  const visible = place.kind === 'entity' ? cx.sees(can.see(cx.actor, place)) : true;
  // Only the platform gives roles outside facilities: others are told so before they learn what exists.
  if (place.kind !== 'entity') cx.allow(can.giveRole(cx.actor, place));
  if (!visible || !(await placeExists(cx, place))) throw refuse('not-found');
}

/** A link would choose the password: only for somebody who has none, and whom this reader may let in. */
async function needsInvitation(cx: Cx, { id, isNew }: { id: string; isNew: boolean }): Promise<boolean> {
  return isNew || ((await store.standings(cx, [id])).get(id)?.password === false && (await store.manages(cx, id)));
}

/** Loud: written where the role would have been held, and in the chain of the instance. */
export const toOneself = (place: Place, role: Role) =>
  refuse('not-to-oneself').leaving(async (cx) => {
    for (const chain of new Set([INSTANCE, chainOf(place)]))
      await cx.record({
        chain,
        action: 'access.role-to-oneself-refused',
        object: place.organisation,
        detail: { role },
      });
  });
