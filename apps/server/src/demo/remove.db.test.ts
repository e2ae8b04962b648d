import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allCategories, allDepartments, allRegions } from '@egide/content/nomenclatures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPerson } from '../modules/access/testing.ts';
import type { JobRun } from '../platform/jobs/handler.ts';
import { OPERATOR } from '../modules/access/index.ts';
import { openTestInstance, type TestInstance } from '../testing.ts';
import { askForDemo } from './ask.ts';
import { playHistory } from './history-job.ts';
import { removeDemo } from './remove.ts';
import { openDemo } from './start.ts';

let instance: TestInstance;
beforeAll(async () => {
  instance = await openTestInstance();
  await openDemo(instance);
});
afterAll(() => instance.close());

const TABLES = `select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('access', 'assessments', 'audit_log', 'evidence', 'facilities', 'platform') order by 1`;
/** Tables that hold something, with how many rows. */
async function full(): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const { name } of (await instance.owner.query<{ name: string }>(TABLES)).rows) {
    const { rows } = await instance.owner.query<{ n: number }>(`select count(*) as n from ${name}`);
    if (Number(rows[0]?.n) > 0) counts.push([name, Number(rows[0]?.n)]);
  }
  return Object.fromEntries(counts);
}
const account = async (login: string): Promise<string> =>
  (await instance.owner.query<{ id: string }>('select id from access.accounts where login = $1', [login])).rows[0]
    ?.id ?? '';

