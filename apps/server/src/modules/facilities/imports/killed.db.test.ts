import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../../testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../testing.ts';
import type { ImportOrder } from './import-register.ts';
import { aWrittenEntity, aWrittenFile, aWrittenSite, importText } from './testing.ts';

let instance: TestInstance;
const file = (name: string): string =>
  aWrittenFile([
    aWrittenEntity({ denominationLonguePmSmsse: name }, { ege: [aWrittenSite({ nomEgeLong: `${name} SITE` })] }),
  ]);
beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  await importText(instance, file('ANCIEN'));
});
afterAll(() => instance.close());

/** Everything that a reader can see of the register. */
async function seen(): Promise<unknown> {
  const tables = [
    'legal_entities',
    'sites',
    'past_periods',
    'groups',
    'group_members',
    'batches',
    'batch_changes',
    'search_words',
    'search_documents',
  ];
  return Promise.all(
    tables.map(
      async (table) =>
        (await instance.owner.query(`select to_jsonb(t) as row from facilities.${table} t order by to_jsonb(t)::text`))
          .rows,
    ),
  );
}
/** Cuts the connection of the import, as the death of its process does. */
const cutAt =
  (step: string): NonNullable<ImportOrder['tell']> =>
  async (now) => {
    if (now === step)
      await instance.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'egide-app' and state <> 'idle'`,
      );
  };

it.each(['reading', 'comparing', 'publishing', 'indexing'])(
  'cut while %s, leaves the old register whole',
  async (step) => {
    const before = await seen();
    await expect(importText(instance, file('NOUVEAU'), { confirmed: true, tell: cutAt(step) })).rejects.toThrow(
      /terminat|connection/i,
    );
    expect(await seen()).toEqual(before);
  },
);

it('shows readers the old register until the new one is there, whole', async () => {
  const names = async () =>
    (
      await instance.owner.query<{ name: string }>(
        `select name from facilities.legal_entities where finess not in ($1, $2) union all select name from facilities.sites order by 1`,
        [OURS, NEIGHBOUR],
      )
    ).rows.map(({ name }) => name);
  const during: string[][] = [];
  await importText(instance, file('NOUVEAU'), { confirmed: true, tell: async () => void during.push(await names()) });
  expect(during.length).toBeGreaterThan(3);
  expect(new Set(during.map((all) => all.join()))).toEqual(new Set(['ANCIEN,ANCIEN SITE']));
  expect(await names()).toEqual(['NOUVEAU', 'NOUVEAU SITE']);
});

it('starts over after a cut and publishes', async () => {
  expect((await importText(instance, file('NOUVEAU'))).unchangedFile).toBe(true);
  expect((await importText(instance, file('DERNIER'))).counts.changed).toEqual({
    legalEntities: 1,
    sites: 1,
    groups: 0,
  });
});
