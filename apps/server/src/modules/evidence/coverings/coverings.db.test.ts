import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../../testing.ts';
import { aPerson } from '../../access/testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../../facilities/testing.ts';
import { factsOf, factsOfMany } from '../facts-of.ts';
import { keyHistory, listFacts } from '../read-facts.ts';
import { record } from '../record.ts';
import { recordFact } from '../record-fact.ts';
import { withdrawFact } from '../withdraw-fact.ts';
import { revokeCovering } from './revoke-covering.ts';

const [MEMBER, STRANGER, FORMER] = ['960780039', '960780047', '960780054'];
const KEY = 'detection.supervision.kind';
let instance: TestInstance;
const people: Record<string, string> = {};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  await instance.owner.query(
    `insert into facilities.legal_entities (finess, name, open, region, fictional) values ($1, 'CH membre', true, 'V1', true), ($2, 'CH étranger', true, 'V1', true), ($3, 'CH sorti', true, 'V1', true)`,
    [MEMBER, STRANGER, FORMER],
  );
  await instance.owner.query(
    `insert into facilities.groups (code, name, region, fictional) values ('G1', 'GHT d’Ombre', 'V1', true)`,
  );
  // The neighbour, in another region, is a member too; somebody left.
  await instance.owner.query(
    `insert into facilities.group_members (group_code, legal_entity, role, since, until) values ('G1', $1, 'support', '2020-01-01', null), ('G1', $2, 'member', '2020-01-01', null), ('G1', $3, 'member', '2020-01-01', null), ('G1', $4, 'member', '2020-01-01', '2025-01-01')`,
    [OURS, MEMBER, NEIGHBOUR, FORMER],
  );
  for (const [who, role, place] of [
    ['rssi', 'rssi', OURS],
    ['reader', 'reader', OURS],
    ['member', 'rssi', MEMBER],
    ['neighbour', 'rssi', NEIGHBOUR],
    ['stranger', 'rssi', STRANGER],
    ['region', 'regional-officer', 'V1'],
    ['elsewhere', 'regional-officer', 'V2'],
  ] as const)
    people[who] = await aPerson(instance, role, place);
});
afterAll(() => instance.close());
beforeEach(() => instance.clock.set('2026-10-12T08:00:00Z'));

const as = <T>(who: string, work: Parameters<typeof instance.as<T>>[1]) => instance.as(people[who] ?? '', work);
type Stated = Omit<Parameters<typeof recordFact>[1], 'finess' | 'method'>;
const state = (who: string, fact: Partial<Stated>, finess = OURS) =>
  as(who, (cx) =>
    recordFact(cx, {
      finess,
      method: 'interview',
      key: KEY,
      value: 'continuous',
      note: 'Contrat du groupement.',
      ...fact,
    }),
  );
const told = async (who: string, finess: string) =>
  (await as(who, (cx) => factsOf(cx, finess)))
    .filter((f) => f.key === KEY)
    .map((f) => [f.value, f.organisation, f.about.id]);
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (e: { code?: string; faults?: readonly { code: string; at: string }[] }) =>
      e.faults?.[0] ? `${e.faults[0].code} ${e.faults[0].at}` : (e.code ?? String(e)),
  );
// SQL as each person, no policy asked: what row-level security shows on its own.
const rowsSeen = (who: string) =>
  as(
    who,
    async (cx) =>
      (await sql<{ n: number }>`select count(*)::int as n from evidence.observations where key = ${KEY}`.execute(cx.tx))
        .rows[0]?.n,
  );
const detailsSeen = (who: string) =>
  as(
    who,
    async (cx) => (await sql<{ n: number }>`select count(*)::int as n from evidence.details`.execute(cx.tx)).rows[0]?.n,
  );
const actionsOf = async (chain: string) =>
  (
    await instance.owner.query(
      `select entry::jsonb ->> 'action' as action from audit_log.entries where chain = $1 and entry::jsonb ->> 'action' like '%cover%' order by seq`,
      [chain],
    )
  ).rows.map((r: { action: string }) => r.action);

