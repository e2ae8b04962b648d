import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson, signedIn } from '../modules/access/testing.ts';
import { addGrant } from '../modules/access/index.ts';
import { type NewObservation, record } from '../modules/evidence/index.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../modules/facilities/testing.ts';
import { openTestHttp, openTestInstance, type TestInstance } from '../testing.ts';

/** Ours, in region V1, gave the coordinators of G1 and two peers grants; the neighbour, in V2, is a member that we support. */
const KEY = 'operator.essential';
let instance: TestInstance;
const apps: { walled?: Awaited<ReturnType<typeof openTestHttp>>; bare?: Awaited<ReturnType<typeof openTestHttp>> } = {};
const people: Record<string, string> = {};
const doors: Record<string, Awaited<ReturnType<typeof signedIn>>> = {};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  await instance.owner.query(
    `insert into facilities.groups (code, name, region, fictional) values ('G1', 'GHT d’Ombre', 'V1', true), ('G2', 'GHT de Lisse', 'V1', true)`,
  );
  await instance.owner.query(
    `insert into facilities.group_members (group_code, legal_entity, role, since, until) values ('G1', $1, 'support', '2020-01-01', null), ('G1', $2, 'member', '2020-01-01', null)`,
    [OURS, NEIGHBOUR],
  );
  for (const [who, role, at] of [
    ['rssi', 'rssi', OURS],
    ['auditor', 'auditor', OURS],
    ['region', 'regional-officer', 'V1'],
    ['cert', 'cert-officer', 'nation'],
    ['peer', 'rssi', NEIGHBOUR],
    ['coordinator', 'ght-coordinator', 'G1'],
    ['steering-coordinator', 'ght-coordinator', 'G2'],
    ['internal-guest', 'rssi', NEIGHBOUR],
  ] as const) {
    people[who] = await aPerson(instance, role, at);
    doors[who] = await signedIn(instance, people[who]);
  }
  await instance.asOperator(async (cx) => {
    const grant = { legalEntity: OURS, reason: 'x', givenBy: null, until: null };
    await addGrant(cx, { ...grant, to: { group: 'G1' }, class: 'internal' });
    await addGrant(cx, { ...grant, to: { group: 'G2' }, class: 'steering' });
    await addGrant(cx, { ...grant, to: { account: people['internal-guest'] ?? '' }, class: 'internal' });
  });
  await instance.asOperator((cx) =>
    record(cx, OURS, [fact('directory.audit.made', true), fact('exposure.audit.made', true)]),
  );
  apps.walled = await openTestHttp(instance);
  apps.bare = await openTestHttp(instance, { policiesOff: true });
});
afterAll(async () => {
  await apps.walled?.close();
  await apps.bare?.close();
  await instance.close();
});

const fact = (key: string, value: NewObservation['value'], over: Partial<NewObservation> = {}): NewObservation => ({
  key,
  value,
  collected: '2026-09-03',
  method: 'examine',
  trust: 'verified',
  source: { kind: 'official', label: 'Arrêté' },
  note: 'Arrêté de désignation.',
  ...over,
});
const read = async (who: string, url: string, app = apps.walled) =>
  (await app?.inject({ url: `/api/v1${url}`, headers: doors[who] ?? {} }))?.body ?? '';
const facility = (path: string) => `/organisations/${OURS}${path}`;
/** Whatever could tell: of ours, of the neighbour whom our facts may cover, and of the region. */
const PAGES = [
  '/facts',
  `/facts/${KEY}`,
  '/facts/directory.audit.made',
  '/programmes',
  '/assessments/maturinh',
  '/assessments/maturinh/indicators/5.2.1',
]
  .flatMap((path) => [facility(path), `/organisations/${NEIGHBOUR}${path}`])
  .concat('/regions/V1?sort=level', '/regions/V1/export?sort=level', `/facilities/${OURS}`);
const NOT_SHOWN = ['coordinator', 'steering-coordinator', 'internal-guest', 'peer'];
const seenBy = async (who: string) => {
  const answers: string[] = [];
  for (const app of [apps.walled, apps.bare])
    for (const page of PAGES)
      answers.push(`${page} ${(await read(who, page, app)).replace(/"requestId":"[^"]*"/, '')}`);
  return answers;
};
interface Gate {
  verdict: string | null;
  reasons: unknown;
  withheld: string | null;
  facts: unknown[];
  changes: unknown[];
}
const gate = async (who: string, app = apps.walled): Promise<Gate | undefined> =>
  (
    JSON.parse(await read(who, facility('/programmes'), app)) as {
      programmes?: { id: string; objectives: Gate[] }[];
    }
  ).programmes?.find((p) => p.id === 'ac-ose')?.objectives[0];
