import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { aPerson } from './testing.ts';

// What row-level security and the grants of the application role refuse on their own: SQL as each person, no policy asked.
let instance: TestInstance;
const people: Record<string, string> = {};
const at = (who: string): string => people[who] ?? '';

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  for (const [who, role, place] of [
    ['director', 'facility-director', OURS],
    ['rssi', 'rssi', OURS],
    ['contributor', 'contributor', OURS],
    ['reader', 'reader', OURS],
    ['their-director', 'facility-director', NEIGHBOUR],
    ['their-rssi', 'rssi', NEIGHBOUR],
    ['region', 'regional-officer', 'V1'],
    ['nation', 'national-officer', 'nation'],
    ['administrator', 'platform-administrator', 'instance'],
    ['both', 'reader', OURS],
  ] as const)
    people[who] = await aPerson(instance, role, place, { login: `${who}@example.org`, name: `Nom de ${who}` });
  // Somebody who works for both hospitals.
  await instance.owner.query(
    `insert into access.memberships (id, account, role, kind, organisation, since, accepted) values (gen_random_uuid(), $1, 'reader', 'entity', $2, '2026-01-01', '2026-01-01')`,
    [at('both'), NEIGHBOUR],
  );
  await instance.owner.query(
    `insert into access.accounts (id, login, name, kind, created) values ('00000000-0000-4000-8000-000000000001', 'service:1', 'Entrepôt', 'service', now())`,
  );
  people.service = '00000000-0000-4000-8000-000000000001';
  await instance.owner.query(
    `insert into platform.jobs (id, kind, account, legal_entity, payload, created, changed) values (gen_random_uuid(), 'x', $1, $2, '{}', now(), now())`,
    [at('their-rssi'), NEIGHBOUR],
  );
  await instance.owner.query(
    `insert into access.sessions (id, token_hash, account, opened, seen, expires, agent, address) select gen_random_uuid(), md5(id::text), id, now(), now(), '2030-01-01', '', '' from access.accounts`,
  );
  await instance.owner.query(
    `select audit_log.append($1, '{"action":"x"}'), audit_log.append($2, '{"action":"x"}'), audit_log.append('instance', '{"action":"x"}')`,
    [OURS, NEIGHBOUR],
  );
});
afterAll(() => instance.close());

/** Rows that this statement gives or touches when this person's transaction runs it, or the SQLSTATE of its refusal. */
const run = (who: string, statement: string): Promise<number | string> =>
  instance
    .as(at(who), async (cx) => {
      const { rows, numAffectedRows } = await sql.raw<object>(statement).execute(cx.tx);
      return rows.length > 0 ? rows.length : Number(numAffectedRows ?? 0);
    })
    .catch((e: { code?: string }) => e.code ?? 'no code');
const REFUSED = '42501';
const hold = (who: string, role: string, kind: string, place: string) =>
  `insert into access.memberships (id, account, role, kind, organisation, since, accepted) values ('${randomUUID()}', '${at(who)}', '${role}', '${kind}', '${place}', now(), now())`;
const grant = (to: string, place: string) =>
  `insert into access.grants (legal_entity, id, to_account, class, reason, since) values ('${place}', '${randomUUID()}', '${at(to)}', 'internal', 'x', now())`;
const key = (account: string) =>
  `insert into access.service_keys (id, key_hash, account, created, expires) values ('${randomUUID()}', '${randomUUID()}', '${account}', now(), now())`;
const logins = (who: string) =>
  instance.as(at(who), async (cx) =>
    (await sql<{ login: string }>`select login from access.accounts order by login`.execute(cx.tx)).rows.map(
      ({ login }) => login.split('@')[0],
    ),
  );

describe('of people, each sees', () => {
  it.each([
    ['reader', ['both', 'contributor', 'director', 'reader', 'rssi']],
    ['their-rssi', ['both', 'their-director', 'their-rssi']],
    ['region', ['region']],
    ['nation', ['nation']],
  ])('%s', async (who, seen) => expect(await logins(who)).toEqual(seen));
  it('the platform sees everybody, and no password', async () => {
    expect((await logins('administrator')).length).toBe(11);
    expect(await run('administrator', 'select * from access.credentials')).toBe(1);
  });
  it("one's own credentials and sessions only", async () => {
    for (const who of ['director', 'reader', 'nation', 'administrator'])
      expect([
        who,
        await run(who, 'select * from access.credentials'),
        await run(who, 'select * from access.sessions'),
      ]).toEqual([who, 1, 1]);
  });
});

describe('no role can be given', () => {
  it.each([
    ['by a security officer', 'rssi', () => hold('reader', 'contributor', 'entity', OURS)],
    ['by a contributor', 'contributor', () => hold('reader', 'contributor', 'entity', OURS)],
    ['at the neighbour', 'director', () => hold('reader', 'reader', 'entity', NEIGHBOUR)],
    ['over a region by a director', 'director', () => hold('reader', 'regional-officer', 'region', 'V1')],
    ['to oneself by a director', 'director', () => hold('director', 'reader', 'entity', OURS)],
    ['to oneself by the platform', 'administrator', () => hold('administrator', 'facility-director', 'entity', OURS)],
  ])('%s', async (_, who, statement) => expect(await run(who, statement())).toBe(REFUSED));
  it('save by a director at home, and by the platform to others', async () => {
    expect([
      await run('director', hold('rssi', 'contributor', 'entity', OURS)),
      await run('administrator', hold('rssi', 'regional-officer', 'region', 'V1')),
    ]).toEqual([1, 1]);
  });
  it('nor changed once given, only ended, and not at the neighbour', async () => {
    expect(
      await run(
        'director',
        `update access.memberships set role = 'facility-director' where account = '${at('reader')}'`,
      ),
    ).toBe(REFUSED);
    expect(await run('director', `update access.memberships set until = null`)).toBe(REFUSED);
    expect(
      await run('director', `update access.memberships set revoked = now() where account = '${at('their-rssi')}'`),
    ).toBe(0);
    expect(await run('rssi', `update access.memberships set revoked = now() where account = '${at('reader')}'`)).toBe(
      0,
    );
  });
});

