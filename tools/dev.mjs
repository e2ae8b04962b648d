// npm run dev: the server restarts and the web app reloads on save. Other options go to the server: npm run dev -- --data ./somewhere --demo
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const options = process.argv.slice(2);
const at = options.indexOf('--port');
const port = at < 0 ? '4000' : options[at + 1];
const env = { ...process.env, EGIDE_API: `http://127.0.0.1:${port}`, EGIDE_PAGES: 'elsewhere' };
const run = (args, cwd = root) => spawn(process.execPath, args, { cwd, env, stdio: 'inherit' });

const children = [
  run(['--watch-path=apps/server/src', '--watch-path=packages', 'apps/server/start.mjs', ...options]),
  run([join(root, 'node_modules/vite/bin/vite.js')], join(root, 'apps/web')),
];
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const child of children)
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stop();
  });
