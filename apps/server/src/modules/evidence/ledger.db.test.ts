import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { confirmFact } from './confirm-fact.ts';
import { factsOf } from './facts-of.ts';
import { importFacts } from './import-facts.ts';
import { listToConfirm } from './list-to-confirm.ts';
import type { NewObservation } from './observation.ts';
import { keyHistory, listFacts } from './read-facts.ts';
import { record } from './record.ts';
import { recordFact } from './record-fact.ts';
import { aFile, anAudit, anExchange } from './testing.ts';
import { withdrawFact } from './withdraw-fact.ts';

let instance: TestInstance;
const people: Record<string, string> = {};
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  for (const [who, role, place] of [
    ['rssi', 'rssi', OURS],
    ['reader', 'reader', OURS],
    ['neighbour', 'rssi', NEIGHBOUR],
    ['region', 'regional-officer', 'V1'],
    ['elsewhere', 'regional-officer', 'V2'],
    ['nation', 'national-officer', 'nation'],
  ] as const)
    people[who] = await aPerson(instance, role, place);
});
afterAll(() => instance.close());

const as = <T>(who: string, work: Parameters<typeof instance.as<T>>[1]) => instance.as(people[who] ?? '', work);
const state = (who: string, fact: Omit<Parameters<typeof recordFact>[1], 'finess' | 'method'>, finess = OURS) =>
  as(who, (cx) => recordFact(cx, { finess, method: 'interview', ...fact }));
const history = (who: string, key: string) => as(who, (cx) => keyHistory(cx, { finess: OURS, key }));
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (e: { code?: string; faults?: readonly { code: string }[] }) => e.faults?.[0]?.code ?? e.code ?? String(e),
  );
const told = async (key: string) =>
  (await as('rssi', (cx) => factsOf(cx, OURS))).filter((f) => f.key === key).map((f) => [f.value, f.collected]);
const SHARE = 'users.mfa-share';

describe('a fact stated by hand', () => {
  it('is declared, or documented when a document shows it, in the unit of its key', async () => {
    expect(await state('rssi', { key: SHARE, value: 0.8, unit: 'ratio', collected: '2026-10-01' })).toMatchObject({
      value: 80,
      says: '80\u202f%',
      trust: 'declared',
      author: 'Camille Rouvière',
      shared: false,
      can: { correct: true, withdraw: true },
    });
    expect(
      await state('rssi', { key: 'budget.security-share', value: 6.1, unit: 'percent', document: 'Budget 2026' }),
    ).toMatchObject({ value: 6.1, trust: 'documented', source: { kind: 'document', label: 'Budget 2026' } });
  });

  it('ends within the validity of its key, stated or brought by a file, and the refusal names the last day', async () => {
    const late = { key: 'staff.ciso.named', value: true, collected: '2026-10-01' } as const;
    for (const expires of ['9999-12-31', null])
      await expect(state('rssi', { ...late, expires })).rejects.toMatchObject({
        faults: [{ at: '/expires', code: 'fact-expires-late', params: { last: '2027-10-01' } }],
      });
    const file = JSON.stringify([{ ...late, expires: '9999-12-31', organisation: OURS }]);
    for (const who of ['rssi', 'region'])
      expect((await as(who, (cx) => importFacts(cx, { file: aFile(file, 'faits.json') }))).rejected).toEqual([
        { at: '/0/expires', code: 'fact-expires-late', message: expect.stringContaining('2027-10-01') },
      ]);
  });

  it('may say of any key that nobody knows', async () => {
    for (const [key, collected] of [
      ['backup.directory.kind', '2026-10-01'],
      ['staff.security.fte', '2026-10-01'],
      ['policy.security.reviewed', '2026-10-02'],
    ] as const)
      expect(await state('rssi', { key, value: 'unknown', collected })).toMatchObject({
        value: 'unknown',
        says: 'Personne ne sait',
      });
  });

  it('is refused with what is wrong at its field', async () => {
    const fresh = { collected: '2026-10-01' };
    expect(
      await Promise.all([
        refusalOf(state('rssi', { key: SHARE, value: 80, unit: 'euros', ...fresh })),
        refusalOf(state('rssi', { key: SHARE, value: 8, unit: 'ratio', ...fresh })),
        refusalOf(state('rssi', { key: 'no.such.key', value: 1 })),
        refusalOf(state('rssi', { key: SHARE, value: 80, collected: '2026-10-13' })),
        refusalOf(state('rssi', { key: 'directory.level.estimated', value: 5, about: { kind: 'forest', id: 'ad' } })),
        refusalOf(
          state('rssi', {
            key: 'exposure.level.official',
            value: 5,
            about: { kind: 'perimeter', id: 'x' },
            document: 'Rapport',
          }),
        ),
        refusalOf(state('rssi', { key: 'directory.level.official', value: 5, about: { kind: 'forest', id: 'ad' } })),
        refusalOf(state('rssi', { key: SHARE, value: 80, covers: [NEIGHBOUR] })),
        refusalOf(state('rssi', { key: SHARE, value: 80, ...fresh })),
      ]),
    ).toEqual([
      'fact-wrong-unit',
      'fact-wrong-value',
      'fact-unknown-key',
      'fact-in-future',
      'fact-not-by-hand',
      'fact-not-by-hand',
      'fact-needs-document',
      'covers-not-support',
      'fact-known',
    ]);
  });

  it('is refused to whoever may not state it, and the neighbour does not exist', async () => {
    expect(
      await Promise.all([
        refusalOf(state('reader', { key: SHARE, value: 1 })),
        refusalOf(state('region', { key: SHARE, value: 1 })),
        refusalOf(state('neighbour', { key: SHARE, value: 1 })),
      ]),
    ).toEqual(['forbidden', 'forbidden', 'not-found']);
  });
});

