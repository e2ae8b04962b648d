import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { record } from '../evidence/index.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { answer } from './answer.ts';
import { describeAssessment } from './describe-assessment.ts';
import { describeIndicator } from './describe-indicator.ts';
import { submissionsOf } from './store.ts';
import { submit } from './submit.ts';

let instance: TestInstance;
const people: Record<string, string> = {};
const here = { finess: OURS, framework: 'maturinh' };

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  people.rssi = await aPerson(instance, 'rssi', OURS);
  people.director = await aPerson(instance, 'facility-director', OURS, { name: 'Sophie Ardouin' });
  people.reader = await aPerson(instance, 'reader', OURS);
  people.neighbour = await aPerson(instance, 'rssi', NEIGHBOUR);
  people.region = await aPerson(instance, 'regional-officer', 'V1');
  people.elsewhere = await aPerson(instance, 'regional-officer', 'V2');
  people.nation = await aPerson(instance, 'national-officer', 'nation');
});
afterAll(() => instance.close());

const as = <T>(who: string, work: Parameters<typeof instance.as<T>>[1]) => instance.as(people[who] ?? '', work);
const code = (e: unknown) => (e instanceof Error && 'code' in e ? e.code : String(e));
const refusalOf = (work: Promise<unknown>) => work.then(() => 'done', code);
const answered = { ...here, indicator: '5.2.1' };

describe('from an answer to the region', () => {
  it('starts with nothing known, and nothing to submit', async () => {
    const view = await as('rssi', (cx) => describeAssessment(cx, here));
    expect(view).toMatchObject({ level: null, known: 0, total: 27, counts: { confirmed: 0, unanswered: 27 } });
    expect(await refusalOf(as('director', (cx) => submit(cx, here)))).toBe('nothing-known');
  });

  it('stores an answer as an observation, and the level appears with who said it', async () => {
    await as('rssi', (cx) => answer(cx, { ...answered, level: 2, note: 'Vu avec l’équipe.' }));
    const view = await as('rssi', (cx) => describeIndicator(cx, answered));
    expect(view).toMatchObject({
      state: 'confirmed',
      level: 2,
      declared: 2,
      computed: null,
      declaredBy: { name: 'Camille Rouvière', note: 'Vu avec l’équipe.', kept: false },
    });
    const whole = await as('reader', (cx) => describeAssessment(cx, here));
    expect(whole).toMatchObject({
      level: 2,
      known: 1,
      total: 27,
      territory: { enough: 60, counts: false },
      can: { answer: false, submit: false },
    });
  });

  it('lets nobody answer or submit who may not, and hides what is inside the walls as if it did not exist', async () => {
    expect({
      reader: await refusalOf(as('reader', (cx) => answer(cx, { ...answered, level: 1 }))),
      rssiSubmits: await refusalOf(as('rssi', (cx) => submit(cx, here))),
      neighbour: await refusalOf(as('neighbour', (cx) => answer(cx, { ...answered, level: 1 }))),
      neighbourReads: await refusalOf(as('neighbour', (cx) => describeAssessment(cx, here))),
      regionReadsDraft: await refusalOf(as('region', (cx) => describeAssessment(cx, here))),
      noSuchFacility: await refusalOf(as('rssi', (cx) => describeAssessment(cx, { ...here, finess: '960000000' }))),
    }).toEqual({
      reader: 'forbidden',
      rssiSubmits: 'only-director-submits',
      neighbour: 'not-found',
      neighbourReads: 'not-found',
      regionReadsDraft: 'not-found',
      noSuchFacility: 'not-found',
    });
  });

  it('shows the region nothing before, and the snapshot once the director has submitted', async () => {
    const seenBy = async (who: string) => (await as(who, (cx) => submissionsOf(cx, OURS, 'maturinh'))).length;
    expect([await seenBy('region'), await seenBy('nation')]).toEqual([0, 0]);
    const line = await as('director', (cx) => submit(cx, { ...here, comment: 'Premier envoi.' }));
    expect(line).toMatchObject({ level: 2, known: 1, total: 27, submitted_by_name: 'Sophie Ardouin' });
    expect([
      await seenBy('region'),
      await seenBy('nation'),
      await seenBy('elsewhere'),
      await seenBy('neighbour'),
    ]).toEqual([1, 1, 0, 0]);
  });
});

describe('a computed answer and a declared one', () => {
  const audit = (level: number, day: string) => ({
    key: 'directory.level.official',
    value: level,
    about: { kind: 'forest' as const, id: 'ch.example' },
    collected: day,
    method: 'test' as const,
    trust: 'verified' as const,
    source: { kind: 'opssies' as const, label: 'Audit' },
  });
  const made = (day: string) => ({
    key: 'directory.audit.made',
    value: true,
    collected: day,
    method: 'test' as const,
    trust: 'verified' as const,
    source: { kind: 'opssies' as const, label: 'Audit' },
  });

  it('shows the contradiction, and keeps it visible when the declared answer is justified', async () => {
    await instance.asOperator((cx) => record(cx, OURS, [audit(1, '2026-09-22'), made('2026-09-22')]));
    const facts = await as('rssi', (cx) => describeIndicator(cx, answered));
    expect(facts.computed).not.toBeNull();
    expect(facts).toMatchObject({ state: 'to-decide', declared: 2, level: facts.computed, contradiction: true });
    instance.clock.set('2026-10-13T08:00:00Z');
    await as('rssi', (cx) =>
      answer(cx, { ...answered, level: 2, justification: 'Une nouvelle collecte est en cours.' }),
    );
    expect(await as('rssi', (cx) => describeIndicator(cx, answered))).toMatchObject({
      state: 'confirmed',
      level: 2,
      contradiction: true,
      declaredBy: { kept: true },
    });
  });

  it('leaves every act in the chain of the facility', async () => {
    const { rows } = await instance.owner.query(
      `select distinct entry::jsonb ->> 'action' as action from audit_log.entries where chain = $1 order by 1`,
      [OURS],
    );
    expect(rows.map((r) => r.action)).toEqual([
      'assessments.indicator-answered',
      'assessments.submitted',
      'evidence.internal-read',
      'evidence.observation-recorded',
    ]);
  });
});
