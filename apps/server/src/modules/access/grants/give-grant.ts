import type { giveGrant as contract } from '@egide/contract/grants';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { actorAccount } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { groupsOf } from '../../facilities/index.ts';
import { normaliseLogin } from '../doorkeeper.ts';
import { accountOf, personById } from '../people/store.ts';
import { LONGEST, periodOf } from '../period.ts';
import { groupName, placeNames } from '../places.ts';
import { visibleFacility } from '../visible-facility.ts';
import { can } from './policy.ts';
import { addGrant, grantsOf, revokeGrant as revoke } from './store.ts';

type Asked = InputOf<typeof contract>;
/** Who reads, and under which name that is written in the log. */
interface Receiver {
  readonly to: { readonly account: string } | { readonly group: string };
  readonly named: { readonly login: string } | { readonly group: string };
}

/** Lets a person, or the coordinators of a GHT of this facility, read it for a time. */
export async function giveGrant(cx: Cx, input: Asked): Promise<AnswerOf<typeof contract>> {
  const { finess } = input;
  await visibleFacility(cx, finess, () => can.see(cx.actor, finess));
  cx.allow(can.give(cx.actor, finess));
  const { since, until } = periodOf(cx.now(), input, LONGEST.grant);
  const { to, named } = await receiver(cx, finess, input.to);
  const grant = await addGrant(cx, {
    legalEntity: finess,
    to,
    class: input.class,
    reason: input.reason,
    givenBy: actorAccount(cx.actor),
    since,
    until,
  });
  await cx.record({
    chain: finess,
    action: 'access.grant-given',
    object: grant,
    detail: {
      ...named,
      class: input.class,
      reason: input.reason,
      since: since.toISOString(),
      until: until?.toISOString() ?? null,
    },
  });
  return { grant, openedBy: 'account' in to ? await openerOf(cx, to.account) : null };
}

/** Who answers for it that whoever signs in is that person: the giver sees whom they trust. */
async function openerOf(cx: Cx, account: string): Promise<string | null> {
  // Seen from now on, by the grant just given.
  const person = await personById(cx, account);
  if (!person) return null;
  const vouched = { kind: person.vouched_kind, organisation: person.vouched_organisation };
  return (await placeNames(cx, [vouched], cx.locale))(vouched.kind, vouched.organisation);
}

async function receiver(cx: Cx, finess: string, to: Asked['to']): Promise<Receiver> {
  if ('group' in to) {
    const group = (await groupsOf(cx, finess)).find(({ code }) => code === to.group);
    if (!group) throw refuse('group-unknown');
    return { to: { group: group.code }, named: { group: groupName(group.name) } };
  }
  const account = await accountOf(cx, normaliseLogin(to.login) ?? '');
  if (account === null) throw refuse('nobody-of-that-login');
  if (account === actorAccount(cx.actor)) throw refuse('not-to-oneself');
  return { to: { account }, named: { login: to.login } };
}

/** Takes a grant back, from the next request on. */
export async function revokeGrant(cx: Cx, { finess, grant }: { finess: string; grant: string }): Promise<void> {
  await visibleFacility(cx, finess, () => can.see(cx.actor, finess));
  cx.allow(can.give(cx.actor, finess));
  const given = (await grantsOf(cx, finess)).find(({ id }) => id === grant);
  if (!given || !(await revoke(cx, finess, grant))) throw refuse('not-found');
  const group =
    given.to_group === null ? undefined : (await groupsOf(cx, finess)).find(({ code }) => code === given.to_group);
  await cx.record({
    chain: finess,
    action: 'access.grant-revoked',
    object: grant,
    detail: { class: given.class, name: given.person ?? undefined, group: group && groupName(group.name) },
  });
}