describe('a fact about a whole GHT', () => {
  it('is stated by its support entity alone, for those who are its members today', async () => {
    expect(
      await Promise.all([
        refusalOf(state('rssi', { covers: [MEMBER, STRANGER] })),
        refusalOf(state('rssi', { covers: [FORMER] })),
        refusalOf(state('rssi', { covers: [OURS] })),
        refusalOf(state('rssi', { covers: [MEMBER], coversUntil: '2026-10-11' })),
        refusalOf(state('member', { covers: [NEIGHBOUR] }, MEMBER)),
        refusalOf(state('stranger', { covers: [MEMBER] }, STRANGER)),
        refusalOf(state('reader', { covers: [MEMBER] })),
        refusalOf(state('member', { covers: [MEMBER] })),
      ]),
    ).toEqual([
      'covers-not-member /covers/1',
      'covers-not-member /covers/0',
      'covers-not-member /covers/0',
      'covers-over /coversUntil',
      'covers-not-support /covers',
      'covers-not-support /covers',
      'forbidden',
      'not-found',
    ]);
    expect(await told('rssi', OURS)).toEqual([]);
  });

  it('is one fact that each covered member reads as its own, and says where it comes from', async () => {
    const stated = await state('rssi', { covers: [MEMBER, NEIGHBOUR] });
    expect(stated.covers).toEqual([
      { finess: NEIGHBOUR, name: 'CH de l’Autre-Rive', since: '2026-10-12T08:00:00.000Z', until: null },
      { finess: MEMBER, name: 'CH membre', since: '2026-10-12T08:00:00.000Z', until: null },
    ]);
    expect({
      owner: await told('rssi', OURS),
      member: await told('member', MEMBER),
      neighbour: await told('neighbour', NEIGHBOUR),
      stranger: await told('stranger', STRANGER),
    }).toEqual({
      owner: [['continuous', OURS, OURS]],
      member: [['continuous', MEMBER, MEMBER]],
      neighbour: [['continuous', NEIGHBOUR, NEIGHBOUR]],
      stranger: [],
    });
    const {
      facts: [seen],
    } = await as('member', (cx) => listFacts(cx, { finess: MEMBER }));
    expect(seen).toMatchObject({
      id: stated.id,
      covers: [],
      coveredBy: {
        finess: OURS,
        name: 'CH de Montferrand-sur-Ombre',
        members: 2,
        says: 'Fait de CH de Montferrand-sur-Ombre, couvre 2 membres du groupement',
      },
      author: null,
      note: null,
      can: { correct: false, withdraw: false },
    });
    expect(
      (await as('member', (cx) => keyHistory(cx, { finess: MEMBER, key: KEY }))).observations.map((o) => o.id),
    ).toEqual([stated.id]);
  });

  it('reaches nobody else, whatever policy is asked: row-level security alone', async () => {
    expect(
      await Promise.all(['rssi', 'reader', 'member', 'neighbour', 'stranger', 'region', 'elsewhere'].map(rowsSeen)),
    ).toEqual([1, 1, 1, 1, 0, 0, 0]);
    expect(await Promise.all(['rssi', 'member', 'neighbour', 'stranger'].map(detailsSeen))).toEqual([1, 0, 0, 0]);
    const cover = (who: string, owner: string, member: string) =>
      refusalOf(
        as(who, (cx) =>
          sql`insert into evidence.coverings (legal_entity, owner, observation, since) values (${member}, ${owner}, gen_random_uuid(), now())`.execute(
            cx.tx,
          ),
        ),
      );
    expect(
      await Promise.all([
        cover('member', OURS, STRANGER),
        cover('member', MEMBER, NEIGHBOUR),
        cover('rssi', OURS, STRANGER),
        cover('region', OURS, MEMBER),
        cover('stranger', STRANGER, OURS),
      ]),
    ).toEqual(['42501', '42501', '42501', '42501', '42501']);
    const seen = (who: string) =>
      as(
        who,
        async (cx) =>
          (await sql<{ n: number }>`select count(*)::int as n from evidence.coverings`.execute(cx.tx)).rows[0]?.n,
      );
    expect(await Promise.all(['rssi', 'member', 'neighbour', 'stranger', 'region', 'elsewhere'].map(seen))).toEqual([
      2, 1, 1, 0, 1, 1,
    ]);
  });

  it('is not the member’s to correct or take back', async () => {
    const {
      facts: [seen],
    } = await as('member', (cx) => listFacts(cx, { finess: MEMBER }));
    const id = seen?.id ?? '';
    expect(
      await Promise.all([
        refusalOf(state('member', { value: 'none', corrects: id }, MEMBER)),
        refusalOf(as('member', (cx) => withdrawFact(cx, { finess: MEMBER, id }))),
      ]),
    ).toEqual(['fact-corrects-nothing /corrects', 'not-found']);
  });

  it('corrected by its owner, is read corrected by whom it covers', async () => {
    const [old] = (await as('rssi', (cx) => keyHistory(cx, { finess: OURS, key: KEY }))).observations;
    const corrected = await state('rssi', { value: 'office-hours', corrects: old?.id });
    expect([
      corrected.covers.map((c) => c.finess),
      (await as('member', (cx) => keyHistory(cx, { finess: MEMBER, key: KEY }))).observations.map((o) => [
        o.value,
        o.freshness,
      ]),
    ]).toEqual([
      [NEIGHBOUR, MEMBER],
      [
        ['office-hours', 'valid'],
        ['continuous', 'superseded'],
      ],
    ]);
  });

  it('ends for a member when it is revoked, with all its corrections, and stays for the others', async () => {
    const [present] = (await as('rssi', (cx) => keyHistory(cx, { finess: OURS, key: KEY }))).observations;
    const revoke = (who: string, member: string) =>
      as(who, (cx) => revokeCovering(cx, { finess: OURS, id: present?.id ?? '', member }));
    expect(
      await Promise.all([
        refusalOf(revoke('reader', MEMBER)),
        refusalOf(revoke('member', MEMBER)),
        refusalOf(revoke('rssi', STRANGER)),
      ]),
    ).toEqual(['forbidden', 'not-found', 'not-found']);
    await revoke('rssi', MEMBER);
    expect([
      await told('member', MEMBER),
      await rowsSeen('member'),
      (await told('neighbour', NEIGHBOUR)).length,
      await rowsSeen('neighbour'),
    ]).toEqual([[], 0, 2, 2]);
    expect(await refusalOf(revoke('rssi', MEMBER))).toBe('not-found');
    expect([await actionsOf(OURS), await actionsOf(MEMBER), await actionsOf(STRANGER)]).toEqual([
      ['evidence.members-covered', 'evidence.covering-revoked'],
      ['evidence.covered-by-group-fact', 'evidence.covering-revoked'],
      [],
    ]);
  });

  it('taken back, says nothing of anybody', async () => {
    const [present] = (await as('rssi', (cx) => keyHistory(cx, { finess: OURS, key: KEY }))).observations;
    await as('rssi', (cx) => withdrawFact(cx, { finess: OURS, id: present?.id ?? '' }));
    expect([await told('rssi', OURS), await told('neighbour', NEIGHBOUR)]).toEqual([
      [['continuous', OURS, OURS]],
      [['continuous', NEIGHBOUR, NEIGHBOUR]],
    ]);
  });

  it('with a last day, is read through that day', async () => {
    await state('rssi', { key: 'staff.trained-share', value: 40, covers: [MEMBER], coversUntil: '2026-10-20' });
    const known = async () => (await as('member', (cx) => factsOf(cx, MEMBER))).map((f) => f.key);
    instance.clock.set('2026-10-20T21:59:00Z');
    expect(await known()).toEqual(['staff.trained-share']);
    instance.clock.set('2026-10-20T22:00:00Z');
    expect(await known()).toEqual([]);
  });
});

it('a steering fact that covers a member in another region is seen by those who steer that member', async () => {
  const audit = {
    key: 'exposure.audit.made',
    value: true,
    collected: '2026-09-01',
    method: 'test',
    trust: 'computed',
    source: { kind: 'audit', label: 'Audit' },
  } as const;
  const {
    ids: [id],
  } = await instance.asOperator((cx) => record(cx, OURS, [audit]));
  const seenBy = (who: string) =>
    as(who, async (cx) =>
      (await factsOfMany(cx, [NEIGHBOUR, STRANGER], ['exposure.audit.made']))
        .get(NEIGHBOUR)
        ?.map((f) => [f.id, f.organisation]),
    );
  expect(await seenBy('elsewhere')).toEqual([]);
  await instance.owner.query(
    `insert into evidence.coverings (legal_entity, owner, observation, since) values ($1, $2, $3, '2026-10-12')`,
    [NEIGHBOUR, OURS, id],
  );
  expect(await seenBy('elsewhere')).toEqual([[id, NEIGHBOUR]]);
  expect(await seenBy('stranger')).toEqual([]);
});
