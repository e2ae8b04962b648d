// Builds the web app: messages compiled, then the static files of apps/web/dist.
//   node tools/build-web.mjs                builds
//   node tools/build-web.mjs --if-stale     builds only what is older than its sources (what `npm start` does)
//   node tools/build-web.mjs --if-builder   the same, but says so and leaves when the builder is not installed (`npm ci --omit=dev`)
//   node tools/build-web.mjs --messages     compiles the messages only: what `tsc -b` and the tests need
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const compiled = join(web, 'src/paraglide');
const MESSAGES = ['packages/content/messages', 'apps/web/project.inlang/settings.json'];
const SOURCES = [...MESSAGES, 'apps/web/src', 'apps/web/public', 'apps/web/index.html', 'apps/web/vite.config.ts', 'packages/contract/src', 'packages/kernel/src', 'tools/build-web.mjs', 'package-lock.json'];
/** Whoever arrives without a session sees this one. */
const FIRST_PAGE = 'src/features/access/sign-in.tsx';
/** kB of compressed JavaScript that the first page may load (design.md, section 7). */
const FIRST_ROUTE_BUDGET = 250;

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

/** What the browser loads before anything is clicked: the entry, the sign-in page, and what they import statically. */
function firstRoute() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const seen = new Set();
  const walk = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) walk(next);
  };
  walk('index.html');
  walk(FIRST_PAGE);
  const weigh = (file) => gzipSync(readFileSync(join(dist, file))).length / 1000;
  return [...seen].reduce((sum, key) => sum + weigh(manifest[key].file), 0);
}

export async function buildWeb() {
  if (messagesAreStale()) await compileMessages();
  const { build } = await import('vite');
  await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'warn' });
  const kilobytes = firstRoute();
  process.stdout.write(`web app built: ${kilobytes.toFixed(1)} kB of compressed JavaScript on the first route (budget ${FIRST_ROUTE_BUDGET} kB)\n`);
  if (kilobytes > FIRST_ROUTE_BUDGET) throw new Error('the first route is over its budget: load screens lazily');
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
  if (wants('--if-builder') && !hasBuilder()) process.stdout.write('web app not built: vite is not installed here (development dependencies left out)\n');
  else if (wants('--messages')) await compileMessages();
  else if (wants('--if-stale') || wants('--if-builder')) process.stdout.write(`web app: ${await buildIfStale()}\n`);
  else await buildWeb();
}
