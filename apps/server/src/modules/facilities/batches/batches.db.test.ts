import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobById } from '../../../platform/jobs/store.ts';
import { startWorker } from '../../../platform/jobs/runner.ts';
import { openTestInstance, type TestInstance } from '../../../testing.ts';
import { jobScopes } from '../../access/index.ts';
import { aPerson } from '../../access/testing.ts';
import { aWrittenEntity, aWrittenFile, aWrittenSite, importText } from '../imports/testing.ts';
import { OURS, twoHospitals } from '../testing.ts';
import { abandonBatch, confirmBatch } from './decide-batch.ts';
import { facilitiesJobs } from './jobs.ts';
import { batchReport, listBatches, readBatch } from './read-batches.ts';
import { receiveBatch } from './receive-batch.ts';

let instance: TestInstance;
let worker: Awaited<ReturnType<typeof startWorker>>;
let [first, second, rssi] = ['', '', ''];

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  first = await aPerson(instance, 'platform-administrator', '*', { name: 'Alix Première' });
  second = await aPerson(instance, 'platform-administrator', '*', { name: 'Sacha Seconde' });
  rssi = await aPerson(instance, 'rssi', OURS);
  worker = await startWorker({ instance, handlers: facilitiesJobs, scopes: jobScopes });
});
afterAll(async () => {
  await worker.stop();
  await instance.close();
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}
const send = (content: string | Uint8Array, by = first) =>
  instance.as(by, (cx) =>
    receiveBatch(cx, { name: 'finess.json', licence: 'Licence Ouverte 2.0', bytes: once(Buffer.from(content)) }),
  );
const read = (batch: string) => instance.as(first, (cx) => readBatch(cx, { batch }));
const confirm = (batch: string, by: string) => instance.as(by, (cx) => confirmBatch(cx, { batch }));
const published = async () =>
  (
    await instance.owner.query<{ finess: string }>(
      'select finess from facilities.legal_entities where not fictional order by 1',
    )
  ).rows.map(({ finess }) => finess);
async function ended(id: string | null) {
  for (let i = 0; i < 1000; i++) {
    const job = await instance.asOperator((cx) => jobById(cx, id ?? ''));
    if (job && ['done', 'failed', 'cancelled'].includes(job.state)) return job;
    await sleep(20);
  }
  throw new Error('the job did not end');
}
const sites = (n: number) =>
  ['010000495', '010780195', '010011914']
    .slice(0, n)
    .map((numFinessEge, i) => aWrittenSite({ numFinessEge, nomEgeLong: i === 1 ? '=SOMME(A1)' : `SITE ${i}` }));
const file = (n: number, day = '2026-08-13') =>
  aWrittenFile([aWrittenEntity({}, { ege: sites(n) })], { generatedAt: `${day}T02:00:00Z` });

it('shows what a file would change before anything is changed, then publishes on the word of one administrator', async () => {
  const { batch, job } = await send(file(3));
  expect((await ended(job)).state).toBe('done');
  const preview = await read(batch);
  expect(preview).toMatchObject({
    state: 'previewed',
    fileName: 'finess.json',
    licence: 'Licence Ouverte 2.0',
    day: '2026-08-13',
    missing: 1,
    guards: [],
    receivedBy: 'Alix Première',
    counts: { added: { legalEntities: 1, sites: 3, groups: 0 } },
  });
  expect(preview.changes.map(({ change, kind, id }) => `${change} ${kind} ${id}`)).toEqual([
    'added entity 010783009',
    'added site 010000495',
    'added site 010011914',
    'added site 010780195',
  ]);
  expect(await published()).toEqual([]);
  const { missing, job: publishing } = await confirm(batch, first);
  expect([missing, (await ended(publishing)).result]).toEqual([0, { batch, published: true }]);
  expect([await published(), (await read(batch)).state]).toEqual([['010783009'], 'published']);
  expect((await instance.owner.query('select 1 from facilities.batch_pieces')).rowCount).toBe(0);
});

it('gives the whole report, formulas neutralised', async () => {
  const { batches } = await instance.as(first, listBatches);
  const report = await instance.as(first, (cx) => batchReport(cx, { batch: batches[0]?.id ?? '' }));
  expect(report.split('\r\n')).toEqual([
    '\ufeff"Changement";"Nature";"Numéro";"Nom";"Place";"Détail"',
    '"ajouté";"entité juridique";"010783009";"ORGANISATION POUR LA SANTE";"";""',
    '"ajouté";"site";"010000495";"SITE 0";"";""',
    '"ajouté";"site";"010011914";"SITE 2";"";""',
    '"ajouté";"site";"010780195";"\'=SOMME(A1)";"";""',
    '',
  ]);
});

it('waits for two different administrators when the guards hold', async () => {
  const { batch, job } = await send(gzipSync(file(1, '2026-08-14')));
  await ended(job);
  const held = await read(batch);
  expect([held.state, held.missing, held.guards.map(({ code }) => code)]).toEqual([
    'waiting',
    2,
    ['guard-total', 'guard-department'],
  ]);
  expect(await confirm(batch, first)).toEqual({ missing: 1, job: null });
  await expect(confirm(batch, first)).rejects.toMatchObject({ code: 'batch-confirmed-already' });
  const last = await confirm(batch, second);
  expect((await ended(last.job)).result).toEqual({ batch, published: true });
  expect(
    (await instance.owner.query('select finess, open from facilities.sites where unseen_since is not null order by 1'))
      .rows,
  ).toEqual([
    { finess: '010011914', open: true },
    { finess: '010780195', open: true },
  ]);
  await expect(confirm(batch, second)).rejects.toMatchObject({ code: 'batch-over' });
});

it('keeps the reason of a file that cannot be read, and nothing else of it', async () => {
  const { batch, job } = await send(file(3).slice(0, 1500));
  expect((await ended(job)).problem).toEqual({ code: 'file-truncated', params: {} });
  expect(await read(batch)).toMatchObject({
    state: 'refused',
    problem: { code: 'file-truncated', message: 'Le fichier s’arrête trop tôt. Téléchargez-le de nouveau, entier.' },
  });
  expect((await instance.owner.query('select 1 from facilities.batch_pieces')).rowCount).toBe(0);
});

it.each([
  ['PK\x03\x04', 'file-is-archive'],
  ['<html>', 'file-is-page'],
  ['', 'file-empty'],
  ['{"activites":[]}', 'file-other-kind'],
  ['a;b\n1;2\n', 'file-other-kind'],
])('refuses %j at the door', async (content, code) => {
  await expect(send(content)).rejects.toMatchObject({ code });
});

it('can be abandoned, by administrators only', async () => {
  const { batch, job } = await send(file(2, '2026-08-15'));
  await ended(job);
  await expect(instance.as(rssi, (cx) => abandonBatch(cx, { batch }))).rejects.toMatchObject({ code: 'not-found' });
  await instance.as(second, (cx) => abandonBatch(cx, { batch }));
  expect((await read(batch)).state).toBe('abandoned');
  await expect(confirm(batch, first)).rejects.toMatchObject({ code: 'batch-over' });
});

it('is closed to everybody else, as if it did not exist', async () => {
  const { batches } = await instance.as(first, listBatches);
  const batch = batches[0]?.id ?? '';
  await expect(send(file(1), rssi)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(instance.as(rssi, listBatches)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(instance.as(rssi, (cx) => readBatch(cx, { batch }))).rejects.toMatchObject({ code: 'not-found' });
  await expect(instance.as(rssi, (cx) => batchReport(cx, { batch }))).rejects.toMatchObject({ code: 'not-found' });
  await expect(confirm(batch, rssi)).rejects.toMatchObject({ code: 'not-found' });
});

it('leaves its traces in the log of the instance', async () => {
  const { rows } = await instance.owner.query<{ action: string; name: string }>(
    `select entry::jsonb ->> 'action' as action, entry::jsonb -> 'actor' ->> 'name' as name from audit_log.entries where chain = 'instance' order by seq limit 6`,
  );
  expect(rows.map(({ action, name }) => `${action} ${name}`)).toEqual([
    'facilities.file-received Alix Première',
    'facilities.import-confirmed Alix Première',
    'facilities.register-published Alix Première',
    'facilities.file-received Alix Première',
    'facilities.import-confirmed Alix Première',
    'facilities.import-confirmed Sacha Seconde',
  ]);
});

it('names the operator of the machine in words, in the language of the reader', async () => {
  const { batch } = await importText(instance, file(3, '2026-08-20'), { confirmed: true });
  const { receivedBy, publishedBy } = await read(batch);
  expect({ receivedBy, publishedBy }).toEqual({
    receivedBy: 'L’exploitant de la machine',
    publishedBy: 'L’exploitant de la machine',
  });
});
