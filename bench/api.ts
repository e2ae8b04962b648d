import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateSync } from 'otplib';
import { writeFiness } from '../tools/make-finess.ts';
import type { Row } from './rules.ts';

const ROOT = join(import.meta.dirname, '..');
const FULL = { entities: 98_000, sites: 175_000, seed: 1, day: '2026-10-09', keep: 1 } as const;
/** Reads a second, and for how many seconds: the budget that we set for one process. */
const RATE = 200;
const SECONDS = 10;

type Account = {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly role: string;
  readonly organisation: { readonly finess: string | null };
};
interface Server {
  readonly origin: string;
  readonly data: string;
  readonly child: ChildProcess;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Milliseconds until the last byte; a refusal is an error. */
function ask(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  return new Promise((done, fail) => {
    get(url, { agent, headers: { cookie, accept: 'application/json' } }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? done(performance.now() - began) : fail(new Error(`${url}: ${answer.statusCode}`)),
      );
    }).on('error', fail);
  });
}

/** Sends reads at a steady rate whatever the answers do, and answers their times, sorted. */
async function steady(urls: readonly string[], cookie: string): Promise<number[]> {
  const times: Promise<number>[] = [];
  const began = performance.now();
  for (let i = 0; i < RATE * SECONDS; i++) {
    const late = began + (i * 1000) / RATE - performance.now();
    if (late > 0) await sleep(late);
    times.push(ask(urls[i % urls.length] ?? '', cookie));
  }
  return (await Promise.all(times)).sort((a, b) => a - b);
}

async function oneByOne(url: string, cookie: string, count = 60): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) times.push(await ask(url, cookie));
  return times.sort((a, b) => a - b);
}

const p95 = (sorted: readonly number[]): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
const round = (value: number): number => Number(value.toPrecision(3));

async function start(folder: string): Promise<Server> {
  const port = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
  const [data, origin] = [join(folder, 'data'), `http://127.0.0.1:${port}`];
  const child = spawn(process.execPath, ['apps/server/start.mjs', '--port', String(port), '--data', data, '--demo'], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  for (let i = 0; i < 900 && child.exitCode === null; i++, await sleep(100))
    if ((await fetch(`${origin}/health/ready`).catch(() => null))?.ok) return { origin, data, child };
  throw new Error('the server did not become ready');
}

async function signIn({ origin, data }: Server, role: string): Promise<{ cookie: string; finess: string }> {
  // Safe: the server has just written it in this form.
  const accounts = JSON.parse(await readFile(join(data, 'demo-accounts.json'), 'utf8')) as Account[];
  const account = accounts.find((a) => a.role === role);
  if (!account) throw new Error(`no demo account for ${role}`);
  const body = JSON.stringify({
    login: account.login,
    password: account.password,
    code: generateSync({ secret: account.totpSecret }),
  });
  const answer = await fetch(`${origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return {
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    finess: account.organisation.finess ?? '',
  };
}

/** A register of national size beside the demonstration territory, imported by the command line while the server runs. */
async function importRegister({ data }: Server, folder: string): Promise<void> {
  const file = join(folder, 'finess.json.gz');
  await writeFiness(file, FULL);
  const child = spawn(
    process.execPath,
    [join(ROOT, 'apps/cli/egide.mjs'), 'facilities', 'import', file, '--data', data, '--confirm', '--json'],
    { stdio: 'ignore' },
  );
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0 && code !== 1) throw new Error(`the import failed: ${String(code)}`);
}

async function measure(server: Server): Promise<Row[]> {
  const [rssi, officer] = [await signIn(server, 'rssi'), await signIn(server, 'regional-officer')];
  const [api, own] = [`${server.origin}/api/v1`, `${server.origin}/api/v1/organisations/${rssi.finess}`];
  const row = (name: string, times: readonly number[], bare: readonly number[]): Row => ({
    name,
    value: round(p95(times)),
    unit: 'ms',
    baseline: round(p95(bare)),
    ratio: round(p95(times) / p95(bare)),
  });
  const bare = await oneByOne(`${server.origin}/health`, '', 200);
  const pages = {
    'region page (budget 100)': [`${api}/regions/V1`, officer.cookie],
    'search by name (budget 30)': [
      `${api}/facilities?text=${encodeURIComponent('centre hospitalier saint')}`,
      rssi.cookie,
    ],
    'synthesis of an assessment': [`${own}/assessments/maturinh`, rssi.cookie],
    'one indicator with its reasons': [`${own}/assessments/maturinh/indicators/5.2.1`, rssi.cookie],
    'objectives and gates': [`${own}/programmes`, rssi.cookie],
  } as const;
  const rows: Row[] = [];
  for (const [name, [url, cookie]] of Object.entries(pages))
    rows.push(row(`p95, one by one: ${name}`, await oneByOne(url, cookie), bare));
  const bareSteady = await steady([`${server.origin}/health`], '');
  const reads = [
    `${api}/me`,
    `${own}/assessments/maturinh/indicators/5.2.1`,
    `${api}/facilities?text=lisseray`,
    `${api}/facilities/${rssi.finess}`,
  ];
  rows.push(
    row(`p95 at ${RATE} reads a second for ${SECONDS} s (budget 50)`, await steady(reads, rssi.cookie), bareSteady),
  );
  return rows;
}

/** Times of the HTTP interface with a register of national size, beside a bare HTTP answer of the same process. `small` leaves the register out. */
export async function bench(options: readonly string[]): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'egide-bench-'));
  await chmod(folder, 0o755);
  const server = await start(folder);
  try {
    if (!options.includes('small')) await importRegister(server, folder);
    return await measure(server);
  } finally {
    agent.destroy();
    server.child.kill('SIGINT');
    await new Promise((done) => (server.child.exitCode === null ? server.child.once('exit', done) : done(0)));
    await rm(folder, { recursive: true, force: true });
  }
}
