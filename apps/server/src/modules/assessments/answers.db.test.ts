import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { factsOf, observationsOf, record } from '../evidence/index.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { annotateAnswer } from './annotate-answer.ts';
import { answer, type Answer } from './answer.ts';
import { describeAssessment } from './describe-assessment.ts';
import { describeIndicator } from './describe-indicator.ts';
import { takeBackAnswer } from './take-back-answer.ts';

let instance: TestInstance;
const people: Record<string, string> = {};
const here = { finess: OURS, framework: 'maturinh', indicator: '5.2.1' };

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  for (const [who, role, place, name] of [
    ['rssi', 'rssi', OURS, 'Camille Rouvière'],
    ['dsi', 'contributor', OURS, 'Marc Delaunoy'],
    ['reader', 'reader', OURS, 'Lectrice'],
    ['neighbour', 'rssi', NEIGHBOUR, 'Voisin'],
    ['region', 'regional-officer', 'V1', 'Agente'],
  ] as const)
    people[who] = await aPerson(instance, role, place, { name });
});
afterAll(() => instance.close());
beforeEach(() => instance.clock.set('2026-10-12T08:00:00Z'));

const as = <T>(who: string, work: Parameters<typeof instance.as<T>>[1]) => instance.as(people[who] ?? '', work);
const say = (who: string, over: Partial<Answer> = {}) => as(who, (cx) => answer(cx, { ...here, level: 2, ...over }));
const seen = (over = {}) => as('rssi', (cx) => describeIndicator(cx, { ...here, ...over }));
const facts = () => as('rssi', (cx) => factsOf(cx, OURS));
const kept = async () => (await as('rssi', (cx) => observationsOf(cx, OURS))).length;
const note = (who: string, text: string) => as(who, (cx) => annotateAnswer(cx, { ...here, note: text }));
const takeBack = (who: string, id: string, over = {}) => as(who, (cx) => takeBackAnswer(cx, { ...here, ...over, id }));
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (e: { code?: string }) => e.code ?? String(e),
  );

describe('answering again', () => {
  it('with the same, the same day, adds nothing; on another day, or by somebody else, it does', async () => {
    await say('rssi');
    instance.clock.set('2026-10-12T09:00:00Z');
    await say('rssi');
    expect(await kept()).toBe(1);
    await say('dsi');
    expect(await kept()).toBe(2);
    instance.clock.set('2026-10-13T08:00:00Z');
    await say('dsi');
    expect([await kept(), (await seen()).declaredBy?.name]).toEqual([3, 'Marc Delaunoy']);
  });
});

describe('the comment of an answer', () => {
  it('changes without answering again: same level, same day, same person, and names the old one', async () => {
    instance.clock.set('2026-10-14T08:00:00Z');
    const before = await seen();
    await note('rssi', 'Voir le contrat.');
    const after = await seen();
    expect(after).toEqual({
      ...before,
      declaredBy: { ...before.declaredBy, id: after.declaredBy?.id, note: 'Voir le contrat.' },
    });
    expect((await as('rssi', (cx) => observationsOf(cx, OURS))).at(-1)).toMatchObject({
      corrects: before.declaredBy?.id,
      note: 'Voir le contrat.',
      author_name: 'Camille Rouvière',
      value: 2,
    });
    const held = await kept();
    await note('dsi', 'Voir le contrat.');
    expect(await kept()).toBe(held);
    await note('rssi', '');
    expect((await seen()).declaredBy?.note).toBe(null);
  });
  it('is refused without an answer, to who only reads, and to the neighbour', async () => {
    const elsewhere = { ...here, indicator: '5.2.3' };
    expect(
      await Promise.all([
        refusalOf(as('rssi', (cx) => annotateAnswer(cx, { ...elsewhere, note: 'x' }))),
        refusalOf(note('reader', 'x')),
        refusalOf(note('neighbour', 'x')),
        refusalOf(note('region', 'x')),
      ]),
    ).toEqual(['answer-missing', 'forbidden', 'not-found', 'not-found']);
  });
});

