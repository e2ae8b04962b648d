import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { allowed, orphan, ringEnd, seeds, standing } from '../seeded/imports.ts';

/** The ways an import can be written; a rule that misses one of them is a hole. */
export const manners = {
  'by value': (to: string, n: number) =>
    `import { thing as thing${n} } from '${to}';\nexport const used${n} = thing${n};`,
  'by type': (to: string, n: number) =>
    `import type { Thing as Thing${n} } from '${to}';\nexport type Used${n} = Thing${n};`,
  dynamic: (to: string, n: number) => `export const later${n} = (): Promise<unknown> => import('${to}');`,
  're-export': (to: string, n: number) => `export * as again${n} from '${to}';`,
  'inline type': (to: string, n: number) => `export type Inline${n} = import('${to}').Thing;`,
} as const;
export type Manner = keyof typeof manners;

/** Each library with its entry, in the folder where the real one has it: an exclusion once took away all that is entered in `dist`. */
const LIBRARIES = {
  kysely: 'dist/index.js',
  pg: 'esm/index.js',
  'graphile-worker': 'dist/index.js',
  fastify: 'fastify.js',
  '@fastify/cookie': 'plugin.js',
  zod: 'index.js',
  yaml: 'dist/index.js',
  undeclared: 'index.js',
  'undeclared-built': 'dist/index.js',
};
const WORKSPACES = [
  'apps/server',
  'apps/web',
  'apps/cli',
  'packages/kernel',
  'packages/engines',
  'packages/formats',
  'packages/content',
  'packages/contract',
];
const NOTHING = 'export const thing = 1;\nexport type Thing = number;\n';

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Writes a small checkout of the real shape, with our real package.json files, that holds every seed in one manner. */
export function plant(checkout: string, manner: Manner): string {
  const root = mkdtempSync(join(tmpdir(), 'egide-walls-'));
  put(root, 'package.json', JSON.stringify({ name: 'seeded', private: true, type: 'module', workspaces: WORKSPACES }));
  for (const workspace of WORKSPACES) {
    mkdirSync(join(root, workspace), { recursive: true });
    cpSync(join(checkout, workspace, 'package.json'), join(root, workspace, 'package.json'));
  }
  for (const [name, entry] of Object.entries(LIBRARIES)) {
    put(
      root,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module', exports: `./${entry}` }),
    );
    put(root, `node_modules/${name}/${entry}`, 'export const thing = 1;\n');
  }
  for (const path of [...standing, orphan]) put(root, path, NOTHING);
  for (const [path, imports] of importsByFile())
    put(root, path, NOTHING + imports.map((to, n) => manners[manner](to, n)).join('\n'));
  linkWorkspaces(root);
  return root;
}

function importsByFile(): Map<string, string[]> {
  const byFile = new Map<string, string[]>();
  for (const { from, to } of seeds) byFile.set(from, [...(byFile.get(from) ?? []), to]);
  for (const [from, to] of [...allowed, ringEnd]) byFile.set(from, [...(byFile.get(from) ?? []), to]);
  return byFile;
}

function linkWorkspaces(root: string): void {
  mkdirSync(join(root, 'node_modules/@egide'), { recursive: true });
  for (const workspace of WORKSPACES)
    symlinkSync(join(root, workspace), join(root, 'node_modules/@egide', workspace.split('/')[1] ?? ''), 'junction');
}
