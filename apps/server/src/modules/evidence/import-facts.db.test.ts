import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as contract from '@egide/contract/evidence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../platform/http/problem.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { confirmFact } from './confirm-fact.ts';
import { factsOf } from './facts-of.ts';
import { importFacts } from './import-facts.ts';
import { keyHistory } from './read-facts.ts';
import { evidenceRoutes } from './routes.ts';
import { aFile, anAudit, anExchange } from './testing.ts';

const OUR_SITE = '960000016';
const THEIR_SITE = '960000024';
let instance: TestInstance;
const people: Record<string, string> = {};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  await instance.owner.query(
    `insert into facilities.sites (finess, legal_entity, name, open, fictional) values ($1, $2, 'Site', true, true), ($3, $4, 'Site', true, true)`,
    [OUR_SITE, OURS, THEIR_SITE, NEIGHBOUR],
  );
  people.rssi = await aPerson(instance, 'rssi', OURS);
  people.reader = await aPerson(instance, 'reader', OURS);
  people.neighbour = await aPerson(instance, 'rssi', NEIGHBOUR);
  people.region = await aPerson(instance, 'regional-officer', 'V1');
  people.elsewhere = await aPerson(instance, 'regional-officer', 'V2');
  people.cert = await aPerson(instance, 'cert-officer', 'nation');
  people.platform = await aPerson(instance, 'platform-administrator', 'platform');
});
afterAll(() => instance.close());

type Work = Parameters<typeof instance.as<unknown>>[1];
type Using = Parameters<Work>[0];
const as = <T>(who: string, work: (cx: Using) => Promise<T>): Promise<T> =>
  who === 'operator' ? instance.asOperator(work) : instance.as(people[who] ?? '', work);
const bring = (who: string, content: string | Uint8Array, more: { name?: string; organisation?: string } = {}) =>
  as(who, (cx) => importFacts(cx, { file: aFile(content, more.name), organisation: more.organisation ?? null }));
const brief = ({ recorded, unchanged, rejected, warnings }: Awaited<ReturnType<typeof bring>>) => ({
  recorded,
  unchanged,
  rejected: rejected.map((r) => `${r.code} ${r.at}`),
  warnings: warnings.map((w) => w.code),
});
const code = (e: unknown) => (e instanceof Error && 'code' in e ? String(e.code) : String(e));
const refusalOf = (work: Promise<unknown>) => work.then(() => 'done', code);
const said = async (who: string, finess: string) =>
  (await as(who, (cx) => factsOf(cx, finess))).map((f) => [f.key, f.value, f.trust, f.collected]);
const actionsOf = async (chain: string) =>
  (
    await instance.owner.query(
      `select entry::jsonb ->> 'action' as action from audit_log.entries where chain = $1 order by seq desc`,
      [chain],
    )
  ).rows.map((r: { action: string }) => r.action);

