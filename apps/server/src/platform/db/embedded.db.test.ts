import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { type Embedded, openEmbedded } from './embedded.ts';

const base = mkdtempSync(join(tmpdir(), 'egide-embedded-'));
chmodSync(base, 0o755);
const folder = join(base, 'data');
mkdirSync(folder);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const open = (at = folder): Promise<Embedded> => openEmbedded({ folder: at, password: 'test', throwaway: true });
const lockFile = join(folder, 'pg/postmaster.pid');
const postmaster = (): number => Number(readFileSync(lockFile, 'utf8').split('\n')[0]);

async function ask(embedded: Embedded, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: embedded.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let i = 0; i < 100; i++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}

it('two starts on an empty folder share one database, which stops with the last', async () => {
  const [one, two] = await Promise.all([open(), open()]);
  await ask(one, 'create table kept (n int)');
  expect(await ask(two, 'insert into kept values (1) returning n')).toEqual([1]);
  const pid = postmaster();
  await one.close();
  expect(await ask(two, 'select n from kept')).toEqual([1]);
  await two.close();
  await untilGone(pid);
  expect(existsSync(lockFile)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['pg', 'postgresql.log']);
});

it('one server at a time serves a folder', async () => {
  const [one, two] = [await open(), await open()];
  expect([await one.serveAlone(), await two.serveAlone()]).toEqual([true, false]);
  await one.close();
  await two.close();
});

it('a database that was killed starts again with what it had acknowledged', async () => {
  const before = await open();
  await ask(before, 'insert into kept values (2)');
  await ask(before, 'checkpoint');
  process.kill(postmaster(), 'SIGKILL');
  const after = await open();
  expect(await ask(after, 'select n from kept order by n')).toEqual([1, 2]);
  await before.close().catch(() => undefined);
  await after.close();
});

it('a lock left by a machine that stopped, whose number another program has now, does not stop the start', async () => {
  writeFileSync(lockFile, `${process.pid}\n${join(folder, 'pg')}\n1790000000\n5433\n\n127.0.0.1\n\nready   \n`);
  const embedded = await open();
  expect(await ask(embedded, 'select count(*)::int from kept')).toEqual([2]);
  await embedded.close();
});

it('the same folder by another path is the same database', async () => {
  symlinkSync(folder, join(base, 'link'));
  const [one, two] = [await open(), await open(join(base, 'link'))];
  expect(two.url).toBe(one.url);
  await one.close();
  await two.close();
});

it('a folder that holds something else in our place is left as it is', async () => {
  const other = join(base, 'other');
  mkdirSync(join(other, 'pg'), { recursive: true });
  writeFileSync(join(other, 'pg/letter.txt'), 'not ours');
  await expect(open(other)).rejects.toThrow(
    `PostgreSQL cannot be prepared in ${join(other, 'pg')}: this folder holds something else`,
  );
  expect(readdirSync(other)).toEqual(['pg']);
  expect(readFileSync(join(other, 'pg/letter.txt'), 'utf8')).toBe('not ours');
});
