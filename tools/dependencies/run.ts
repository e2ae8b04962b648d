import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { externals, judgeDependencies, type Manifest } from './judge.ts';

const root = resolve(import.meta.dirname, '../..');
// Safe: our own files, read for the names of packages.
const read = (folder: string): Manifest & { workspaces?: string[] } =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest & { workspaces?: string[] };

const top = read('.');
const manifests = [top, ...(top.workspaces ?? []).map(read)];
const faults = judgeDependencies(manifests, readFileSync(join(root, 'docs/dependencies.md'), 'utf8'));
for (const fault of faults) console.log(fault);
console.log(
  `${externals(manifests, ['@egide/server', '@egide/cli']).length} direct dependencies of server and command line, ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
