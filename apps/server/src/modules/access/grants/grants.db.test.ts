import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHttp, openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { aPerson, signedIn } from '../testing.ts';

let instance: TestInstance;
let app: Awaited<ReturnType<typeof openTestHttp>>;
const doors: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  await instance.owner.query(
    `insert into facilities.groups (code, name, region) values ('G1', 'Ombre-Lisse', 'V1'), ('G2', 'Ailleurs', 'V2')`,
  );
  await instance.owner.query(
    `insert into facilities.group_members (group_code, legal_entity, role, since) values ('G1', $1, 'member', '2020-01-01'), ('G2', $2, 'member', '2020-01-01')`,
    [OURS, NEIGHBOUR],
  );
  app = await openTestHttp(instance);
  for (const [who, role, place] of [
    ['director', 'facility-director', OURS],
    ['rssi', 'rssi', OURS],
    ['contributor', 'contributor', OURS],
    ['their-rssi', 'rssi', NEIGHBOUR],
    ['coordinator', 'ght-coordinator', 'G1'],
    ['agency', 'regional-officer', 'V1'],
    ['administrator', 'platform-administrator', 'instance'],
  ] as const)
    doors[who] = {
      ...(await signedIn(
        instance,
        await aPerson(instance, role, place, { login: `${who}@example.org`, name: `Nom de ${who}` }),
      )),
    };
});
afterAll(async () => {
  await app.close();
  await instance.close();
});

const call = (who: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url: `/api/v1${url}`, headers: doors[who] ?? {}, ...(payload ? { payload } : {}) });
const outcome = async (...args: Parameters<typeof call>): Promise<string> => {
  const answer = await call(...args);
  return answer.statusCode < 400 ? String(answer.statusCode) : answer.json<{ code: string }>().code;
};
const grant = (over: object = {}) => ({
  to: { group: 'G1' },
  class: 'internal',
  reason: 'Délégation signée',
  until: '2027-06-30',
  ...over,
});
const ledger = (who: string) => outcome(who, 'GET', `/organisations/${OURS}/facts`);

