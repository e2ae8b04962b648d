import type { listEverybody as everybodyContract, listPeople as contract, Person } from '@egide/contract/people';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { HELD_AT, OrganisationKind, Role } from '@egide/contract/roles';
import { wordsOf } from '../../../platform/http/problem.ts';
import type { Cx, Decision } from '../../../platform/cx.ts';
import { linksUntil } from '../acceptances/store.ts';
import { placeNames } from '../places.ts';
import { visibleFacility } from '../visible-facility.ts';
import { can } from './policy.ts';
import * as store from './store.ts';

const PAGE = 100;

/** The people of a facility; what they hold elsewhere is not said. */
export async function listPeople(cx: Cx, { finess }: { finess: string }): Promise<AnswerOf<typeof contract>> {
  const place = { kind: 'entity', organisation: finess };
  await visibleFacility(cx, finess, () => can.see(cx.actor, place));
  const people = await describe(
    cx,
    await store.peopleAt(cx, finess),
    (hold) => hold.kind === 'entity' && hold.organisation === finess,
  );
  return { people, can: mayGive(cx, can.giveRole(cx.actor, place)) };
}

export async function listEverybody(
  cx: Cx,
  input: InputOf<typeof everybodyContract>,
): Promise<AnswerOf<typeof everybodyContract>> {
  cx.allow(can.runAccounts(cx.actor));
  const rows = await store.everybody(cx, input, PAGE + 1);
  return {
    people: await describe(cx, rows.slice(0, PAGE), () => true),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.login ?? null) : null,
  };
}

/** Whether this reader may give here and, when not, why. */
export const mayGive = (cx: Cx, decision: Decision): { give: boolean; why: string | null } =>
  decision === true
    ? { give: true, why: null }
    : { give: false, why: wordsOf(cx.locale, decision === false ? 'forbidden' : decision).detail };

async function describe(
  cx: Cx,
  rows: readonly store.PersonRow[],
  shown: (hold: store.HoldRow) => boolean,
): Promise<Person[]> {
  const accounts = rows.map((row) => row.id);
  const holds = (await store.holdsOfAll(cx, accounts)).filter(shown);
  const vouched = rows.map((row) => ({ kind: row.vouched_kind, organisation: row.vouched_organisation }));
  const [standings, managed, links, nameOf] = [
    await store.standings(cx, accounts),
    await store.managedOf(cx, accounts),
    await linksUntil(
      cx,
      holds.map((h) => h.id),
    ),
    await placeNames(cx, [...holds, ...vouched], cx.locale),
  ];
  return rows.map((row) => ({
    account: row.id,
    login: row.login,
    name: row.name,
    ...standingOf(cx, row, standings.get(row.id)),
    openedBy: {
      kind: OrganisationKind.parse(row.vouched_kind),
      id: row.vouched_organisation,
      name: nameOf(row.vouched_kind, row.vouched_organisation),
    },
    managed: managed.has(row.id),
    holds: holds
      .filter((h) => h.account === row.id)
      .map((h) => {
        const role = Role.parse(h.role);
        return {
          id: h.id,
          role,
          organisation: { kind: HELD_AT[role], id: h.organisation, name: nameOf(h.kind, h.organisation) },
          from: h.since.toISOString(),
          until: h.until?.toISOString() ?? null,
          givenBy: h.giver,
          pending: h.accepted === null ? { linkUntil: links.get(h.id)?.toISOString() ?? null } : null,
          ended: endedAt(cx, h),
        };
      }),
  }));
}

/** Since when a role no longer counts; null while it does. */
export const endedAt = (cx: Cx, { revoked, until }: { revoked: Date | null; until: Date | null }): string | null =>
  (revoked ?? (until !== null && until <= cx.now() ? until : null))?.toISOString() ?? null;

function standingOf(
  cx: Cx,
  { disabled }: store.PersonRow,
  standing: store.Standing | undefined,
): Pick<Person, 'standing' | 'invitedUntil'> {
  const link =
    standing?.invited_until && standing.invited_until > cx.now() ? standing.invited_until.toISOString() : null;
  const stage =
    disabled !== null ? 'disabled' : standing?.codes ? 'active' : standing?.password ? 'enrolling' : 'invited';
  return { standing: stage, invitedUntil: link };
}
