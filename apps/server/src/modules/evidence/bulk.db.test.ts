import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cx } from '../../platform/cx.ts';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { OURS, twoHospitals } from '../facilities/testing.ts';
import { importFacts } from './import-facts.ts';
import type { NewObservation } from './observation.ts';
import { record } from './record.ts';
import { aFile, anAudit, anExchange } from './testing.ts';

let instance: TestInstance;
let [rssi, region] = ['', ''];
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  rssi = await aPerson(instance, 'rssi', OURS);
  region = await aPerson(instance, 'regional-officer', 'V1');
});
afterAll(() => instance.close());

/** How many statements a use case sends, each entry of the log counted as one. */
async function statements<T>(who: string, work: (cx: Cx) => Promise<T>): Promise<{ sent: number; answer: T }> {
  let sent = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      sent++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const answer = await instance.as(who, (cx) =>
    work({
      ...cx,
      tx: cx.tx.withPlugin(counting),
      record: (entry) => {
        sent++;
        return cx.record(entry);
      },
    }),
  );
  return { sent, answer };
}
/** Days of one month. */
const days = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);

describe('in bulk, the statements sent do not grow with the number of facts', () => {
  const share = (collected: string, over: Partial<NewObservation> = {}): NewObservation => ({
    key: 'users.mfa-share',
    value: 40,
    collected,
    method: 'interview',
    trust: 'declared',
    source: { kind: 'person', label: 'Camille' },
    ...over,
  });
  const correct = async (month: string, count: number) => {
    const { ids } = await instance.as(rssi, (cx) =>
      record(
        cx,
        OURS,
        days(month, count).map((day) => share(day)),
      ),
    );
    const { sent, answer } = await statements(rssi, (cx) =>
      record(
        cx,
        OURS,
        days(month, count).map((day, i) => share(day, { value: 50, corrects: ids[i] ?? '' })),
      ),
    );
    return [sent, answer.recorded];
  };
  it('that correct others', async () => {
    const [few] = await correct('2026-01', 2);
    expect(await correct('2026-03', 28)).toEqual([few, 28]);
  });

  const confirm = async (month: string, count: number) => {
    const file = anExchange(
      ...days(month, count).map((day) => anAudit({ entity: OURS, time: `${day.replaceAll('-', '')}-080000` })),
    );
    await instance.as(rssi, (cx) => importFacts(cx, { file: aFile(file) }));
    const { sent, answer } = await statements(region, (cx) => importFacts(cx, { file: aFile(file) }));
    return [sent, answer.recorded];
  };
  it('that an officer confirms by importing the file that the facility had brought', async () => {
    const [few] = await confirm('2026-05', 2);
    expect(await confirm('2026-07', 28)).toEqual([few, 56]);
  });

  it('and each correction is still held against what it names', async () => {
    const { ids } = await instance.as(rssi, (cx) => record(cx, OURS, [share('2026-08-01'), share('2026-08-02')]));
    const [first = '', second = ''] = ids.map(String);
    await instance.as(rssi, (cx) => record(cx, OURS, [share('2026-08-01', { value: 60, corrects: first })]));
    const both = instance.as(rssi, (cx) =>
      record(cx, OURS, [
        share('2026-08-02', { value: 60, corrects: second }),
        share('2026-08-01', { value: 70, corrects: first }),
      ]),
    );
    await expect(both).rejects.toMatchObject({ faults: [{ at: '/1/corrects', code: 'fact-superseded' }] });
  });
});
