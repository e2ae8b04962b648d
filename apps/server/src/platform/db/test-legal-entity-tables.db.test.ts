import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { tenancyFaults } from './test-legal-entity-tables.ts';

let instance: TestInstance;
beforeAll(async () => {
  instance = await openTestInstance();
});
afterAll(() => instance.close());

it('a migrated database keeps its tenants apart', async () => {
  expect(await tenancyFaults(instance.owner)).toEqual([]);
});

describe('the check finds', () => {
  const walled = (table: string): string =>
    `alter table ${table} enable row level security; alter table ${table} force row level security; create policy p on ${table} using (true)`;
  it.each([
    [
      'a key that starts elsewhere',
      `create table evidence.seed (id uuid, legal_entity text, primary key (id, legal_entity)); ${walled('evidence.seed')}`,
      ['evidence.seed: the primary key does not start with the legal entity'],
    ],
    [
      'no key',
      `create table evidence.seed (legal_entity text); ${walled('evidence.seed')}`,
      ['evidence.seed: the primary key does not start with the legal entity'],
    ],
    [
      'a table without walls',
      'create table evidence.seed (legal_entity text primary key)',
      [
        'evidence.seed: row-level security is not enabled',
        'evidence.seed: row-level security is not forced',
        'evidence.seed: no policy says who reads it',
      ],
    ],
    [
      'security that is not forced',
      'alter table evidence.observations no force row level security',
      ['evidence.observations: row-level security is not forced'],
    ],
  ])('%s', async (_, sql, faults) => {
    const client = await instance.owner.connect();
    try {
      await client.query(`begin; ${sql}`);
      expect(await tenancyFaults(client)).toEqual(faults);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('a table of the application', async () => {
    await instance.owner.query('grant create on schema evidence to egide_app');
    await instance.pool.query('create table evidence.seed (id int)');
    expect(await tenancyFaults(instance.owner)).toEqual(['egide_app owns table evidence.seed']);
  });
});
