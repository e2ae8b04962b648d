import { expect, it } from 'vitest';
import { weigh, type Manifest } from './weigh.ts';

const manifest: Manifest = {
  'index.html': { file: 'index.js', isEntry: true, imports: ['shared'], dynamicImports: ['sign-in.tsx', 'region.tsx'] },
  shared: { file: 'shared.js' },
  'sign-in.tsx': { file: 'sign-in.js', imports: ['shared', 'form'] },
  form: { file: 'form.js' },
  'region.tsx': { file: 'region.js', imports: ['shared', 'map'], dynamicImports: ['region.tsx'] },
  map: { file: 'map.js', imports: ['map'] },
};
const bytes: Record<string, number> = {
  'index.js': 100_000,
  'shared.js': 50_000,
  'sign-in.js': 10_000,
  'form.js': 5_000,
  'region.js': 20_000,
  'map.js': 140_000,
};

it('counts each file once, and a later route without what is already there', () => {
  expect(weigh(manifest, 'sign-in.tsx', (file) => bytes[file] ?? Number.NaN)).toEqual([
    { name: 'first route', bytes: 165_000, budget: 250_000 },
    { name: 'region.tsx', bytes: 160_000, budget: 150_000 },
  ]);
});

it('refuses to weigh what is not there', () => {
  expect(() => weigh({}, 'sign-in.tsx', () => 0)).toThrow('no entry');
  expect(() => weigh({ 'index.html': { file: 'x', isEntry: true } }, 'sign-in.tsx', () => 0)).toThrow('no sign-in.tsx');
});
