import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLock, removeDeadLock, removeUnfinished, unfinishedName } from './left-behind.ts';

const folder = mkdtempSync(join(tmpdir(), 'egide-left-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Number of a process that has just ended. */
const gone = (): number => spawnSync(process.execPath, ['--version']).pid;
const lock = (pid: number | string, status = 'ready   '): void =>
  writeFileSync(
    join(folder, 'postmaster.pid'),
    [pid, folder, 1_790_000_000, 5433, '', '127.0.0.1', '', status].join('\n'),
  );

it('a folder without lock has none', () => {
  expect(readLock(folder)).toBeNull();
  removeDeadLock(folder);
});

it('a lock is read with its port, its state and whether its process lives', () => {
  lock(gone());
  expect(readLock(folder)).toEqual({ alive: false, port: 5433, ready: true });
  lock(gone(), 'starting');
  expect(readLock(folder)).toEqual({ alive: false, port: 5433, ready: false });
});

it.each([
  ['of a dead process', gone],
  ['emptied by a power cut', () => ''],
])('a lock %s is removed', (_, pid) => {
  lock(pid());
  removeDeadLock(folder);
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
});

it.runIf(process.platform === 'linux')('a lock whose number now belongs to another program is removed', () => {
  lock(process.pid);
  expect(readLock(folder)).toEqual({ alive: false, port: 5433, ready: true });
  removeDeadLock(folder);
  expect(existsSync(join(folder, 'postmaster.pid'))).toBe(false);
});

it('what dead starts had begun is removed, what a living one prepares and all the rest stays', () => {
  const dead = gone();
  const mine = unfinishedName('secret');
  for (const name of [`pg-${dead}-0.data`, `pg-${process.ppid}-0.data`, 'pg', 'pg-old.data'])
    mkdirSync(join(folder, name));
  for (const name of [`pg-${dead}-1.secret`, `pg-${process.pid}-999.secret`, mine, 'egide.log'])
    writeFileSync(join(folder, name), 'x');
  removeUnfinished(folder);
  expect(readdirSync(folder).sort()).toEqual(
    ['egide.log', 'pg', mine, `pg-${process.ppid}-0.data`, 'pg-old.data'].sort(),
  );
});