describe('removing the fictional territory', () => {
  it.each([
    'camille.rouviere@montferrand.example',
    'sophie.ardouin@montferrand.example',
    'ines.carrere@ars-valdombre.example',
    'paul.varennes@national.example',
    'julie.santerre@cert-sante.example',
    'hugo.cartelier@cartelier.example',
  ])('is not for %s', async (login) => {
    await expect(instance.as(await account(login), removeDemo)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused by the database itself to whoever does not run the platform', async () => {
    const rssi = await account('camille.rouviere@montferrand.example');
    for (const what of ['access', 'assessments', 'audit_log', 'evidence', 'platform']) {
      const client = await instance.pool.connect();
      try {
        await client.query('begin');
        await client.query('select access.open_account($1, $1, now())', [rssi]);
        await expect(client.query(`select ${what}.remove_fictional()`)).rejects.toThrow(
          'only the platform may do this',
        );
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });

  it('leaves the chain of the instance, and what real people brought', async () => {
    await instance.asOperator((cx) => cx.record({ chain: '750712184', action: 'evidence.observation-recorded' }));
    await instance.owner.query(
      `insert into facilities.legal_entities (finess, name, open) values ('750712184', 'Ailleurs', true)`,
    );
    await instance.owner.query(
      `insert into access.accounts (id, login, name, created) values ($1, 'real@example.org', 'R', now())`,
      [randomUUID()],
    );
    await instance.owner.query(
      `insert into access.memberships (id, account, role, kind, organisation, since, accepted) select gen_random_uuid(), a.id, 'reader', x.kind, organisation, now(), now() from access.accounts a, (values ('entity', '960780013'), ('entity', '750712184')) as x (kind, organisation) where login = 'real@example.org'`,
    );
    const administrator = await account('operateur@egide.example');
    // Made inside: an administrator by the one of the published list, a reader by that one, each with a session.
    await instance.owner.query(
      `with made (id, login, role, kind, organisation, giver) as (values
         (gen_random_uuid(), 'inside@example.org', 'platform-administrator', 'platform', 'instance', $1::uuid)),
       accounts as (insert into access.accounts (id, login, name, created) select id, login, 'I', now() from made returning id),
       sessions as (insert into access.sessions select gen_random_uuid(), 'h', id, now(), now(), now(), '', '' from accounts)
       insert into access.memberships (id, account, role, kind, organisation, since, accepted, given_by) select gen_random_uuid(), a.id, role, kind, organisation, now(), now(), giver from made join accounts a using (id)`,
      [administrator],
    );
    await instance.owner.query(
      `with a as (insert into access.accounts (id, login, name, created) values (gen_random_uuid(), 'further@example.org', 'F', now()) returning id)
       insert into access.memberships (id, account, role, kind, organisation, since, accepted, given_by) select gen_random_uuid(), a.id, 'reader', 'entity', '750712184', now(), now(), (select id from access.accounts where login = 'inside@example.org') from a`,
    );
    // A real person keeps what is real, and loses what an invented one gave.
    await instance.owner.query(
      `insert into access.memberships (id, account, role, kind, organisation, since, accepted, given_by) select gen_random_uuid(), id, 'platform-administrator', 'platform', 'instance', now(), now(), $1 from access.accounts where login = 'real@example.org'`,
      [administrator],
    );
    expect(await instance.as(administrator, removeDemo)).toEqual({
      legalEntities: 48,
      accounts: 104,
      administratorLeft: false,
    });
    const { 'audit_log.entries': entries, 'platform.migrations': migrations, ...left } = await full();
    expect([entries, migrations]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(left).toEqual({
      'access.accounts': 1,
      'access.memberships': 1,
      'audit_log.heads': 2,
      'facilities.legal_entities': 1,
      'facilities.search_bounds': 1,
      'facilities.search_documents': 1,
      'facilities.search_words': 1,
      // The nomenclatures of France, which every import brings.
      'facilities.categories': allCategories().size,
      'facilities.departments': allDepartments().length,
      'facilities.regions': allRegions().length,
    });
    const { rows } = await instance.owner.query<{ action: string; n: number }>(
      `select entry::json ->> 'action' as action, count(*) as n from audit_log.entries where chain = 'instance' and entry::json ->> 'action' like 'demo.%' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { action: 'demo.loaded', n: 1 },
      { action: 'demo.removed', n: 1 },
    ]);
  });

  it('is refused where there is none, and an older history that still runs stops', async () => {
    await expect(instance.asOperator(removeDemo)).rejects.toMatchObject({ code: 'demo-absent' });
    const run: JobRun = {
      id: 'x',
      inTransaction: (work) => instance.run({ actor: { kind: 'system', name: 'jobs' }, opening: OPERATOR }, work),
      progress: () => Promise.resolve(),
      checkCancelled: () => Promise.resolve(),
    };
    expect(await playHistory(run, { today: 20_000, officer: 'x', directors: {}, recorders: {} })).toEqual({
      legalEntities: 0,
    });
  });

  it('lets the folder be made again once the real data are gone', async () => {
    await instance.owner.query(
      `delete from facilities.legal_entities; delete from access.memberships; delete from access.accounts`,
    );
    expect(await openDemo(instance)).toEqual({ ok: true, value: undefined });
    expect(await instance.asOperator(removeDemo)).toMatchObject({ legalEntities: 48 });
  });
});

describe('asking for it on a fresh instance', () => {
  it('is for the platform administrator, while there is neither a register nor anybody else', async () => {
    const administrator = await aPerson(instance, 'platform-administrator', 'instance');
    await instance.owner.query(`update access.accounts set fictional = false`);
    const seal = (plain: string) => plain;
    const accounts = await instance.as(administrator, (cx) => askForDemo(cx, seal));
    expect(accounts.map(({ role }) => role)).toContain('regional-officer');
    await expect(instance.as(administrator, (cx) => askForDemo(cx, seal))).rejects.toMatchObject({
      code: 'demo-loaded',
    });
    expect(await instance.as(administrator, removeDemo)).toMatchObject({ administratorLeft: true });
    await instance.owner.query(
      `insert into facilities.legal_entities (finess, name, open) values ('750712184', 'Ailleurs', true)`,
    );
    await expect(instance.as(administrator, (cx) => askForDemo(cx, seal))).rejects.toMatchObject({
      code: 'demo-real-data',
    });
    expect(existsSync(join(instance.folder, 'demo-accounts.json'))).toBe(true);
  });

  it('is for nobody else', async () => {
    const reader = await aPerson(instance, 'reader', '750712184');
    await expect(instance.as(reader, (cx) => askForDemo(cx, String))).rejects.toMatchObject({ code: 'forbidden' });
  });
});
