import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';

export interface Account {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly role: string;
  readonly organisation: { readonly finess: string | null; readonly name: string };
}
declare module 'vitest' {
  interface ProvidedContext {
    readonly origin: string;
    readonly accounts: readonly Account[];
  }
}

const ROOT = join(import.meta.dirname, '../../..');
/** First start on an empty folder, with the demonstration territory. */
const READY_MS = 90_000;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });

async function untilReady(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end && child.exitCode === null; await sleep(100)) {
    if ((await fetch(`${origin}/health/ready`).catch(() => null))?.ok) return;
  }
  throw new Error(`the server did not become ready:\n${said()}`);
}

/** One real server for the run, on a folder of its own, with the fictional territory. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(tmpdir(), 'egide-e2e-'));
  chmodSync(base, 0o755);
  const [data, port] = [join(base, 'data'), await freePort()];
  const child = spawn(process.execPath, ['apps/server/start.mjs', '--port', String(port), '--data', data, '--demo'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const origin = `http://localhost:${port}`;
  await untilReady(origin, child, () => lines.join(''));
  project.provide('origin', origin);
  // Safe: the server has just written it in this form.
  project.provide('accounts', JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as Account[]);
  return async () => {
    child.kill('SIGINT');
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(0)));
    rmSync(base, { recursive: true, force: true });
  };
}
