import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { type NewObservation, record } from '../evidence/index.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { judgeObjectives } from './judge-objectives.ts';

let instance: TestInstance;
let [rssi, neighbour, region] = ['', '', ''];
beforeAll(async () => {
  instance = await openTestInstance('2026-03-01T08:00:00Z');
  await twoHospitals(instance);
  rssi = await aPerson(instance, 'rssi', OURS);
  neighbour = await aPerson(instance, 'rssi', NEIGHBOUR);
  region = await aPerson(instance, 'regional-officer', 'V1');
});
afterAll(() => instance.close());

const objective = async (programme: string, id: string) => {
  const { programmes } = await instance.as(rssi, (cx) => judgeObjectives(cx, { finess: OURS }));
  return programmes.find((p) => p.id === programme)?.objectives.find((o) => o.id === id);
};
const fact = (key: string, value: NewObservation['value'], over: Partial<NewObservation> = {}): NewObservation => ({
  key,
  value,
  collected: '2026-01-05',
  method: 'examine',
  trust: 'verified',
  source: { kind: 'opssies', label: 'Audit' },
  ...over,
});

it('knows nothing of a silent ledger, and says in words which fact would open the objective', async () => {
  const o3a = await objective('care-d2', 'O3.A');
  expect(o3a).toMatchObject({ verdict: 'unknown', facts: [], reachable: true });
  expect(o3a?.changes.map((c) => [c.key, c.value])).toEqual([['backup.directory.kind', 'local-accounts']]);
  expect(o3a?.changes[0]?.text).toMatch(/^À établir\u00a0: .+\.$/);
});

it('answers the objective and the gate from the facts of one audit, with the facts that decide', async () => {
  await instance.asOperator((cx) =>
    record(cx, OURS, [
      fact('directory.audit.made', true),
      fact('exposure.audit.made', true),
      fact('operator.essential', true),
      fact('backup.directory.kind', 'dedicated-ad'),
      fact('backup.directory.level.official', 3, {
        about: { kind: 'forest', id: 'sauvegarde.example' },
        collected: '2025-12-31',
      }),
    ]),
  );
  const [o3a, gate] = [await objective('care-d2', 'O3.A'), await objective('ac-ose', 'gate')];
  expect(o3a).toMatchObject({ verdict: 'met', changesAt: '2026-03-01T23:00:00.000Z' });
  expect(gate?.verdict).toBe('met');
  expect(gate?.facts.map((f) => f.key).sort()).toEqual([
    'directory.audit.made',
    'exposure.audit.made',
    'operator.essential',
  ]);
});

it('says that an answer is to be confirmed while it rests on an official level that no officer confirmed', async () => {
  const forest = { about: { kind: 'forest', id: 'sauvegarde.example' } } as const;
  const met = async () => {
    const { programmes } = await instance.as(rssi, (cx) => judgeObjectives(cx, { finess: OURS }));
    return programmes.find((p) => p.id === 'care-d2')?.met;
  };
  const before = await met();
  const [o3a] = [await objective('care-d2', 'O3.A')];
  expect(o3a).toMatchObject({ verdict: 'met', toConfirm: null });
  await instance.as(rssi, (cx) =>
    record(cx, OURS, [
      fact('backup.directory.level.official', 5, {
        ...forest,
        collected: '2026-02-20',
        trust: 'documented',
        source: { kind: 'document', label: 'Note' },
      }),
    ]),
  );
  expect(await objective('care-d2', 'O3.A')).toMatchObject({
    verdict: 'met',
    toConfirm: expect.stringMatching(
      /^À confirmer\s: cette réponse repose sur «\sNiveau ANSSI de l’annuaire des sauvegardes\s» \(5\ssur\s5\), qu’aucun agent de l’ARS, de l’État ou du CERT Santé n’a rendu officiel\.$/,
    ),
  });
  expect(await met()).toBe(Number(before) - 1);
  await instance.asOperator((cx) =>
    record(cx, OURS, [fact('backup.directory.level.official', 5, { ...forest, collected: '2026-02-20' })]),
  );
  expect(await objective('care-d2', 'O3.A')).toMatchObject({ verdict: 'met', toConfirm: null });
  expect(await met()).toBe(before);
});

it('says so of a gate that rests on what the facility brought of an official file', async () => {
  await instance.as(rssi, (cx) =>
    record(cx, OURS, [fact('directory.audit.made', true, { collected: '2026-02-25', trust: 'documented' })]),
  );
  expect(await objective('ac-ose', 'gate')).toMatchObject({
    verdict: 'met',
    toConfirm: expect.stringMatching(/^À confirmer.+Audit de l’annuaire central fait/),
  });
});

it('stays inside the walls', async () => {
  for (const who of [neighbour, region])
    await expect(instance.as(who, (cx) => judgeObjectives(cx, { finess: OURS }))).rejects.toMatchObject({
      code: 'not-found',
    });
});