describe('an official exchange file', () => {
  const exchange = anExchange(anAudit({ entity: OURS, site: OUR_SITE, time: '20260112-183000', level: 1 }));

  it('dropped by the facility documents, to be confirmed', async () => {
    const report = await bring('rssi', exchange);
    expect(report).toEqual({
      recorded: 2,
      unchanged: 0,
      rejected: [],
      warnings: [
        {
          at: 'events.event[0].stakeholders[0].stakeholderId',
          code: 'to-confirm',
          message: expect.stringContaining('à confirmer'),
        },
      ],
      held: null,
    });
    expect(await said('rssi', OURS)).toEqual([
      ['exposure.audit.made', true, 'documented', '2026-01-12T17:30:00.000Z'],
      ['exposure.level.official', 1, 'documented', '2026-01-12T17:30:00.000Z'],
    ]);
    expect(await actionsOf(OURS)).toEqual(
      expect.arrayContaining(['evidence.file-imported', 'evidence.observation-recorded']),
    );
  });

  it('the same again records nothing new, under any name', async () => {
    expect(brief(await bring('rssi', exchange, { name: 'copie (1).json' }))).toEqual({
      recorded: 0,
      unchanged: 2,
      rejected: [],
      warnings: ['file-name', 'to-confirm'],
    });
  });

  it('is confirmed by an officer of the territory, once, and by nobody else', async () => {
    const { observations } = await as('region', (cx) =>
      keyHistory(cx, { finess: OURS, key: 'exposure.level.official' }),
    );
    expect(observations.map((o) => [o.value, o.trust, o.toConfirm])).toEqual([[1, 'documented', true]]);
    const id = observations[0]?.id ?? '';
    const confirm = (who: string) => as(who, (cx) => confirmFact(cx, { finess: OURS, id }));
    expect(
      await Promise.all(['rssi', 'reader', 'neighbour', 'elsewhere', 'platform'].map((who) => refusalOf(confirm(who)))),
    ).toEqual(['forbidden', 'forbidden', 'not-found', 'not-found', 'not-found']);
    expect(await confirm('region')).toMatchObject({
      value: 1,
      trust: 'verified',
      corrects: id,
      toConfirm: false,
      collected: '2026-01-12T17:30:00.000Z',
    });
    expect(await refusalOf(confirm('cert'))).toBe('fact-nothing-to-confirm');
    expect(await refusalOf(as('region', (cx) => confirmFact(cx, { finess: NEIGHBOUR, id })))).toBe('not-found');
  });

  it('brought by an officer makes official what was only documented, and leaves the rest', async () => {
    expect(brief(await bring('cert', exchange))).toEqual({ recorded: 1, unchanged: 1, rejected: [], warnings: [] });
    expect(brief(await bring('operator', exchange))).toEqual({ recorded: 0, unchanged: 2, rejected: [], warnings: [] });
    const { observations } = await as('rssi', (cx) => keyHistory(cx, { finess: OURS, key: 'exposure.audit.made' }));
    expect(observations.map((o) => [o.trust, o.freshness])).toEqual([
      ['verified', 'endless'],
      ['documented', 'superseded'],
    ]);
  });

  it('finds the facility by its site, under code 2', async () => {
    expect(brief(await bring('operator', anExchange(anAudit({ site: OUR_SITE, time: '20260304-171500' }))))).toEqual({
      recorded: 2,
      unchanged: 0,
      rejected: [],
      warnings: [],
    });
    expect(brief(await bring('operator', anExchange(anAudit({ entity: '990000010', site: THEIR_SITE }))))).toEqual({
      recorded: 2,
      unchanged: 0,
      rejected: [],
      warnings: ['facility-by-site'],
    });
  });

  it('with another level for the same audit corrects it, and keeps both; less trust never replaces more', async () => {
    const again = (level: number) => anExchange(anAudit({ site: OUR_SITE, time: '20260304-171500', level }));
    const levels = async () =>
      (await as('rssi', (cx) => keyHistory(cx, { finess: OURS, key: 'exposure.level.official' }))).observations
        .filter((o) => o.collectedDay === '2026-03-04')
        .map((o) => [o.value, o.trust, o.freshness]);
    expect(brief(await bring('operator', again(1)))).toEqual({
      recorded: 1,
      unchanged: 1,
      rejected: [],
      warnings: ['fact-corrected'],
    });
    expect(await levels()).toEqual([
      [1, 'verified', 'ended'],
      [2, 'verified', 'superseded'],
    ]);
    expect(brief(await bring('operator', again(2)))).toEqual({ recorded: 0, unchanged: 2, rejected: [], warnings: [] });
    expect(brief(await bring('rssi', again(3)))).toEqual({
      recorded: 1,
      unchanged: 1,
      rejected: [],
      warnings: ['to-confirm'],
    });
    expect(await levels()).toEqual([
      [3, 'documented', 'ended'],
      [1, 'verified', 'ended'],
      [2, 'verified', 'superseded'],
    ]);
  });

  it('refuses numbers that disagree', async () => {
    expect(brief(await bring('operator', anExchange(anAudit({ entity: OURS, site: THEIR_SITE }))))).toEqual({
      recorded: 0,
      unchanged: 0,
      rejected: ['facility-mismatch events.event[0].stakeholders[0].stakeholderId'],
      warnings: [],
    });
  });

  it('for many hospitals is recorded where it may be, and refused elsewhere as if there were nothing', async () => {
    const both = anExchange(
      anAudit({ entity: OURS, level: 3, time: '20260501-080000' }),
      anAudit({ entity: NEIGHBOUR, level: 3, time: '20260501-080000' }),
      anAudit({ entity: '990000036', level: 3, time: '20260501-080000' }),
    );
    const unknown = (i: number) => `facility-unknown events.event[${i}].stakeholders[0].stakeholderId`;
    expect(brief(await bring('rssi', both))).toEqual({
      recorded: 2,
      unchanged: 0,
      rejected: [unknown(1), unknown(2)],
      warnings: ['to-confirm'],
    });
    expect(brief(await bring('elsewhere', both))).toEqual({
      recorded: 2,
      unchanged: 0,
      rejected: [unknown(0), unknown(2)],
      warnings: [],
    });
    for (const who of ['reader', 'platform'])
      expect(brief(await bring(who, both))).toEqual({
        recorded: 0,
        unchanged: 0,
        rejected: [unknown(0), unknown(1), unknown(2)],
        warnings: [],
      });
    const { rejected } = await bring('rssi', both);
    expect(rejected.map((r) => r.message.replace(/\d{9}/, 'N'))).toEqual([
      rejected[0]?.message.replace(/\d{9}/, 'N'),
      rejected[0]?.message.replace(/\d{9}/, 'N'),
    ]);
  });

  it('in error records nothing of the event in error', async () => {
    const before = await said('rssi', OURS);
    expect(brief(await bring('operator', anExchange(anAudit({ entity: OURS, level: '2' }))))).toEqual({
      recorded: 0,
      unchanged: 0,
      rejected: ['level-not-number events.event[0].outcome.level'],
      warnings: [],
    });
    expect(brief(await bring('operator', anExchange(anAudit({ entity: OURS, time: '20301231-120000' }))))).toEqual({
      recorded: 0,
      unchanged: 0,
      rejected: ['fact-in-future events.event[0].dates'],
      warnings: ['file-name-early'],
    });
    expect(await said('rssi', OURS)).toEqual(before);
  });
});

