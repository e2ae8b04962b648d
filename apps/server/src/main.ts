import { join } from 'node:path';
import { openDemo } from './demo/index.ts';
import { describeSetup, doorkeeper, jobScopes, offerSetup, OPERATOR } from './modules/access/index.ts';
import { MODULES } from './modules.ts';
import { startSealing } from './platform/audit-log/seal.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, readConfig } from './platform/config.ts';
import { openDataFolder } from './platform/data-folder.ts';
import { APPLICATION } from './platform/db/roles.ts';
import { addPages } from './platform/http/pages.ts';
import { createHttp } from './platform/http/server.ts';
import { type Instance, openInstance } from './platform/instance.ts';
import { jobRoutes } from './platform/jobs/routes.ts';
import { startWorker } from './platform/jobs/runner.ts';
import { openWatch } from './platform/jobs/watch.ts';
import { VERSION } from './platform/version.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): number => {
  process.stderr.write(`${line}\n`);
  return 1;
};

/** Starts Égide and answers when it has stopped; the number is the exit code. Every refusal to start is one clear line. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  outliveTerminal();
  const config = readConfig(argv, env);
  if (!config.ok) return complain(config.error);
  const folder = openDataFolder(config.value.data);
  if (!folder.ok) return complain(folder.error);
  const stopping = untilStopped();
  let instance: Instance | null = null;
  try {
    instance = await openInstance({ folder: folder.value, databaseUrl: config.value.databaseUrl, clock: systemClock });
    if (instance.embedded && !(await instance.embedded.serveAlone()))
      return complain(
        `Égide is already running on ${folder.value}: stop it first, or give another folder with --data.`,
      );
    const demo = config.value.demo ? await openDemo(instance) : null;
    if (demo?.ok === false) return complain(demo.error);
    const stop = await serve(instance, config.value);
    await stopping;
    await stop();
    return 0;
  } catch (e) {
    return complain(startFailure(e, config.value));
  } finally {
    await instance?.close();
  }
}

/** Writing to a terminal that was closed is an error: nobody reads any more, but what runs must still be stopped in order. */
function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Milliseconds after which asking again means "at once"; before, it is the same request, passed on by a parent too. */
const AGAIN = 2000;

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let [asked, impatient] = [false, false];
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (impatient) process.exit(130);
        if (asked) return;
        asked = true;
        setTimeout(() => {
          impatient = true;
        }, AGAIN).unref();
        say('Arrêt en cours… / Stopping…');
        resolve();
      });
    }
  });
}

function startFailure(e: unknown, { port, host }: Config): string {
  const code = e instanceof Error && 'code' in e ? e.code : null;
  if (code === 'EADDRINUSE') return `Port ${port} is already in use on ${host}: give another one with --port.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user: give one above 1024 with --port.`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000')
    return `The PostgreSQL of DATABASE_URL does not answer or refuses the connection (${String(code)}).`;
  return e instanceof Error ? e.message : String(e);
}

/** Opens the doors and answers how to close them; those already open are closed again when one does not open. */
async function serve(instance: Instance, config: Config): Promise<() => Promise<void>> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closing of opened.toReversed()) await closing();
  };
  try {
    await open(instance, config, opened);
    return close;
  } catch (e) {
    await close();
    throw e;
  }
}

async function open(instance: Instance, config: Config, opened: (() => Promise<unknown>)[]): Promise<void> {
  // First opened, last closed: what everything else writes while it stops is sealed too.
  const sealing = await startSealing({ instance, opening: OPERATOR }, complain);
  opened.push(() => sealing.stop());
  const around = { keys: instance.keys };
  const watch = await openWatch(instance.urlAs(APPLICATION));
  opened.push(() => watch.close());
  const routes = [...MODULES.flatMap((m) => m.routes?.(around) ?? []), ...jobRoutes(watch)];
  const worker = await startWorker({
    instance,
    handlers: Object.assign({}, ...MODULES.map((m) => m.jobs?.(around) ?? {})),
    scopes: jobScopes,
  });
  opened.push(() => worker.stop());
  const app = await createHttp({
    config,
    pool: instance.pool,
    clock: instance.clock,
    routes,
    doorkeeper,
    logFile: join(instance.folder, 'egide.log'),
  });
  opened.push(() => app.close());
  await addPages(app, { version: VERSION, ready: async () => (await instance.pool.query('select 1')).rowCount === 1 });
  const asOperator = { actor: { kind: 'system', name: 'start' }, opening: OPERATOR } as const;
  const token = await instance.run(asOperator, offerSetup);
  const { fictional } = await instance.run(asOperator, describeSetup);
  await app.listen({ port: config.port, host: config.host });
  const address =
    config.publicUrl?.origin ??
    `${config.tls ? 'https' : 'http'}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  say(`Égide ${VERSION}${fictional ? ' — FICTIF' : ''} : ${address}\nDonnées / data: ${instance.folder}`);
  if (token) say(`Première installation / first set-up: ${address}/installation#jeton=${token}`);
}
