import { createHash } from 'node:crypto';
import {
  ALL_CHAINS,
  endOfExport,
  exportEntry,
  exportHeader,
  exportVerifier,
  type ExportEntry,
} from '@egide/engines/seal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';

const [OURS, NEIGHBOUR] = ['990000018', '990000026'];
let instance: TestInstance;
beforeAll(async () => {
  instance = await openTestInstance();
});
afterAll(() => instance.close());

/** Every entry as an export gives it: chain after chain, from its first entry. */
async function entries(chains: readonly string[]): Promise<ExportEntry[]> {
  const { rows } = await instance.owner.query<ExportEntry>(
    'select chain, seq::int as seq, entry, hash from audit_log.entries where chain = any ($1) order by chain, seq',
    [chains],
  );
  return rows;
}

it('what the database seals is what the stand-alone verifier accepts', async () => {
  for (const [chain, action] of [
    [OURS, 'évaluation ☂️ "\\'],
    [NEIGHBOUR, 'b'],
    [OURS, 'c\nd'],
    [OURS, 'e'],
  ] as const) {
    await instance.asOperator((cx) => cx.record({ chain, action }));
  }
  const sealed = await entries([OURS, NEIGHBOUR]);
  const verifier = exportVerifier((text) => createHash('sha256').update(text, 'utf8').digest('hex'), []);
  for (const line of [
    exportHeader({ of: ALL_CHAINS, chains: [OURS, NEIGHBOUR], exportedAt: '2026-10-12T08:00:00.000Z' }),
    ...sealed.map(exportEntry),
    endOfExport(sealed.length),
  ])
    verifier.read(line);
  expect(verifier.end('')).toMatchObject({ sound: true, chains: 2, entries: 4, faults: [] });
});

it('two acts at the same time get two numbers, none is lost', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      instance.asOperator((cx) => cx.record({ chain: '990000034', action: `a${n}` })),
    ),
  );
  const sealed = await entries(['990000034']);
  expect(sealed.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
});

it.each([
  'update audit_log.entries set entry = entry',
  'delete from audit_log.entries',
  'truncate audit_log.entries',
  "insert into audit_log.entries values ('990000018', 99, '{}', '')",
  'update audit_log.heads set seq = 0',
  'delete from audit_log.heads',
])('the application may not: %s', async (sql) => {
  await expect(instance.pool.query(sql)).rejects.toMatchObject({ code: '42501' });
});
