import { describe, expect, it } from 'vitest';
import { explained, externals, judgeDependencies, type Manifest } from './judge.ts';

const server: Manifest = {
  name: '@egide/server',
  dependencies: { '@egide/content': '0.1.0', fastify: '5.12.8' },
  optionalDependencies: { 'pg-linux': '1.0.0-beta.1' },
};
const cli: Manifest = { name: '@egide/cli', dependencies: { '@egide/server': '0.1.0', '@egide/content': '0.1.0' } };
const content: Manifest = {
  name: '@egide/content',
  dependencies: { yaml: '2.9.1' },
  devDependencies: { tool: 'npm:other@1.0.0' },
};
const web: Manifest = { name: '@egide/web', dependencies: { react: '19.3.1' } };
const all = [server, cli, content, web];
const page = [
  '| Package | For |',
  '|---|---|',
  '| `fastify` | http |',
  '| `yaml` | data |',
  '| `react` | screens |',
  '| `tool`, `pg-linux` | two of a kind |',
  'Words with `code` | in them.',
].join('\n');

it('reads the names of the page from the first cells', () => {
  expect(explained(page)).toEqual(['fastify', 'yaml', 'react', 'tool', 'pg-linux']);
});

it('counts what server and command line bring, through our own packages', () => {
  expect(externals(all, ['@egide/server', '@egide/cli'])).toEqual(['fastify', 'pg-linux', 'yaml']);
});

it('is content when each package has its line', () => {
  expect(judgeDependencies(all, page)).toEqual([]);
});

describe('finds', () => {
  const many = Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`p${n}`, '1.0.0']));
  it.each([
    ['a package without its line', all, page.replace('| `yaml` | data |\n', ''), ['not explained: yaml']],
    ['a line without its package', [server, cli, content], page, ['explained, but used by nobody: react']],
    ['a package explained twice', all, `${page}\n| \`yaml\` | again |`, ['explained twice: yaml']],
    [
      'a version that floats',
      [...all, { name: 'egide', dependencies: { yaml: '^2.9.1' } }],
      page,
      ['egide: yaml is not pinned: ^2.9.1'],
    ],
    [
      'too many of them',
      [{ name: '@egide/server', dependencies: many }],
      Object.keys(many)
        .map((name) => `| \`${name}\` | x |`)
        .join('\n'),
      ['server and command line have 26 direct dependencies, more than 25'],
    ],
  ])('%s', (_, manifests, text, faults) => {
    expect(judgeDependencies(manifests, text)).toEqual(faults);
  });
});