describe('plain facts', () => {
  const facts = (...list: object[]) => JSON.stringify(list.map((fact) => ({ collected: '2026-02-01', ...fact })));

  it('are declared or documented by the facility, never more', async () => {
    const file = facts(
      { key: 'users.mfa-share', value: 0.8, unit: 'ratio', trust: 'declared' },
      { key: 'backup.directory.kind', value: 'dedicated-ad', trust: 'verified' },
    );
    const report = await bring('rssi', file, { organisation: OURS, name: 'faits.json' });
    const kept = (await said('rssi', OURS)).filter(
      ([key]) => key === 'users.mfa-share' || key === 'backup.directory.kind',
    );
    expect(report.warnings.map((w) => w.code)).toEqual(['trust-lowered']);
    expect(kept).toEqual(
      expect.arrayContaining([['backup.directory.kind', 'dedicated-ad', 'documented', '2026-02-01']]),
    );
    expect(brief(await bring('rssi', file, { organisation: OURS, name: 'autre.json' }))).toMatchObject({
      recorded: 0,
      unchanged: report.recorded,
    });
  });

  it('brought by an officer are official where the State alone gives them, and are seen in the region', async () => {
    const file =
      'key;value;about.kind;about.id;collected;organisation\nbackup.directory.level.official;3;forest;sauvegarde.example;2026-02-10;960780013\nusers.mfa-share;82,5;;;2026-02-11;960780013\n';
    expect(brief(await bring('region', file, { name: 'faits.csv' }))).toEqual({
      recorded: 2,
      unchanged: 0,
      rejected: [],
      warnings: [],
    });
    const seen = await said('region', OURS);
    expect(seen).toEqual(
      expect.arrayContaining([
        ['backup.directory.level.official', 3, 'verified', '2026-02-10'],
        ['users.mfa-share', 82.5, 'documented', '2026-02-11'],
      ]),
    );
    expect(seen.some(([key]) => key === 'backup.directory.kind')).toBe(false);
    expect(brief(await bring('region', file, { name: 'faits.csv' }))).toEqual({
      recorded: 0,
      unchanged: 2,
      rejected: [],
      warnings: [],
    });
  });

  it('are refused one by one, each at its place, with what to do', async () => {
    const table = [
      'key;value;unit;about.kind;about.id;collected;organisation',
      'unknown.key;1;;;;2026-02-01;960780013',
      'users.mfa-share;80;euro;;;2026-02-01;960780013',
      'users.mfa-share;beaucoup;;;;2026-02-01;960780013',
      'users.mfa-share;80;;;;2031-02-01;960780013',
      'users.mfa-share;80;;site;960000016;2026-02-01;960780013',
      'users.mfa-share;80;;;;2026-02-01;960780021',
      'users.mfa-share;80;;;;2026-02-01;',
      'users.mfa-share;81;;;;2026-02-01;960780013',
    ].join('\n');
    const report = await bring('rssi', table, { name: 'faits.csv' });
    expect(brief(report)).toEqual({
      recorded: 1,
      unchanged: 0,
      warnings: [],
      rejected: [
        'fact-unknown-key 2',
        'fact-wrong-unit 3',
        'fact-wrong-value 4',
        'fact-in-future 5',
        'fact-wrong-about 6',
        'facility-unknown 7',
        'facility-missing 8',
      ],
    });
    expect(report.rejected.filter((r) => /[{}]/.test(r.message) || r.message.length < 15)).toEqual([]);
  });

  it('correct what the ledger holds, and nothing else', async () => {
    const [{ id } = { id: '' }] = (
      await as('rssi', (cx) => keyHistory(cx, { finess: OURS, key: 'users.mfa-share' }))
    ).observations.filter((o) => o.value === 81);
    const [theirs = { id: '' }] = (
      await as('neighbour', (cx) => keyHistory(cx, { finess: NEIGHBOUR, key: 'exposure.audit.made' }))
    ).observations;
    const correct = (corrects: string) => facts({ key: 'users.mfa-share', value: 71, corrects });
    for (const wrong of [theirs.id, 'x', '00000000-0000-4000-8000-000000000000'])
      expect(brief(await bring('rssi', correct(wrong), { organisation: OURS, name: 'f.json' }))).toEqual({
        recorded: 0,
        unchanged: 0,
        rejected: ['fact-corrects-nothing /0'],
        warnings: [],
      });
    expect(brief(await bring('rssi', correct(id), { organisation: OURS, name: 'f.json' }))).toMatchObject({
      recorded: 1,
      rejected: [],
    });
    expect(brief(await bring('rssi', correct(id), { organisation: OURS, name: 'f.json' }))).toMatchObject({
      recorded: 0,
      unchanged: 1,
    });
  });

  it('of the internal class are stated inside the walls only', async () => {
    const file = facts({
      key: 'directory.findings.note',
      value: 'compte oublié',
      about: { kind: 'forest', id: 'ad.example' },
    });
    expect(brief(await bring('operator', file, { organisation: OURS, name: 'f.json' }))).toEqual({
      recorded: 0,
      unchanged: 0,
      rejected: ['fact-internal /0'],
      warnings: [],
    });
    expect(brief(await bring('rssi', file, { organisation: OURS, name: 'f.json' }))).toMatchObject({
      recorded: 1,
      rejected: [],
    });
    expect(
      await refusalOf(
        bring('rssi', file, { organisation: NEIGHBOUR, name: 'f.json' }).then((r) =>
          expect(brief(r).rejected).toEqual(['facility-unknown /0']),
        ),
      ),
    ).toBe('done');
  });

  it('said twice in one file are one fact', async () => {
    const fact = { key: 'users.mfa-share', value: 12 };
    expect(brief(await bring('rssi', facts(fact, fact), { organisation: OURS, name: 'f.json' }))).toMatchObject({
      recorded: 1,
      unchanged: 1,
    });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['a ZIP', 'PK\x03\x04', 'file-is-archive'],
    ['nothing', '', 'file-empty'],
    ['a register', '{"schemaVersion":"1","pmej":[]}', 'import-format-other'],
    ['a letter', 'Bonjour', 'import-format-unknown'],
    ['a cut exchange', '{"events":{"event":[', 'json-truncated'],
    ['a name twice', '{"events":{"event":[]},"events":1}', 'json-duplicate-key'],
  ])('%s is refused, nothing is recorded', async (_, content, refused) => {
    const before = await said('rssi', OURS);
    expect(await refusalOf(bring('rssi', content, { name: 'x.json' }))).toBe(refused);
    expect(await said('rssi', OURS)).toEqual(before);
  });
});