describe('an answer taken back', () => {
  it('leaves everything exactly as before: the answer before it, or none', async () => {
    instance.clock.set('2026-10-15T08:00:00Z');
    for (const indicator of ['5.2.1', '5.2.3']) {
      const [before, ledger] = [await seen({ indicator }), await facts()];
      await say('dsi', { indicator, level: 4, note: 'Par erreur.' });
      const changed = await seen({ indicator });
      expect(changed.level).toBe(4);
      await takeBack('rssi', changed.declaredBy?.id ?? '', { indicator });
      expect([await seen({ indicator }), await facts()]).toEqual([before, ledger]);
    }
  });
  it('a comment taken back gives back the words before it', async () => {
    instance.clock.set('2026-10-15T08:00:00Z');
    await note('rssi', 'Avant.');
    const before = await seen();
    await note('rssi', 'Après.');
    await takeBack('rssi', (await seen()).declaredBy?.id ?? '');
    expect(await seen()).toEqual(before);
  });
  it('is refused twice, to who only reads, to the neighbour, and under another indicator', async () => {
    const id = (await seen()).declaredBy?.id ?? '';
    expect(
      await Promise.all([
        refusalOf(takeBack('reader', id)),
        refusalOf(takeBack('neighbour', id)),
        refusalOf(takeBack('rssi', id, { indicator: '5.2.3' })),
        refusalOf(takeBack('rssi', '00000000-0000-4000-8000-000000000000')),
      ]),
    ).toEqual(['forbidden', 'not-found', 'not-found', 'not-found']);
    expect([await refusalOf(takeBack('rssi', id)), await refusalOf(takeBack('rssi', id))]).toEqual([
      'done',
      'fact-stays',
    ]);
  });
});

describe('an answer that facts contradict', () => {
  const audit = (key: string, value: number | boolean, about?: { kind: 'forest'; id: string }) => ({
    key,
    value,
    ...(about ? { about } : {}),
    collected: '2026-09-22',
    method: 'test' as const,
    trust: 'verified' as const,
    source: { kind: 'opssies' as const, label: 'Audit' },
  });
  it('kept with a justification, keeps it: a comment may change it, not shorten it away', async () => {
    instance.clock.set('2026-10-16T08:00:00Z');
    await instance.asOperator((cx) =>
      record(cx, OURS, [
        audit('directory.level.official', 1, { kind: 'forest', id: 'ad.example' }),
        audit('directory.audit.made', true),
      ]),
    );
    await say('rssi', { level: 3, justification: 'Une nouvelle collecte est en cours.' });
    expect(await seen()).toMatchObject({ state: 'confirmed', level: 3, contradiction: true });
    expect(await refusalOf(note('rssi', 'trop court'.slice(0, 9)))).toBe('justification-needed');
    await note('rssi', 'Collecte du 2 novembre prévue.');
    expect(await seen()).toMatchObject({
      state: 'confirmed',
      level: 3,
      contradiction: true,
      declaredBy: { kept: true, note: 'Collecte du 2 novembre prévue.' },
    });
  });
});

describe('what to do next', () => {
  it('says the gaps, and of three steps what each would change, judged anew', async () => {
    const view = await as('rssi', (cx) => describeAssessment(cx, { finess: OURS, framework: 'maturinh' }));
    expect([view.gaps.length, view.gaps[0]?.state, view.nextActions.length]).toEqual([27, 'unanswered', 3]);
    expect(view.gaps.filter((g) => g.to !== null && (g.sentence ?? '').length < 10)).toEqual([]);
    for (const next of view.nextActions)
      expect(next).toMatchObject({ to: expect.any(Number), theme: { to: expect.any(Number) } });
    expect(view.together).toEqual({ from: view.level, to: expect.any(Number), known: view.known });
    expect(view.nextActions.flatMap((n) => n.objectives).filter((o) => o.from === o.to)).toEqual([]);
  });
});