describe('the walls hold', () => {
  it.each([
    ['a grant at the neighbour', 'director', () => grant('reader', NEIGHBOUR), REFUSED],
    ['a grant by a contributor', 'contributor', () => grant('their-rssi', OURS), REFUSED],
    ['a grant by the platform', 'administrator', () => grant('administrator', OURS), REFUSED],
    ["a key on a colleague's account", 'director', () => key(at('reader')), REFUSED],
    ['a key of the platform on a service', 'administrator', () => key('00000000-0000-4000-8000-000000000001'), REFUSED],
    [
      'a role given to a machine by the platform',
      'administrator',
      () => hold('service', 'national-officer', 'nation', 'nation'),
      REFUSED,
    ],
    [
      'a machine made by the platform',
      'administrator',
      () =>
        `select access.add_account(gen_random_uuid(), 'service:2', 'X', 'service', 'fr', 'entity', '${OURS}', now())`,
      REFUSED,
    ],
    ['a key on a service of somebody else', 'director', () => key('00000000-0000-4000-8000-000000000001'), REFUSED],
    [
      "a colleague's password",
      'director',
      () => `update access.credentials set password = 'y' where account = '${at('reader')}'`,
      0,
    ],
    [
      'a password without invitation',
      'administrator',
      () => `insert into access.credentials (account, password) values ('00000000-0000-4000-8000-000000000001', 'y')`,
      REFUSED,
    ],
    ['invitations', 'administrator', () => 'select * from access.invitations', REFUSED],
    ["a colleague's name", 'director', () => `update access.accounts set name = 'y'`, REFUSED],
    [
      "closing a colleague's account",
      'director',
      () => `update access.accounts set disabled = now() where id <> '${at('director')}'`,
      0,
    ],
    [
      'a link into the account of somebody who also works elsewhere',
      'director',
      () => `select access.invite('${at('both')}', 'x', now(), now())`,
      REFUSED,
    ],
    [
      'the phone of somebody who also works elsewhere',
      'director',
      () => `select access.forget_codes('${at('both')}')`,
      REFUSED,
    ],
    ['the phone of a neighbour', 'director', () => `select access.forget_codes('${at('their-rssi')}')`, REFUSED],
    [
      'the phone of a colleague, by a security officer',
      'rssi',
      () => `select access.forget_codes('${at('reader')}')`,
      REFUSED,
    ],
    [
      'looking for an account by its address',
      'reader',
      () => `select access.account_of('nation@example.org')`,
      REFUSED,
    ],
    [
      'making an account',
      'rssi',
      () =>
        `select access.add_account(gen_random_uuid(), 'x@example.org', 'X', 'person', 'fr', 'entity', '${OURS}', now())`,
      REFUSED,
    ],
    ["somebody's job", 'administrator', () => 'select * from platform.jobs', 0],
    [
      "a job in another's name",
      'administrator',
      () =>
        `insert into platform.jobs (id, kind, account, payload, created, changed) values ('${randomUUID()}', 'x', '${at('rssi')}', '{}', now(), now())`,
      REFUSED,
    ],
    ["the neighbour's log", 'director', () => `select * from audit_log.entries where chain = '${NEIGHBOUR}'`, 0],
    [
      "any facility's log, for the platform",
      'administrator',
      () => `select * from audit_log.entries where chain <> 'instance'`,
      0,
    ],
    ['the log of the instance', 'director', () => `select * from audit_log.entries where chain = 'instance'`, 0],
    ['the heads of others', 'administrator', () => `select * from audit_log.heads where chain <> 'instance'`, 0],
    [
      'what the instance says of itself',
      'director',
      () => `insert into platform.instance values ('setup', '"x"')`,
      REFUSED,
    ],
    ['the register', 'director', () => `update facilities.legal_entities set region = 'V1'`, 0],
    [
      'the submission of a contributor',
      'contributor',
      () =>
        `insert into assessments.submissions values ('${OURS}', '${randomUUID()}', 'f', '1', now(), null, 'x', 1, 1, 1, '[]', '[]', null)`,
      REFUSED,
    ],
    ['a temporary cloak', 'reader', () => 'set role egide_queue', REFUSED],
  ])('against %s', async (_, who, statement, outcome) => expect(await run(who, statement())).toBe(outcome));
  it('while a director lets in a colleague who lost a phone', async () => {
    expect([
      await run('director', `select access.forget_codes('${at('reader')}')`),
      await run('administrator', `select access.forget_codes('${at('both')}')`),
    ]).toEqual([1, 1]);
  });
});
