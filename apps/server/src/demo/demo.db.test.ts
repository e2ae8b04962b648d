import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@egide/contract/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from '../modules/access/index.ts';
import { searchFacilities } from '../modules/facilities/index.ts';
import type { JobRun } from '../platform/jobs/handler.ts';
import { decrypt } from '../platform/crypto.ts';
import { openTestInstance, type TestInstance } from '../testing.ts';
import { playHistory } from './history-job.ts';
import type { DemoAccount } from './people.ts';
import { openDemo } from './start.ts';

let demo: TestInstance;
beforeAll(async () => {
  demo = await openTestInstance();
  expect(await openDemo(demo)).toEqual({ ok: true, value: undefined });
});
afterAll(() => demo.close());

type Row = Record<string, unknown>;
const rows = async (text: string, on = demo): Promise<Row[]> => (await on.owner.query<Row>(text)).rows;
const one = async (text: string, on = demo): Promise<Row | undefined> => (await rows(text, on))[0];
const COUNTS = `select (select count(*) from facilities.legal_entities) as entities, (select count(*) from facilities.sites) as sites, (select count(*) from facilities.groups) as groups, (select count(*) from access.accounts) as accounts,
  (select count(*) from evidence.observations) as observations, (select count(*) from assessments.submissions) as submissions, (select count(*) from audit_log.entries) as entries`;
/** Entries whose hash is not that of what they say after what stands before. */
async function brokenLinks(): Promise<unknown[]> {
  const broken: unknown[] = [];
  let before = { chain: '', hash: '' };
  for (const { chain, seq, entry, hash } of await rows(
    `select chain, seq, entry, hash from audit_log.entries order by chain, seq`,
  )) {
    const previous = before.chain === chain ? before.hash : '0'.repeat(64);
    if (
      createHash('sha256')
        .update(`${previous}\n${String(chain)}\n${String(seq)}\n${String(entry)}`)
        .digest('hex') !== hash
    )
      broken.push([chain, seq]);
    before = { chain: String(chain), hash: String(hash) };
  }
  return broken;
}
const SYSTEM = { actor: { kind: 'system', name: 'test' }, opening: OPERATOR } as const;
const MONTFERRAND = '960780013';

