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

it('stays inside the walls', async () => {
  for (const who of [neighbour, region])
    await expect(instance.as(who, (cx) => judgeObjectives(cx, { finess: OURS }))).rejects.toMatchObject({
      code: 'not-found',
    });
});