describe('a correction', () => {
  it('names the old one, keeps its day, and the history shows both', async () => {
    const [old] = (await history('rssi', SHARE)).observations;
    expect(await state('rssi', { key: SHARE, value: 70, corrects: old?.id })).toMatchObject({
      value: 70,
      collectedDay: '2026-10-01',
      corrects: old?.id,
    });
    expect((await history('rssi', SHARE)).observations.map((o) => [o.value, o.freshness, o.can.correct])).toEqual([
      [70, 'valid', true],
      [80, 'superseded', false],
    ]);
    expect(await told(SHARE)).toEqual([
      [80, '2026-10-01'],
      [70, '2026-10-01'],
    ]);
    expect(await refusalOf(state('rssi', { key: SHARE, value: 60, corrects: old?.id }))).toBe('fact-superseded');
    expect(await refusalOf(state('rssi', { key: 'budget.security-share', value: 60, corrects: old?.id }))).toBe(
      'fact-corrects-nothing',
    );
    expect(await refusalOf(state('neighbour', { key: SHARE, value: 60, corrects: old?.id }, NEIGHBOUR))).toBe(
      'fact-corrects-nothing',
    );
  });

  it('of an official fact is refused to the facility, by hand or by file, and allowed to whoever makes official', async () => {
    const level = (value: number, more: Partial<NewObservation> = {}): NewObservation => ({
      key: 'directory.level.official',
      value,
      about: { kind: 'forest', id: 'ad.example' },
      collected: '2026-09-01',
      method: 'test',
      trust: 'verified',
      source: { kind: 'official', label: 'Audit' },
      ...more,
    });
    const {
      ids: [id = null],
    } = await as('region', (cx) => record(cx, OURS, [level(2)]));
    const corrects = id ?? '';
    expect(
      await refusalOf(state('rssi', { key: 'directory.level.official', value: 5, document: 'Lettre', corrects })),
    ).toBe('fact-official');
    const file = JSON.stringify([
      {
        key: 'directory.level.official',
        value: 5,
        about: { kind: 'forest', id: 'ad.example' },
        collected: '2026-09-01',
        trust: 'verified',
        corrects,
      },
    ]);
    const bring = (who: string) =>
      as(who, (cx) => importFacts(cx, { file: aFile(file, 'f.json'), organisation: OURS }));
    expect((await bring('rssi')).rejected.map((r) => r.code)).toEqual(['fact-official']);
    expect(await bring('region')).toMatchObject({ recorded: 1, rejected: [] });
    expect(
      (await history('rssi', 'directory.level.official')).observations.map((o) => [
        o.value,
        o.trust,
        o.correctedBy === null,
        o.can,
      ]),
    ).toEqual([
      [5, 'verified', true, { correct: false, withdraw: false }],
      [2, 'verified', false, { correct: false, withdraw: false }],
    ]);
  });
});

