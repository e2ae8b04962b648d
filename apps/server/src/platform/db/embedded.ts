import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries, type Unprivileged } from './binaries.ts';
import { removeDeadLock, removeUnfinished, readLock, unfinishedName } from './left-behind.ts';

/** Role that owns the schema of the embedded database; only migrations use it. */
export const OWNER = 'egide_owner';
/** Advisory lock held in shared mode by every process that uses the embedded database: whoever can take it alone may stop it. */
const IN_USE = 7_201_001;
/** Advisory lock held by the one server of a data folder. */
const SERVING = 7_201_002;

export interface Embedded {
  /** Connection string of the owner. */
  readonly url: string;
  /** Takes the server's place on this folder; false when another server has it. */
  serveAlone(): Promise<boolean>;
  /** Stops PostgreSQL if no other process uses it. */
  close(): Promise<void>;
}

interface Options {
  readonly folder: string;
  readonly password: string;
  /** Tests only: faster, and not safe against a power cut. */
  readonly throwaway?: boolean;
}

/** Starts the PostgreSQL of a data folder, or joins the one that runs there (another process, or one left by a killed server). */
export async function openEmbedded(options: Options): Promise<Embedded> {
  const binaries = findBinaries();
  const data = join(options.folder, 'pg');
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(binaries, data, options);
  for (let attempt = 0; attempt < 20; attempt++) {
    const joined = await joinWhenReady(data, options.password);
    if (joined) return handle(joined, binaries, data);
    removeDeadLock(data);
    await start(binaries, data, options);
  }
  throw new Error(
    `PostgreSQL does not start in ${data}: its own words are in ${join(options.folder, 'postgresql.log')}.`,
  );
}

/** Prepared beside its place, then moved there whole: a start killed meanwhile leaves nothing that looks ready. */
async function initialise(binaries: Binaries, data: string, { folder, password, throwaway }: Options): Promise<void> {
  removeUnfinished(folder);
  const [making, secret] = [join(folder, unfinishedName('data')), join(folder, unfinishedName('secret'))];
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  give(making, binaries.runAs);
  give(secret, binaries.runAs);
  const args = [
    '-D',
    making,
    '-U',
    OWNER,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    ...(throwaway ? ['--no-sync'] : []),
  ];
  const failure = await runApart(join(binaries.bin, 'initdb'), args, binaries.runAs);
  rmSync(secret, { force: true });
  if (failure === null) return settle(making, data);
  rmSync(making, { recursive: true, force: true });
  const closed = /could not (access|open|create)|Permission denied/.test(failure) && binaries.runAs;
  throw new Error(
    closed
      ? `User ${closed.name}, who runs PostgreSQL, may not enter ${folder}: choose another folder with --data, for example --data /var/lib/egide.`
      : `PostgreSQL cannot be prepared in ${data}: ${failure}`,
  );
}

/** Runs an executable in a process group of its own, so that Ctrl+C reaches us alone; null, or what it said when it failed. */
function runApart(executable: string, args: readonly string[], runAs: Unprivileged | null): Promise<string | null> {
  const child = spawn(executable, args, {
    ...identity(runAs),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve) => {
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.once('error', (e) => resolve(e.message));
    child.once('close', (code) => resolve(code === 0 ? null : said.trim() || `initdb ended with ${String(code)}`));
  });
}

function settle(making: string, data: string): void {
  try {
    renameSync(making, data);
  } catch (e) {
    rmSync(making, { recursive: true, force: true });
    // Of two processes that prepared the same folder, the first has won.
    if (!existsSync(join(data, 'PG_VERSION')))
      throw new Error(`PostgreSQL cannot be prepared in ${data}: this folder holds something else (${String(e)}).`);
  }
}

function give(path: string, to: Unprivileged | null): void {
  if (to) chownSync(path, to.uid, to.gid);
}
const identity = (runAs: Unprivileged | null) => (runAs ? { uid: runAs.uid, gid: runAs.gid } : {});

async function start(binaries: Binaries, data: string, { folder, throwaway }: Options): Promise<void> {
  const log = join(folder, 'postgresql.log');
  const out = openSync(log, 'a', 0o600);
  chmodSync(log, 0o600);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(await freePort()),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' } : {}),
  };
  // A process group of its own: Ctrl+C reaches us first and we stop it in order.
  const child = spawn(
    join(binaries.bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    { ...identity(binaries.runAs), cwd: '/', detached: true, stdio: ['ignore', out, out] },
  );
  child.unref();
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  for (let i = 0; i < 600 && !gone; i++) {
    if (readLock(data)?.ready) return;
    await sleep(25);
  }
  // Another process may be starting the same folder: give it time before joining.
  await sleep(200);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

/** Waits, at most two minutes, while the PostgreSQL of this folder recovers from a kill or finishes stopping; null when there is none to join. */
async function joinWhenReady(data: string, password: string): Promise<{ client: pg.Client; url: string } | null> {
  for (let i = 0; i < 600; i++) {
    const joined = await join_(data, password);
    const lock = readLock(data);
    if (joined || lock === null || !lock.alive || lock.ready) return joined;
    await sleep(100);
  }
  return null;
}

/** A connection that proves that the running PostgreSQL is the one of this folder, and keeps it from being stopped; null when there is none. */
async function join_(data: string, password: string): Promise<{ client: pg.Client; url: string } | null> {
  const running = readLock(data);
  if (!running || !(running.port > 0)) return null;
  const url = `postgres://${OWNER}:${password}@127.0.0.1:${running.port}/postgres`;
  const client = new pg.Client({ connectionString: url, application_name: 'egide-keeper' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string }>(
      `select current_setting('data_directory') as dir, pg_advisory_lock_shared(${IN_USE})`,
    );
    if (rows[0] && realpathSync(rows[0].dir) === realpathSync(data)) return { client, url };
    await client.end();
  } catch (e) {
    await client.end().catch(() => undefined);
    if (e instanceof Error && 'code' in e && e.code === '28P01')
      throw new Error(`The PostgreSQL of ${data} refuses the key of this folder: was keys/ replaced or lost?`);
  }
  await sleep(100);
  return null;
}

function handle({ client, url }: { client: pg.Client; url: string }, binaries: Binaries, data: string): Embedded {
  return {
    url,
    async serveAlone() {
      const { rows } = await client.query<{ got: boolean }>(`select pg_try_advisory_lock(${SERVING}) as got`);
      return rows[0]?.got === true;
    },
    async close() {
      const { rows } = await client.query<{ alone: boolean }>(
        `select pg_advisory_unlock_shared(${IN_USE}), pg_try_advisory_lock(${IN_USE}) as alone`,
      );
      // Our lock is kept until PostgreSQL has stopped: who joins meanwhile waits for it, then starts it again.
      if (rows[0]?.alone)
        spawnSync(join(binaries.bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'], {
          ...identity(binaries.runAs),
          cwd: '/',
          stdio: 'ignore',
        });
      await client.end().catch(() => undefined);
    },
  };
}
