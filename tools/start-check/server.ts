import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
/** No start takes this long, in milliseconds: whoever waits longer is stuck. */
const STUCK = 60_000;

/** A server started as its user starts it. */
export type Running = {
  readonly child: ChildProcess;
  readonly port: number;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
};

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

export function launch(data: string, port: number): Running {
  const child = spawn(process.execPath, ['apps/server/start.mjs', '--port', String(port), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString();
    });
  const ended = new Promise<number | null>((end) => child.once('exit', end));
  return { child, port, ended, said: () => said };
}

/** Seconds from now until the server answers that it is ready; null when it ended or is stuck. */
export async function untilReady({ child, port }: Running): Promise<number | null> {
  const began = performance.now();
  while (child.exitCode === null && child.signalCode === null && performance.now() - began < STUCK) {
    if (
      await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ status }) => status === 200,
        () => false,
      )
    )
      return (performance.now() - began) / 1000;
    await sleep(50);
  }
  return null;
}

/** The exit code of a server that ends by itself or was told to; `stuck` after the milliseconds given, and then it is killed. */
export async function untilEnded({ child, ended }: Running, limit: number): Promise<number | null | 'stuck'> {
  const code = await Promise.race([ended, sleep(limit, 'stuck' as const, { ref: false })]);
  if (code === 'stuck') child.kill('SIGKILL');
  return code;
}
