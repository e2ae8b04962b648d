import type { describeAccess as contract, Reader as ReaderShape } from '@egide/contract/grants';
import type { AnswerOf } from '@egide/contract/endpoint';
import type { z } from 'zod';
import { lastEntryLike } from '../../../platform/audit-log/store.ts';
import { sayActor } from '../../../platform/audit-log/words.ts';
import type { Cx } from '../../../platform/cx.ts';
import { say } from '../../../platform/words.ts';
import { type Facility, groupsOf, namesOf } from '../../facilities/index.ts';
import { mayGive } from '../people/list-people.ts';
import { visibleFacility } from '../visible-facility.ts';
import { groupName, placeNames } from '../places.ts';
import { can } from './policy.ts';
import { grantsOf, insiders, readersAt, type Vouched } from './store.ts';

type Reader = z.infer<typeof ReaderShape>;
const BY_RIGHT = { from: null, until: null, reason: null, givenBy: null, grant: null } as const;

/** « Qui voit quoi »: everybody who reads something of this facility, by which right and until when. */
export async function describeAccess(cx: Cx, { finess }: { finess: string }): Promise<AnswerOf<typeof contract>> {
  const place = await visibleFacility(cx, finess, () => can.see(cx.actor, finess));
  const give = can.give(cx.actor, finess);
  const last = await lastEntryLike(cx, finess, '%.internal-read');
  return {
    readers: [...(await inside(cx, finess)), ...(await granted(cx, finess, give)), ...(await byRight(cx, place))],
    lastInside: last && { at: last.at, who: sayActor(last.actor, cx.locale) },
    groups: await groupsOf(cx, finess),
    can: mayGive(cx, give),
  };
}

/** The team as one line; auditors and machines, who are not of it, each on theirs. */
async function inside(cx: Cx, finess: string): Promise<Reader[]> {
  const held = await insiders(cx, finess);
  const team = new Set(held.filter((h) => h.kind === 'person' && h.role !== 'auditor').map((h) => h.account));
  const apart = held.filter((h) => h.kind === 'service' || h.role === 'auditor');
  return [
    {
      kind: 'inside',
      who: say(cx.locale, 'access.team'),
      detail: say(cx.locale, 'access.people', { count: team.size }),
      internal: true,
      steering: true,
      ...BY_RIGHT,
    },
    ...apart.map((h): Reader => ({
      kind: h.kind === 'service' ? 'service' : 'auditor',
      who: h.name,
      detail: say(cx.locale, h.kind === 'service' ? 'access.service' : 'access.mandate'),
      internal: true,
      steering: true,
      from: h.since.toISOString(),
      until: h.until?.toISOString() ?? null,
      reason: null,
      givenBy: h.giver,
      grant: null,
    })),
  ];
}

async function granted(cx: Cx, finess: string, revocable: boolean): Promise<Reader[]> {
  const grants = await grantsOf(cx, finess);
  const names = await namesOf(cx, { entities: [], groups: grants.flatMap((g) => g.to_group ?? []), regions: [] });
  const openerOf = await openers(cx, finess, grants);
  const who = async (g: (typeof grants)[number]) =>
    g.to_group === null
      ? {
          who: g.person ?? say(cx.locale, 'access.closed-account'),
          detail: openerOf(g) ?? say(cx.locale, 'access.people', { count: 1 }),
        }
      : {
          who: say(cx.locale, 'access.group-team', { group: groupName(names.get(g.to_group) ?? g.to_group) }),
          detail: say(cx.locale, 'access.people', { count: await readersAt(cx, 'group', g.to_group) }),
        };
  const lines: Reader[] = [];
  for (const g of grants)
    lines.push({
      kind: 'grant',
      ...(await who(g)),
      internal: g.class === 'internal',
      steering: true,
      from: g.since.toISOString(),
      until: g.until?.toISOString() ?? null,
      reason: g.reason,
      givenBy: g.giver,
      grant: revocable ? g.id : null,
    });
  return lines;
}

/** Of a person from elsewhere, where the account was opened: whoever gave the grant trusts that place. */
async function openers(cx: Cx, finess: string, grants: readonly Vouched[]): Promise<(grant: Vouched) => string | null> {
  const placeOf = ({ vouched_kind: kind, vouched_organisation: organisation }: Vouched) =>
    kind === null || organisation === null || organisation === finess ? null : { kind, organisation };
  const nameOf = await placeNames(
    cx,
    grants.flatMap((g) => placeOf(g) ?? []),
    cx.locale,
  );
  return (grant) => {
    const place = placeOf(grant);
    return place && say(cx.locale, 'access.opened-by', { place: nameOf(place.kind, place.organisation) });
  };
}

async function byRight(cx: Cx, place: Facility): Promise<Reader[]> {
  const names = await namesOf(cx, { entities: [], groups: [], regions: place.region === null ? [] : [place.region] });
  const outside = { internal: false, ...BY_RIGHT };
  return [
    ...(place.region === null
      ? []
      : [
          {
            kind: 'region' as const,
            who: say(cx.locale, 'access.agency', { region: names.get(place.region) ?? place.region }),
            detail: say(cx.locale, 'access.people', { count: await readersAt(cx, 'region', place.region) }),
            ...outside,
            steering: true,
          },
        ]),
    {
      kind: 'nation',
      who: say(cx.locale, 'access.nation'),
      detail: say(cx.locale, 'access.people', { count: await readersAt(cx, 'nation', 'nation') }),
      ...outside,
      steering: true,
    },
    {
      kind: 'public',
      who: say(cx.locale, 'access.public'),
      detail: say(cx.locale, 'access.aggregates'),
      ...outside,
      steering: false,
    },
  ];
}