describe('the fictional territory', () => {
  it('holds what its data say', async () => {
    expect(await one(COUNTS)).toMatchObject({
      entities: 48,
      sites: 118,
      groups: 4,
      accounts: 12 + 2 * 46,
      submissions: 66,
    });
    expect(
      await rows(
        `select distinct fictional from facilities.legal_entities union select distinct fictional from access.accounts`,
      ),
    ).toEqual([{ fictional: true }]);
  });

  it('names the ministry nowhere as where it comes from', async () => {
    expect(await rows('select distinct fictional, producer, licence from facilities.batches')).toEqual([
      { fictional: true, producer: 'Égide, territoire fictif', licence: 'Apache-2.0' },
    ]);
  });

  it('is found by search, each legal entity with the category of its principal site', async () => {
    const found = await demo.asOperator((cx) =>
      searchFacilities(cx, { text: 'ch montferand sur ombre', limit: 1, persons: false }),
    );
    expect(found.map(({ finess, name }) => [finess, name])).toEqual([[MONTFERRAND, 'CH de Montferrand-sur-Ombre']]);
    expect(
      await rows(
        `select finess, category from facilities.legal_entities where finess in ('${MONTFERRAND}', '960780062', '960780138') order by 1`,
      ),
    ).toEqual([
      { finess: MONTFERRAND, category: '355' },
      { finess: '960780062', category: '292' },
      { finess: '960780138', category: '500' },
    ]);
  });

  it('gives an account for each role to whoever may read the data folder', () => {
    const file = join(demo.folder, 'demo-accounts.json');
    const accounts: DemoAccount[] = JSON.parse(readFileSync(file, 'utf8'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(new Set(accounts.map(({ role }) => role))).toEqual(new Set(ROLES));
    expect(accounts.map(({ role, organisation }) => [role, organisation.finess, organisation.name])).toEqual([
      ['facility-director', MONTFERRAND, 'CH de Montferrand-sur-Ombre'],
      ['rssi', MONTFERRAND, 'CH de Montferrand-sur-Ombre'],
      ['contributor', MONTFERRAND, 'CH de Montferrand-sur-Ombre'],
      ['reader', MONTFERRAND, 'CH de Montferrand-sur-Ombre'],
      ['ght-coordinator', null, 'GHT Ombre-Lisse'],
      ['auditor', MONTFERRAND, 'CH de Montferrand-sur-Ombre'],
      ['regional-officer', null, 'ARS Val-d’Ombre'],
      ['national-officer', null, 'Niveau national'],
      ['cert-officer', null, 'Niveau national'],
      ['platform-administrator', null, 'Plateforme'],
      ['rssi', '960780286', 'CH de Pontarcy'],
      ['facility-director', '960780286', 'CH de Pontarcy'],
    ]);
  });

  it('has those accounts enrolled already, and nobody else', async () => {
    const { login, totpSecret }: DemoAccount = JSON.parse(
      readFileSync(join(demo.folder, 'demo-accounts.json'), 'utf8'),
    )[0];
    expect(
      await one(`select count(*) as enrolled from access.credentials where totp_confirmed and totp_secret is not null`),
    ).toEqual({ enrolled: 12 });
    const sealed = await one(
      `select totp_secret from access.credentials c join access.accounts a on a.id = c.account where login = '${login}'`,
    );
    expect(decrypt(demo.keys.secrets, String(sealed?.totp_secret))).toBe(totpSecret);
  });

  it('shows the region its distribution', async () => {
    const latest = await rows(
      `select distinct on (legal_entity) legal_entity, level, known from assessments.submissions order by legal_entity, at desc`,
    );
    const whole = [4, 3, 2, 1, 0].map((n) => latest.filter(({ level }) => Math.floor(Number(level)) === n).length);
    expect({
      published: latest.length,
      whole,
      montferrand: latest.find((row) => row.legal_entity === MONTFERRAND),
    }).toEqual({
      published: 37,
      whole: [2, 11, 15, 8, 1],
      montferrand: { legal_entity: MONTFERRAND, level: 2.4, known: 22 },
    });
    expect(
      await rows(`select level from assessments.submissions where legal_entity = '${MONTFERRAND}' order by at`),
    ).toEqual([{ level: 1.7 }, { level: 2.4 }]);
  });

  it('was recorded by its own people, and officially by the officer of the region', async () => {
    const authors = await rows(
      `select d.author_name, o.trust from evidence.observations o join evidence.details d on d.legal_entity = o.legal_entity and d.observation = o.id where o.legal_entity = '${MONTFERRAND}' group by 1, 2 order by 1, 2`,
    );
    expect(authors.map(({ author_name: name, trust }) => `${String(name)}, ${String(trust)}`)).toEqual([
      'Camille Rouvière, computed',
      'Camille Rouvière, declared',
      'Camille Rouvière, documented',
      'Inès Carrère, verified',
      'Marc Delaunoy, declared',
    ]);
    expect(
      await one(`select count(*) as n from evidence.observations where trust = 'verified' and not shared`),
    ).toEqual({ n: 0 });
  });

  it('has chains that verify', async () => {
    expect(await brokenLinks()).toEqual([]);
    expect(await one(`select count(distinct chain) as chains from audit_log.entries`)).toEqual({ chains: 46 });
  });

  it('started again, does nothing twice', async () => {
    const before = await one(COUNTS);
    const accounts = readFileSync(join(demo.folder, 'demo-accounts.json'), 'utf8');
    expect(await openDemo(demo)).toEqual({ ok: true, value: undefined });
    expect(await one(COUNTS)).toEqual(before);
    expect(readFileSync(join(demo.folder, 'demo-accounts.json'), 'utf8')).toBe(accounts);
  });
});

describe('the fictional territory elsewhere', () => {
  const FACTS = `select legal_entity, key, value, about_id, expires, collected, recorded, trust from evidence.observations order by 1, 2, 4, 6, 7, 8`;

  it('is the same on another instance on that day, and a day older on the next', async () => {
    const [same, next] = [await openTestInstance(), await openTestInstance('2026-10-13T08:00:00Z')];
    try {
      await Promise.all([openDemo(same), openDemo(next)]);
      expect(await rows(FACTS, same)).toEqual(await rows(FACTS));
      const levels = `select legal_entity, level, known from assessments.submissions order by 1, 2, 3`;
      expect(await rows(levels, next)).toEqual(await rows(levels));
      expect(
        await one(
          `select max(collected)::date::text as day from evidence.observations where key = 'directory.level.official' and legal_entity = '${MONTFERRAND}'`,
          next,
        ),
      ).not.toEqual(
        await one(
          `select max(collected)::date::text as day from evidence.observations where key = 'directory.level.official' and legal_entity = '${MONTFERRAND}'`,
        ),
      );
      expect(JSON.parse(readFileSync(join(same.folder, 'demo-accounts.json'), 'utf8'))[0].password).not.toBe(
        JSON.parse(readFileSync(join(demo.folder, 'demo-accounts.json'), 'utf8'))[0].password,
      );
    } finally {
      await Promise.all([same.close(), next.close()]);
    }
  });

  it('is made once when two processes start together', async () => {
    const twice = await openTestInstance();
    try {
      expect(await Promise.all([openDemo(twice), openDemo(twice)])).toEqual([
        { ok: true, value: undefined },
        { ok: true, value: undefined },
      ]);
      expect(await one(COUNTS, twice)).toMatchObject({ entities: 48, accounts: 104, submissions: 66 });
    } finally {
      await twice.close();
    }
  });

  it.each([
    [
      'a real legal entity',
      `insert into facilities.legal_entities (finess, name, open) values ('750712184', 'AP-HP', true)`,
    ],
    [
      'a real account',
      `insert into access.accounts (id, login, name, created) values (gen_random_uuid(), 'a@example.org', 'A', now())`,
    ],
  ])('refuses a folder that holds %s', async (_, statement) => {
    const real = await openTestInstance();
    try {
      await real.owner.query(statement);
      expect(await openDemo(real)).toEqual({
        ok: false,
        error: `--demo: ${real.folder} holds real data, which a fictional territory may not join: give an empty folder with --data.`,
      });
      expect(await one(COUNTS, real)).toMatchObject({ observations: 0, submissions: 0 });
      expect(existsSync(join(real.folder, 'demo-accounts.json'))).toBe(false);
    } finally {
      await real.close();
    }
  });
});

describe('the older history', () => {
  it('follows as a job, once, and its chains verify', async () => {
    const [job] = await rows(`select payload from platform.jobs where kind = 'demo.history'`);
    const before = await one(COUNTS);
    const steps: number[] = [];
    const run: JobRun = {
      id: 'x',
      inTransaction: (work) => demo.run(SYSTEM, work),
      progress: (_, done) => Promise.resolve(void steps.push(done)),
      checkCancelled: () => Promise.resolve(),
    };
    expect(await playHistory(run, job?.payload)).toEqual({ legalEntities: steps.length });
    const after = await one(COUNTS);
    expect(Number(after?.observations) - Number(before?.observations)).toBeGreaterThan(800);
    await playHistory(run, job?.payload);
    expect(await one(COUNTS)).toEqual(after);
    expect(
      await one(`select extract(year from age('2026-10-12', min(at))) as years from assessments.submissions`),
    ).toEqual({ years: 2 });
    expect(await brokenLinks()).toEqual([]);
  });
});
