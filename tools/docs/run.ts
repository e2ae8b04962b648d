import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pages } from './pages.ts';

// npm run docs writes the generated pages; with --check it only says which ones are not current.
const checking = process.argv.includes('--check');
const root = resolve(import.meta.dirname, '../..');

const stale = Object.entries(pages).filter(([path, make]) => {
  const text = make(root);
  const current = existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text;
  if (!current && !checking) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return !current;
});
for (const [path] of stale)
  console.log(checking ? `not current: ${path} (npm run docs writes it)` : `written: ${path}`);
console.log(`${Object.keys(pages).length} generated pages, ${stale.length} ${checking ? 'not current' : 'written'}`);
process.exitCode = checking && stale.length > 0 ? 1 : 0;
