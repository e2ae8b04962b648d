import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../testing.ts';

// The removal of the fictional territory is the only thing that deletes entries, facts and roles: SQL with the rights of the platform
// must not turn it against what is real.
const REAL = '750712184';
let instance: TestInstance;
beforeAll(async () => {
  instance = await openTestInstance();
  await instance.owner.query(`insert into facilities.regions (code, name) values ('11', 'Île-de-France');
    insert into facilities.legal_entities (finess, name, open, region) values ('${REAL}', 'Ailleurs', true, '11'); insert into facilities.groups (code, name) values ('G1', 'GHT')`);
  await instance.asOperator((cx) => cx.record({ chain: REAL, action: 'evidence.observation-recorded' }));
  await instance.asOperator((cx) => cx.record({ chain: 'instance', action: 'access.role-given' }));
});
afterAll(() => instance.close());

const run = (statement: string): Promise<number | string> =>
  instance
    .asOperator(async (cx) => Number((await sql.raw(statement).execute(cx.tx)).numAffectedRows ?? 0))
    .catch((e: { code?: string }) => e.code ?? 'no code');

it.each(['legal_entities', 'groups', 'regions', 'sites', 'departments'])(
  'the platform cannot declare invented what is real: %s',
  async (table) => {
    expect(await run(`update facilities.${table} set fictional = true`)).toBe('42501');
  },
);
it.each(['legal_entities', 'groups', 'regions'])(
  'nor take it away, to bring it back as invented: %s',
  async (table) => {
    expect(await run(`delete from facilities.${table}`)).toBe(0);
  },
);
it('while what it knows of them still changes', async () => {
  expect(await run(`update facilities.legal_entities set name = 'Ici' where finess = '${REAL}'`)).toBe(1);
});

it('an invented register that bears the name of a chain takes no entry of it away', async () => {
  await run(
    `insert into facilities.legal_entities (finess, name, open, fictional) values ('instance', 'Faux', true, true)`,
  );
  await instance.asOperator((cx) => sql`select audit_log.remove_fictional()`.execute(cx.tx));
  const { rows } = await instance.owner.query<{ chain: string; seq: number }>(
    'select chain, seq from audit_log.entries order by chain',
  );
  expect(rows).toEqual([
    { chain: REAL, seq: 1 },
    { chain: 'instance', seq: 1 },
  ]);
});