describe('a withdrawal', () => {
  it('gives back exactly what was said before, keeps both in the history, and is refused twice', async () => {
    const before = await as('rssi', (cx) => factsOf(cx, OURS));
    const [now] = (await history('rssi', SHARE)).observations;
    const changed = await state('rssi', { key: SHARE, value: 99, corrects: now?.id });
    const withdraw = (who: string, id: string) => as(who, (cx) => withdrawFact(cx, { finess: OURS, id }));
    expect(
      await Promise.all(['reader', 'neighbour', 'region'].map((who) => refusalOf(withdraw(who, changed.id)))),
    ).toEqual(['forbidden', 'not-found', 'forbidden']);
    expect(await withdraw('rssi', changed.id)).toMatchObject({
      says: 'Retiré',
      withdraws: true,
      corrects: changed.id,
      freshness: 'superseded',
    });
    expect(await as('rssi', (cx) => factsOf(cx, OURS))).toEqual(before);
    expect((await history('rssi', SHARE)).observations.map((o) => [o.says, o.freshness])).toEqual([
      ['Retiré', 'superseded'],
      ['99\u202f%', 'superseded'],
      ['70\u202f%', 'valid'],
      ['80\u202f%', 'superseded'],
    ]);
    expect(
      (await as('rssi', (cx) => listFacts(cx, { finess: OURS }))).facts
        .filter((f) => f.key === SHARE)
        .map((f) => f.value),
    ).toEqual([70]);
    expect(await refusalOf(withdraw('rssi', changed.id))).toBe('fact-stays');
    expect(await state('rssi', { key: SHARE, value: 71, corrects: now?.id })).toMatchObject({ value: 71 });
  });

  it('may be stated again, and never concerns what is official', async () => {
    const fact = { key: 'staff.ciso.named', value: true, collected: '2026-10-05' };
    const { id } = await state('rssi', fact);
    await as('rssi', (cx) => withdrawFact(cx, { finess: OURS, id }));
    expect(await told('staff.ciso.named')).toEqual([]);
    expect(await state('rssi', fact)).toMatchObject({ value: true, freshness: 'valid' });
    expect(await told('staff.ciso.named')).toEqual([[true, '2026-10-05']]);
    const [official] = (await history('rssi', 'directory.level.official')).observations;
    expect(await refusalOf(as('rssi', (cx) => withdrawFact(cx, { finess: OURS, id: official?.id ?? '' })))).toBe(
      'fact-stays',
    );
  });
});

describe('who reads a key', () => {
  it('every indicator, objective and gate, with its standing inside the walls only', async () => {
    const { readers } = await history('rssi', 'directory.audit.made');
    expect(readers.map((r) => [r.kind, r.of, r.id, r.standing])).toEqual(
      expect.arrayContaining([['objective', 'ac-ose', 'gate', { verdict: 'unknown', toConfirm: false }]]),
    );
    expect(readers.find((r) => r.of === 'maturinh')).toMatchObject({
      kind: 'indicator',
      standing: {
        state: expect.any(String),
        level: expect.toSatisfy((level: unknown) => level === null || typeof level === 'number'),
      },
    });
    const outside = (await history('region', 'directory.audit.made')).readers;
    expect(outside.map((r) => r.id)).toEqual(readers.map((r) => r.id));
    expect(outside.filter((r) => r.standing !== null)).toEqual([]);
  });
  it('the answer to an indicator is read by that indicator', async () => {
    expect((await history('rssi', 'maturinh.5.2.3')).readers.map((r) => [r.of, r.id, r.standing])).toEqual([
      ['maturinh', '5.2.3', { state: 'unanswered', level: null }],
    ]);
  });
});