describe('a grant', () => {
  let id = '';
  it('opens to the coordinators of the GHT at the next request, and closes as fast', async () => {
    expect(await ledger('coordinator')).toBe('not-found');
    id = (await call('rssi', 'POST', `/organisations/${OURS}/grants`, grant())).json().grant;
    expect(await ledger('coordinator')).toBe('200');
    expect((await call('coordinator', 'GET', '/me')).json().grants).toEqual([
      { finess: OURS, name: 'CH de Montferrand-sur-Ombre', class: 'internal', until: '2027-06-30T21:59:59.999Z' },
    ]);
  });
  it('stands in « Qui voit quoi » beside those who read by right', async () => {
    const page = (await call('director', 'GET', `/organisations/${OURS}/access`)).json();
    const by = { from: null, until: null, reason: null, givenBy: null, grant: null };
    expect(page).toEqual({
      lastInside: null,
      groups: [{ code: 'G1', name: 'Ombre-Lisse' }],
      can: { give: true, why: null },
      readers: [
        {
          kind: 'inside',
          who: 'Équipe de l’établissement',
          detail: '3 personnes',
          internal: true,
          steering: true,
          ...by,
        },
        {
          kind: 'grant',
          who: 'Équipe sécurité du GHT Ombre-Lisse',
          detail: '1 personne',
          internal: true,
          steering: true,
          from: '2026-10-12T08:00:00.000Z',
          until: '2027-06-30T21:59:59.999Z',
          reason: 'Délégation signée',
          givenBy: 'Nom de rssi',
          grant: id,
        },
        { kind: 'region', who: 'ARS Val-d’Ombre', detail: '1 personne', internal: false, steering: true, ...by },
        { kind: 'nation', who: 'DNS, ANS, CERT Santé', detail: '0 personne', internal: false, steering: true, ...by },
        {
          kind: 'public',
          who: 'Public',
          detail: 'Agrégats de cinq établissements au moins',
          internal: false,
          steering: false,
          ...by,
        },
      ],
    });
    expect((await call('contributor', 'GET', `/organisations/${OURS}/access`)).json()).toMatchObject({
      can: { give: false },
      readers: [{}, { kind: 'grant', grant: null }, {}, {}, {}],
    });
  });
  it('is taken back by those who may, and by nobody else', async () => {
    const path = `/organisations/${OURS}/grants/${id}`;
    expect([
      await outcome('contributor', 'DELETE', path),
      await outcome('coordinator', 'DELETE', path),
      await outcome('their-rssi', 'DELETE', path),
      await outcome('administrator', 'DELETE', path),
    ]).toEqual(['forbidden', 'forbidden', 'not-found', 'not-found']);
    expect(await outcome('their-rssi', 'DELETE', `/organisations/${NEIGHBOUR}/grants/${id}`)).toBe('not-found');
    expect(await outcome('director', 'DELETE', path)).toBe('204');
    expect(await ledger('coordinator')).toBe('not-found');
    expect(await outcome('director', 'DELETE', path)).toBe('not-found');
  });
  it('to a person of the neighbour counts from its first to its last day', async () => {
    expect(
      await outcome(
        'director',
        'POST',
        `/organisations/${OURS}/grants`,
        grant({ to: { login: 'their-rssi@example.org' }, class: 'steering', from: '2026-10-13', until: '2026-10-13' }),
      ),
    ).toBe('201');
    const seen: string[] = [];
    for (const instant of [
      '2026-10-12T21:59:59Z',
      '2026-10-12T22:00:00Z',
      '2026-10-13T21:59:59Z',
      '2026-10-13T22:00:00Z',
    ]) {
      instance.clock.set(instant);
      seen.push(await ledger('their-rssi'));
    }
    instance.clock.set('2026-10-12T08:00:00Z');
    expect(seen).toEqual(['not-found', '200', '200', 'not-found']);
  });
  it.each([
    ['by a contributor', 'contributor', {}, 'forbidden'],
    ['by the platform', 'administrator', {}, 'not-found'],
    ['by the neighbour', 'their-rssi', {}, 'not-found'],
    ['to a GHT of others', 'rssi', { to: { group: 'G2' } }, 'group-unknown'],
    ['to nobody', 'rssi', { to: { login: 'nobody@example.org' } }, 'nobody-of-that-login'],
    ['to oneself', 'rssi', { to: { login: 'rssi@example.org' } }, 'not-to-oneself'],
    ['for yesterday', 'rssi', { until: '2026-10-11' }, 'dates-refused'],
    ['for ever', 'rssi', { until: '2999-01-01' }, 'dates-refused'],
    ['without a reason', 'rssi', { reason: '' }, 'invalid-input'],
    ['without an end', 'rssi', { until: undefined }, 'invalid-input'],
  ])('is refused %s', async (_, who, over, expected) =>
    expect(await outcome(who, 'POST', `/organisations/${OURS}/grants`, grant(over))).toBe(expected),
  );
});

