import type {
  addService as addContract,
  addServiceKey as keyContract,
  listServices as listContract,
} from '@egide/contract/services';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { HELD_AT, Role } from '@egide/contract/roles';
import { newToken } from '../../../platform/crypto.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { Cx, Decision } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { tokenHash } from '../doorkeeper.ts';
import { visiblePlace } from '../people/add-person.ts';
import { endedAt, mayGive } from '../people/list-people.ts';
import { can } from '../people/policy.ts';
import { accountFor } from '../people/store.ts';
import { LONGEST, periodOf } from '../period.ts';
import { chainOf, type Place, placeExists, placeNames } from '../places.ts';
import { addHold } from '../store.ts';
import * as store from './store.ts';

type NewKey = AnswerOf<typeof keyContract>;

/** A machine's account with its first key. */
export async function addService(cx: Cx, input: InputOf<typeof addContract>): Promise<AnswerOf<typeof addContract>> {
  const place = { kind: HELD_AT[input.role], organisation: input.organisation };
  if (place.kind === 'entity') await visiblePlace(cx, place);
  cx.allow(can.makeService(cx.actor, place));
  if (!(await placeExists(cx, place))) throw refuse('not-found');
  const account = await accountFor(cx, { login: `service:${cx.newId()}`, name: input.name, kind: 'service', place });
  if (account === null) throw new Error('the login of a new service belongs to nobody');
  await addHold(cx, { account: account.id, role: input.role, ...place });
  await cx.record({
    chain: chainOf(place),
    action: 'access.service-created',
    object: account.id,
    detail: { name: input.name, role: input.role, organisation: input.organisation },
  });
  return {
    account: account.id,
    ...(await makeKey(cx, { account: account.id, name: input.name, ...place }, input.until)),
  };
}

/** Shown once: only its hash is kept. The prefix lets tools that look for leaked secrets know it. */
async function makeKey(
  cx: Cx,
  service: Pick<store.ServiceRow, 'account' | 'name' | 'kind' | 'organisation'>,
  until: string,
): Promise<NewKey> {
  const { until: expires } = periodOf(cx.now(), { until }, LONGEST.key);
  if (expires === null) throw new Error('a key always ends');
  const key = `egide_${newToken()}`;
  const id = await store.addKey(cx, service.account, { hash: tokenHash(key), expires });
  await cx.record({
    chain: chainOf(service),
    action: 'access.service-key-made',
    object: service.account,
    detail: { name: service.name, key: id, until: expires.toISOString() },
  });
  return { key, id, expires: expires.toISOString() };
}

export async function addServiceKey(cx: Cx, input: InputOf<typeof keyContract>): Promise<NewKey> {
  const service = await managedService(cx, input.account, can.makeService);
  if (endedAt(cx, service) !== null) throw refuse('role-over');
  return makeKey(cx, service, input.until);
}

export async function revokeServiceKey(cx: Cx, { account, key }: { account: string; key: string }): Promise<void> {
  const service = await managedService(cx, account, can.endService);
  if (!(await store.revokeKey(cx, account, key))) throw refuse('not-found');
  await cx.record({
    chain: chainOf(service),
    action: 'access.service-key-revoked',
    object: account,
    detail: { name: service.name, key },
  });
}

/** The machine is gone: its role ends, and no key of it works again. */
export async function endService(cx: Cx, { account }: { account: string }): Promise<void> {
  const service = await managedService(cx, account, can.endService);
  if (endedAt(cx, service) !== null) throw refuse('role-over');
  await store.endService(cx, account);
  await cx.record({
    chain: chainOf(service),
    action: 'access.service-ended',
    object: account,
    detail: { name: service.name, role: service.role },
  });
}

async function managedService(
  cx: Cx,
  account: string,
  may: (actor: Actor, place: Place) => Decision,
): Promise<store.ServiceRow> {
  const service = await store.serviceById(cx, account);
  if (!service || !cx.sees(can.see(cx.actor, service) || may(cx.actor, service) === true)) throw refuse('not-found');
  cx.allow(may(cx.actor, service));
  return service;
}

export async function listServices(
  cx: Cx,
  { organisation }: InputOf<typeof listContract>,
): Promise<AnswerOf<typeof listContract>> {
  if (organisation === undefined) cx.allow(can.seeServices(cx.actor));
  else await visiblePlace(cx, { kind: 'entity', organisation });
  const rows = await store.servicesAt(cx, organisation);
  const [keys, nameOf] = [
    await store.keysOf(
      cx,
      rows.map((r) => r.account),
    ),
    await placeNames(cx, rows, cx.locale),
  ];
  return {
    can: mayGive(
      cx,
      organisation === undefined ? makesSome(cx.actor) : can.makeService(cx.actor, { kind: 'entity', organisation }),
    ),
    services: rows.map((row) => {
      const role = Role.parse(row.role);
      return {
        account: row.account,
        name: row.name,
        role,
        organisation: { kind: HELD_AT[role], id: row.organisation, name: nameOf(row.kind, row.organisation) },
        ended: endedAt(cx, row),
        keys: keys
          .filter((k) => k.account === row.account)
          .map((k) => ({
            id: k.id,
            made: k.created.toISOString(),
            expires: k.expires.toISOString(),
            used: k.used?.toISOString() ?? null,
            revoked: k.revoked?.toISOString() ?? null,
          })),
      };
    }),
  };
}

/** Whether this reader may make a machine outside facilities, wherever that is. */
const makesSome = (actor: Actor): Decision =>
  (actor.kind === 'person' && actor.holds.some((h) => h.kind !== 'entity' && can.makeService(actor, h) === true)) ||
  'only-officers-make-service';
