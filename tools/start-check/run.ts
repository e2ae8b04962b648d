import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, launch, untilEnded, untilReady, type Running } from './server.ts';

/*
 * Starts the product as its user does and holds it against its promises: ready within 15 s the first time and 5 s the next,
 * stopped in order by Ctrl+C or by a terminal that closes, ready again without a hand after being killed at any moment,
 * and one clear line when the port or the folder is taken.
 */
const FIRST = 15;
const NEXT = 5;
/** Milliseconds in which a server that was told to stop, or that may not start, has ended. */
const SOON = 15_000;
/** When a first start is killed, in milliseconds: while PostgreSQL is prepared, while it starts, while tables are made. */
const MOMENTS = [250, 500, 800, 1200, 1700, 2300];

const base = mkdtempSync(join(tmpdir(), 'egide-start-'));
chmodSync(base, 0o755);
const faults: string[] = [];
const expect = (good: boolean, what: string, { said }: Running): void => {
  console.log(`${good ? 'ok ' : 'NOT'} ${what}`);
  if (!good) faults.push(`${what}\n${said()}`);
};
const isStopped = (data: string): boolean => !existsSync(join(data, 'pg/postmaster.pid'));

async function start(name: string, data: string, budget: number): Promise<Running> {
  const server = launch(data, await freePort());
  const seconds = await untilReady(server);
  expect(
    seconds !== null && seconds <= budget,
    `${name}: ready after ${seconds?.toFixed(1) ?? '–'} s (at most ${budget} s)`,
    server,
  );
  return server;
}

async function stop(name: string, server: Running, data: string): Promise<void> {
  server.child.kill('SIGINT');
  const code = await untilEnded(server, SOON);
  expect(code === 0 && isStopped(data), `${name}: Ctrl+C stops everything (exit ${String(code)})`, server);
}

async function closeTerminal(data: string): Promise<void> {
  const server = await start('in a terminal', data, NEXT);
  for (const stream of [server.child.stdout, server.child.stderr]) stream?.destroy();
  server.child.kill('SIGHUP');
  const code = await untilEnded(server, SOON);
  expect(code === 0 && isStopped(data), `its terminal closed: everything stops (exit ${String(code)})`, server);
}

/** A start that may not be: it ends soon, not well, in one line that names the cause. */
async function refused(name: string, server: Running, cause: string): Promise<void> {
  const code = await untilEnded(server, SOON);
  const lines = server.said().trim().split('\n');
  expect(
    code === 1 && lines.length === 1 && server.said().includes(cause),
    `${name}: said in one line (exit ${String(code)}): ${lines[0] ?? ''}`,
    server,
  );
}

async function taken(data: string): Promise<void> {
  const server = await start('a server', data, NEXT);
  await refused('its port', launch(join(base, 'other'), server.port), `Port ${server.port}`);
  await refused('its folder', launch(data, await freePort()), data);
  expect((await untilReady(server)) !== null, 'and the server did not notice', server);
  await stop('the server', server, data);
}

async function killed(data: string): Promise<void> {
  for (const moment of MOMENTS) {
    const server = launch(data, await freePort());
    await sleep(moment);
    server.child.kill('SIGKILL');
    await server.ended;
  }
  const server = await start(`killed ${MOMENTS.length} times while starting`, data, FIRST);
  server.child.kill('SIGKILL');
  await server.ended;
  await stop('after all', await start('killed when ready', data, NEXT), data);
}

try {
  const data = join(base, 'data');
  await stop('first start', await start('first start', data, FIRST), data);
  await closeTerminal(data);
  await taken(data);
  await killed(join(base, 'killed'));
} finally {
  rmSync(base, { recursive: true, force: true });
}
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