/** Hostile files lie beside the checkout; they are not part of it. */
const HOSTILE = fileURLToPath(new URL('../../../../../../shared/data/hostile/', import.meta.url));
const here = existsSync(HOSTILE);
const hostile = here
  ? readdirSync(HOSTILE, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !name.endsWith('.md') && statSync(HOSTILE + name).isFile(),
    )
  : [];
describe.runIf(here)('hostile files', () => {
  const traces = async () =>
    Number(
      (
        await instance.owner.query(
          `select count(*)::int as n from audit_log.entries where entry::jsonb ->> 'action' like 'evidence.file-%'`,
        )
      ).rows[0].n,
    );
  const observations = async () =>
    Number((await instance.owner.query('select count(*)::int as n from evidence.observations')).rows[0].n);

  it('are refused in words, record nothing, and leave one entry each', async () => {
    const [before, held] = [await observations(), await traces()];
    const silent: string[] = [];
    for (const name of hostile) {
      const began = performance.now();
      const refused = await bring('operator', readFileSync(HOSTILE + name), { name, organisation: OURS }).then(
        (report) => report.recorded,
        (cause: unknown) => cause,
      );
      if (refused instanceof Refusal && refused.aftermath !== null) await instance.asOperator(refused.aftermath);
      const said = refused instanceof Refusal && wordsOf('fr', refused.code, refused.params);
      if (
        (said === false && refused !== 0) ||
        (said !== false && (said.status >= 500 || /[{}]/.test(said.detail))) ||
        performance.now() - began > 2000
      )
        silent.push(`${name}: ${code(refused)}`);
    }
    expect(silent).toEqual([]);
    expect([(await observations()) - before, (await traces()) - held]).toEqual([0, hostile.length]);
  });
});
it.runIf(!here)('hostile files are not beside this checkout: they are not checked here', () =>
  expect(here).toBe(false),
);

describe('by HTTP', () => {
  const call = (endpoint: object, input: object, upload: object | null) =>
    as('rssi', async (cx) => {
      const found = evidenceRoutes.find((route) => route.endpoint === endpoint);
      // Safe: these use cases look at nothing else of the call.
      return found?.run(cx, input, { upload } as Parameters<NonNullable<typeof found>['run']>[2]);
    });

  it('the file of a drop goes the same road, and its report is what the contract says', async () => {
    const report = await call(
      contract.importFacts,
      { name: 'x.json', organisation: OURS },
      aFile('[{"key":"users.mfa-share","value":13,"collected":"2026-02-01"}]', 'x.json'),
    );
    expect(contract.importFacts.answers.parse(report)).toEqual({
      recorded: 1,
      unchanged: 0,
      rejected: [],
      warnings: [],
      held: null,
    });
  });
  it('without a file is refused', async () =>
    expect(await refusalOf(call(contract.importFacts, { name: 'x.json' }, null))).toBe('file-empty'));
  it('answers every refusal that its readers know', () => {
    expect(contract.importFacts.refuses.filter((refused) => wordsOf('fr', refused).status === 500)).toEqual([]);
  });
});
