import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseTexts } from './parsed.ts';

const root = mkdtempSync(join(tmpdir(), 'parsed-'));
afterAll(() => rmSync(root, { recursive: true }));

const texts = [
  { file: 'a.yaml', text: 'x:\n  - y: 1\n' },
  { file: 'b.yaml', text: 'z: "2"\n' },
];
const told = (folder: string, of = texts) =>
  parseTexts(of, folder).map(({ file, data, faults, at }) => [file, data, faults.length, at(['x', 0])]);
const expected = [
  ['a.yaml', { x: [{ y: 1 }] }, 0, 2],
  ['b.yaml', { z: '2' }, 0, 1],
];

it('gives the same, parsed or kept, lines too', () => {
  const folder = `${root}/same/`;
  expect([told(folder), readdirSync(folder).length, told(folder)]).toEqual([expected, 1, expected]);
});

it('parses again what was cut short', () => {
  const folder = `${root}/cut/`;
  told(folder);
  for (const name of readdirSync(folder)) writeFileSync(folder + name, '[{"x":');
  expect(told(folder)).toEqual(expected);
});

it('keeps nothing of what is wrong, and lives without a place to keep', () => {
  const folder = `${root}/wrong/`;
  expect(told(folder, [{ file: 'a.yaml', text: 'x: [' }])).toEqual([['a.yaml', null, 1, 1]]);
  writeFileSync(`${root}/file`, '');
  expect([told(`${root}/file/`), readdirSync(root)]).toEqual([expected, expect.not.arrayContaining(['wrong'])]);
});
