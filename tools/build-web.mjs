// Builds the web app: messages compiled, then the static files of apps/web/dist.
//   node tools/build-web.mjs                builds
//   node tools/build-web.mjs --if-stale     builds only what is older than its sources (what `npm start` does)
//   node tools/build-web.mjs --if-builder   the same, but says so and leaves when the builder is not installed (`npm ci --omit=dev`)
//   node tools/build-web.mjs --messages     compiles the messages only: what `tsc -b` and the tests need
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const compiled = join(web, 'src/paraglide');
const MESSAGES = ['packages/content/messages', 'apps/web/project.inlang/settings.json'];
const SOURCES = [
  ...MESSAGES,
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'packages/contract/src',
  'packages/kernel/src',
  'tools/build-web.mjs',
  'package-lock.json',
];
/** Newest change below a path, in milliseconds; generated messages do not count as a source. */
function newest(path) {
  if (!existsSync(path) || path === compiled) return 0;
  const at = statSync(path);
  return at.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : at.mtimeMs;
}
const newestOf = (paths) => Math.max(...paths.map((path) => newest(join(root, path))));
const madeAt = (stamp) => (existsSync(stamp) ? statSync(stamp).mtimeMs : 0);

/** Vite and the message compiler are development dependencies. */
export function hasBuilder() {
  try {
    return Boolean(import.meta.resolve('vite') && import.meta.resolve('@inlang/paraglide-js'));
  } catch {
    return false;
  }
}
export const webIsBuilt = () => existsSync(join(dist, 'index.html'));
export const webIsStale = () => !webIsBuilt() || madeAt(join(dist, '.built')) < newestOf(SOURCES);
const messagesAreStale = () => madeAt(join(compiled, '.built')) < newestOf(MESSAGES);

export async function compileMessages() {
  const { compile } = await import('@inlang/paraglide-js');
  const { messageOptions } = await import('../apps/web/messages.options.mjs');
  await compile(messageOptions);
  writeFileSync(join(compiled, '.built'), '');
}

export async function buildWeb() {
  if (messagesAreStale()) await compileMessages();
  const { build } = await import('vite');
  // Whatever the caller's environment says (a test run, a developer's shell): these pages are for people.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
  writeFileSync(join(dist, '.built'), '');
}

/** For `npm start`: builds what is older than its sources; without the builder, what is there is served as it is. */
export async function buildIfStale() {
  if (!webIsStale()) return 'fresh';
  if (!hasBuilder()) return webIsBuilt() ? 'as-is' : 'missing';
  await buildWeb();
  return 'built';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wants = (flag) => process.argv.includes(flag);
  if (wants('--if-builder') && !hasBuilder())
    process.stdout.write('web app not built: vite is not installed here (development dependencies left out)\n');
  else if (wants('--messages')) await compileMessages();
  else if (wants('--if-stale') || wants('--if-builder')) process.stdout.write(`web app: ${await buildIfStale()}\n`);
  else await buildWeb();
}
