import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * Starts the product as its user does and holds it against its promise: ready within 15 s the first time and 5 s the next,
 * stopped cleanly by Ctrl+C, and ready again without a hand after being killed.
 */
const FIRST = 15;
const NEXT = 5;

const root = resolve(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'egide-start-'));
chmodSync(data, 0o755);
const faults: string[] = [];

const freePort = (): Promise<number> => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
  });
});

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(({ status }) => status === 200, () => false);
}

type Running = { readonly child: ChildProcess; readonly seconds: number; readonly port: number; readonly ended: Promise<number | null> };

/** Starts the server on our data folder; the seconds run from the command to the first ready answer. */
async function start(name: string, budget: number): Promise<Running> {
  const port = await freePort();
  const began = performance.now();
  let said = '';
  const child = spawn(process.execPath, ['apps/server/start.mjs', '--port', String(port), '--data', data], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (text: Buffer) => { said += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { said += text.toString(); });
  let over = false;
  const ended = new Promise<number | null>((end) => child.once('exit', (code) => { over = true; end(code); }));
  while (!over && performance.now() - began < 60_000 && !(await isReady(port))) await sleep(50);
  const seconds = (performance.now() - began) / 1000;
  console.log(`${name}: ready after ${seconds.toFixed(1)} s (at most ${budget} s)`);
  if (over) faults.push(`${name}: ended by itself: ${said}`);
  else if (seconds > budget) faults.push(`${name}: ${seconds.toFixed(1)} s, more than ${budget} s: ${said}`);
  return { child, seconds, port, ended };
}

async function stop(name: string, { child, ended }: Running, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  const code = await Promise.race([ended, sleep(20_000, 'too long' as const, { ref: false })]);
  if (code === 'too long') child.kill('SIGKILL');
  if (signal !== 'SIGKILL' && code !== 0) faults.push(`${name}: stopped by ${signal} with ${String(code)}, not 0`);
}

try {
  await stop('first start', await start('first start', FIRST), 'SIGINT');
  await stop('second start', await start('second start', NEXT), 'SIGKILL');
  await stop('after being killed', await start('after being killed', NEXT), 'SIGTERM');
} finally {
  rmSync(data, { recursive: true, force: true });
}
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