const stated = async (who: string) =>
  (JSON.parse(await read(who, facility('/facts'))) as { facts: { key: string; value: unknown }[] }).facts
    .filter((f) => f.key === KEY)
    .map((f) => f.value);

describe('what is kept from every GHT and every peer', () => {
  it('reads the same to them whether the facility is, is not, or has not said, with the policies and without them', async () => {
    const silent = new Map<string, string[]>();
    for (const who of NOT_SHOWN) silent.set(who, await seenBy(who));
    // And it is not blind: what their grants open, they read.
    for (const who of ['coordinator', 'steering-coordinator', 'internal-guest'])
      expect(silent.get(who)?.[0]).toContain('"key":"directory.audit.made"');
    const {
      ids: [yes],
    } = await instance.asOperator((cx) => record(cx, OURS, [fact(KEY, true)]));
    for (const who of NOT_SHOWN) expect(await seenBy(who)).toEqual(silent.get(who));
    await instance.asOperator((cx) => record(cx, OURS, [fact(KEY, false, { corrects: yes ?? '' })]));
    for (const who of NOT_SHOWN) expect(await seenBy(who)).toEqual(silent.get(who));
    await instance.asOperator((cx) => record(cx, OURS, [fact(KEY, true, { collected: '2026-10-01' })]));
    for (const who of NOT_SHOWN) expect(await seenBy(who)).toEqual(silent.get(who));
  });

  it('is read by its own people, an auditor by mandate, its region and the CERT', async () => {
    const seen: unknown[] = [];
    for (const who of ['rssi', 'auditor', 'region', 'cert', 'coordinator', 'steering-coordinator', 'internal-guest'])
      seen.push([who, await stated(who)]);
    expect(seen).toEqual([
      ['rssi', [true]],
      ['auditor', [true]],
      ['region', [true]],
      ['cert', [true]],
      ['coordinator', []],
      ['steering-coordinator', []],
      ['internal-guest', []],
    ]);
  });

  it('gives its own people the answer of the gate, and tells the others plainly that it is not shown', async () => {
    expect((await gate('rssi'))?.verdict).toBe('met');
    expect((await gate('auditor'))?.verdict).toBe('met');
    for (const who of ['coordinator', 'internal-guest'])
      expect(await gate(who)).toMatchObject({
        verdict: null,
        reasons: null,
        changes: [],
        facts: [],
        withheld:
          'Réponse non montrée : elle repose sur un fait réservé à l’établissement, à son agence régionale et aux organismes nationaux.',
      });
    expect((await gate('coordinator', apps.bare))?.verdict).toBe('unknown');
  });

  it('says so too where the facts of the gate are read, and where next steps are proposed', async () => {
    const standings = async (who: string) =>
      (
        JSON.parse(await read(who, facility('/facts/directory.audit.made'))) as {
          readers: { id: string; standing: unknown; withheld: string | null }[];
        }
      ).readers
        .filter((r) => r.id === 'gate')
        .map((r) => [r.standing, r.withheld]);
    expect([await standings('rssi'), await standings('coordinator')]).toEqual([
      [[{ verdict: 'met', toConfirm: false }, null]],
      [[null, expect.stringMatching(/^Réponse non montrée/)]],
    ]);
    expect(await read('coordinator', facility('/assessments/maturinh'))).not.toContain('ac-ose');
  });

  it('is on no page of the region and in none of its columns', async () => {
    for (const page of ['/regions/V1?sort=level', '/regions/V1/export?sort=level'])
      expect(await read('region', page)).not.toMatch(/operator\.essential|services essentiels/);
  });

  it('covers no member, whoever asks, and nobody reads it by a covering that should not be', async () => {
    const cover = await apps.walled?.inject({
      method: 'POST',
      url: `/api/v1${facility('/facts')}`,
      headers: doors.rssi ?? {},
      payload: { key: KEY, value: true, collected: '2026-10-02', covers: [NEIGHBOUR] },
    });
    expect([cover?.statusCode, cover?.json<{ errors: { at: string; code: string }[] }>().errors]).toEqual([
      422,
      [expect.objectContaining({ at: '/covers', code: 'covers-withheld' })],
    ]);
    const before = await seenBy('peer');
    await instance.owner.query(
      `insert into evidence.coverings (legal_entity, owner, observation, since) select $1, legal_entity, id, '2026-10-12' from evidence.observations where key = $2`,
      [NEIGHBOUR, KEY],
    );
    expect(await seenBy('peer')).toEqual(before);
  });
});
