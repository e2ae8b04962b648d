import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ladder, modules, outOfReach } from './ladder.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

it('is the one that the architecture page shows', () => {
  const shown = [...page.matchAll(/^\| (\d) \| ([a-z, ]+) \|$/gm)]
    .map(([, step, names]) => [Number(step), names?.split(', ')])
    .toReversed();
  expect(shown).toEqual(ladder.map((names, at) => [at + 1, [...names]]));
});

it('holds every module that exists', () => {
  const folder = join(root, 'apps/server/src/modules');
  const made = existsSync(folder) ? readdirSync(folder) : [];
  expect(made.filter((name) => !modules.includes(name))).toEqual([]);
});

it('lets nobody call a neighbour or anything above', () => {
  expect(outOfReach('assessments')).toEqual([
    'audits',
    'continuity',
    'programmes',
    'exercises',
    'incidents',
    'observatory',
    'today',
  ]);
  expect(outOfReach('today')).toEqual(['observatory']);
});