it('where an answer rests on an official level that no officer confirmed, who reads its key says so', async () => {
  const KEY = 'backup.directory.level.official';
  const about = { kind: 'forest', id: 'sauvegarde.example' } as const;
  const standing = async () => (await history('rssi', KEY)).readers.find((r) => r.id === 'O3.A')?.standing;
  await state('rssi', { key: 'backup.directory.kind', value: 'dedicated-ad', collected: '2026-10-01' });
  await state('rssi', { key: KEY, value: 5, about, collected: '2026-10-01', document: 'Note' });
  expect(await standing()).toEqual({ verdict: 'met', toConfirm: true });
  const official = { key: KEY, value: 5, about, collected: '2026-10-01', method: 'test', trust: 'verified' } as const;
  await as('region', (cx) => record(cx, OURS, [{ ...official, source: { kind: 'opssies', label: 'ADS' } }]));
  expect(await standing()).toEqual({ verdict: 'met', toConfirm: false });
});

describe('what waits for an officer', () => {
  const waiting = (who: string, region: string) => as(who, (cx) => listToConfirm(cx, { region }));
  it('is listed over their region, the oldest first, and ends with the confirmation', async () => {
    const bring = (who: string, finess: string, time: string) =>
      as(who, (cx) => importFacts(cx, { file: aFile(anExchange(anAudit({ entity: finess, time }))) }));
    await bring('rssi', OURS, '20260401-080000');
    await bring('neighbour', NEIGHBOUR, '20260402-080000');
    const ours = await waiting('region', 'V1');
    expect([
      ours.total,
      ours.waiting.map(({ facility, fact }) => [facility.finess, facility.name, fact.key, fact.toConfirm, fact.author]),
    ]).toEqual([
      2,
      [
        [OURS, 'CH de Montferrand-sur-Ombre', 'exposure.audit.made', true, null],
        [OURS, 'CH de Montferrand-sur-Ombre', 'exposure.level.official', true, null],
      ],
    ]);
    expect([(await waiting('nation', 'V2')).total, (await waiting('elsewhere', 'V2')).total]).toEqual([2, 2]);
    expect(
      await Promise.all([
        refusalOf(waiting('region', 'V2')),
        refusalOf(waiting('rssi', 'V1')),
        refusalOf(waiting('region', 'V9')),
      ]),
    ).toEqual(['not-found', 'not-found', 'not-found']);
    await as('region', (cx) => confirmFact(cx, { finess: OURS, id: ours.waiting[0]?.fact.id ?? '' }));
    expect((await waiting('region', 'V1')).waiting.map(({ fact }) => fact.key)).toEqual(['exposure.level.official']);
  });
});

describe('a file of facts with unusual losses', () => {
  const table = [
    'key;value;collected;organisation',
    ...Array.from({ length: 12 }, () => `no.such.key;1;2026-02-01;${OURS}`),
    `${SHARE};33;2026-02-01;${OURS}`,
  ].join('\n');
  const bring = (confirm: boolean) => as('rssi', (cx) => importFacts(cx, { file: aFile(table, 'faits.csv'), confirm }));
  it('records nothing until a person confirms', async () => {
    const before = await told(SHARE);
    const held = await bring(false);
    expect({ ...held, rejected: held.rejected.length }).toEqual({
      recorded: 0,
      unchanged: 0,
      rejected: 12,
      warnings: [],
      held: { message: expect.stringMatching(/^12 enregistrements sur 13 .* Faits acceptés : 1\./), wouldRecord: 1 },
    });
    expect(await told(SHARE)).toEqual(before);
    expect(await bring(true)).toMatchObject({ recorded: 1, held: null });
    expect(await told(SHARE)).toEqual([...before, [33, '2026-02-01']]);
  });
});

describe('what only an audit gives', () => {
  it('is offered no correction by hand, though the hospital dropped its file', async () => {
    const official = {
      key: 'directory.points.failing',
      value: 3,
      about: { kind: 'forest', id: 'sauvegarde.example' },
      collected: '2026-10-02',
      trust: 'verified',
      organisation: OURS,
    };
    const file = JSON.stringify([
      official,
      { ...official, key: 'users.mfa-share', value: 81, unit: 'percent', about: undefined, trust: 'documented' },
    ]);
    await as('rssi', (cx) => importFacts(cx, { file: aFile(file, 'sauvegarde.json'), organisation: OURS }));
    const of = async (key: string) =>
      (await history('rssi', key)).observations.find((o) => o.collectedDay === '2026-10-02');
    expect([await of('directory.points.failing'), await of('users.mfa-share')]).toMatchObject([
      { trust: 'documented', can: { correct: false } },
      { trust: 'documented', can: { correct: true } },
    ]);
  });
});