describe('a service account', () => {
  const service = (over: object = {}) => ({
    name: 'Entrepôt',
    role: 'reader',
    organisation: OURS,
    until: '2027-01-31',
    ...over,
  });
  const withKey = (key: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${key}` },
      ...(payload ? { payload } : {}),
    });
  let made = { account: '', key: '', id: '', expires: '' };
  it('reads with its key, and writes nothing with a reading role', async () => {
    made = (await call('director', 'POST', '/service-accounts', service())).json();
    expect([made.key.startsWith('egide_'), made.expires]).toEqual([true, '2027-01-31T22:59:59.999Z']);
    expect((await withKey(made.key, 'GET', `/organisations/${OURS}/facts`)).statusCode).toBe(200);
    expect((await withKey(made.key, 'GET', `/organisations/${NEIGHBOUR}/facts`)).json().code).toBe('not-found');
    expect(
      (
        await withKey(made.key, 'POST', `/organisations/${OURS}/facts`, { key: 'directory.audit.made', value: true })
      ).json().code,
    ).toBe('forbidden');
    expect((await withKey(made.key, 'GET', '/me')).json()).toMatchObject({
      kind: 'service',
      name: 'Entrepôt',
      holds: [{ role: 'reader' }],
    });
    expect((await withKey(made.key, 'GET', '/me/sessions')).json().code).toBe('session-required');
  });
  it('writes with a writing role, under its own name', async () => {
    const { key } = (
      await call('director', 'POST', '/service-accounts', service({ name: 'Sonde', role: 'contributor' }))
    ).json();
    expect(
      (await withKey(key, 'POST', `/organisations/${OURS}/facts`, { key: 'directory.audit.made', value: true })).json(),
    ).toMatchObject({ source: { label: 'Sonde' } });
  });
  it('never signs in', async () => {
    const { rows } = await instance.owner.query('select login from access.accounts where id = $1', [made.account]);
    expect(
      await app
        .inject({ method: 'POST', url: '/api/v1/sessions', payload: { login: rows[0].login, password: 'x' } })
        .then((r) => r.json().code),
    ).toBe('credentials-refused');
  });
  it('is listed without its key, changes keys without a gap, and loses one at the next request', async () => {
    const second = (
      await call('director', 'POST', `/service-accounts/${made.account}/keys`, { until: '2027-02-28' })
    ).json();
    const { services } = (await call('rssi', 'GET', `/service-accounts?organisation=${OURS}`)).json();
    expect(services.map((s: { name: string; keys: object[] }) => [s.name, s.keys.length])).toEqual([
      ['Entrepôt', 2],
      ['Sonde', 1],
    ]);
    expect(JSON.stringify(services)).not.toContain('egide_');
    expect(await outcome('rssi', 'DELETE', `/service-accounts/${made.account}/keys/${made.id}`)).toBe(
      'only-director-gives-roles',
    );
    expect(await outcome('their-rssi', 'DELETE', `/service-accounts/${made.account}/keys/${made.id}`)).toBe(
      'not-found',
    );
    expect(await outcome('director', 'DELETE', `/service-accounts/${made.account}/keys/${made.id}`)).toBe('204');
    expect([
      (await withKey(made.key, 'GET', '/me')).statusCode,
      (await withKey(second.key, 'GET', '/me')).statusCode,
    ]).toEqual([401, 200]);
    instance.clock.set('2027-02-28T23:00:00Z');
    expect((await withKey(second.key, 'GET', '/me')).statusCode).toBe(401);
    instance.clock.set('2026-10-12T08:00:00Z');
  });
  it.each([
    ['of a GHT by its coordinator', 'coordinator', { role: 'ght-coordinator', organisation: 'G1' }],
    ['of a region by its agency', 'agency', { role: 'regional-officer', organisation: 'V1' }],
  ])(
    '%s reads what that place reads; the platform sees it, makes no key of it and may take its key away',
    async (_, who, over) => {
      const own = (await call(who, 'POST', '/service-accounts', service(over))).json();
      expect((await withKey(own.key, 'GET', '/me')).json()).toMatchObject({
        kind: 'service',
        holds: [{ role: over.role }],
      });
      const listed = async (reader: string) =>
        (await call(reader, 'GET', '/service-accounts')).json().services.map((s: { account: string }) => s.account);
      expect([
        (await listed(who)).includes(own.account),
        (await listed('administrator')).includes(own.account),
        await outcome('director', 'GET', '/service-accounts'),
      ]).toEqual([true, true, 'forbidden']);
      expect((await listed(who === 'agency' ? 'coordinator' : 'agency')).includes(own.account)).toBe(false);
      const keys = `/service-accounts/${own.account}/keys`;
      expect([
        await outcome('administrator', 'POST', keys, { until: '2027-01-31' }),
        await outcome('director', 'POST', keys, { until: '2027-01-31' }),
        await outcome(who, 'POST', keys, { until: '2027-01-31' }),
      ]).toEqual(['only-officers-make-service', 'not-found', '201']);
      expect(await outcome('administrator', 'DELETE', `${keys}/${own.id}`)).toBe('204');
      expect((await withKey(own.key, 'GET', '/me')).statusCode).toBe(401);
    },
  );
  it.each([
    ['inside a facility by the platform, which would hold its key', 'administrator', {}, 'only-director-gives-roles'],
    ['at the neighbour', 'director', { organisation: NEIGHBOUR }, 'not-found'],
    ['that gives access', 'director', { role: 'facility-director' }, 'invalid-input'],
    [
      'over a region by a director',
      'director',
      { role: 'regional-officer', organisation: 'V1' },
      'only-officers-make-service',
    ],
    [
      'over a region by the platform',
      'administrator',
      { role: 'regional-officer', organisation: 'V1' },
      'only-officers-make-service',
    ],
    [
      'over the nation by the platform',
      'administrator',
      { role: 'national-officer', organisation: 'nation' },
      'only-officers-make-service',
    ],
    [
      'of a GHT by the platform, which would read what was granted to its team',
      'administrator',
      { role: 'ght-coordinator', organisation: 'G1' },
      'only-officers-make-service',
    ],
    ['for two years', 'director', { until: '2028-12-31' }, 'dates-refused'],
  ])('%s', async (_, who, over, expected) =>
    expect(await outcome(who, 'POST', '/service-accounts', service(over))).toBe(expected),
  );
});
