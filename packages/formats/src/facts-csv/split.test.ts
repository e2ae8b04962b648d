import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { split } from './split.ts';

const cells = (text: string, separator = ';') => split(text, separator).lines.map((l) => l.cells);

it('gives back what was written, whatever the cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r\n', ' ', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(';', ',', '\t'),
      (rows, separator) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(separator)).join('\r\n');
        const read = split(text, separator);
        expect({ rows: read.lines.map((l) => l.cells), broken: read.broken, open: read.open }).toEqual({
          rows,
          broken: [],
          open: null,
        });
      },
    ),
  );
});

it.each([
  [
    'a;b\nc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a;b\r\nc;d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a;b\rc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a;\n;b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a;', [['a', '']]],
  ['\n\na\n\n', [['a']]],
  ['""', []],
  ['', []],
])('%j', (text, rows) => expect(cells(text)).toEqual(rows));

it('counts every line of text', () => {
  expect(split('a;"x\ny"\r\n\nb;c\n1;CH "X" Y\n2;"CH ""X"" Y"\n3;"a"b\n4;ok', ';')).toEqual({
    lines: [
      { cells: ['a', 'x\ny'], line: 1 },
      { cells: ['b', 'c'], line: 4 },
      { cells: ['1', 'CH "X" Y'], line: 5 },
      { cells: ['2', 'CH "X" Y'], line: 6 },
      { cells: ['4', 'ok'], line: 8 },
    ],
    broken: [7],
    open: null,
  });
});

it('stops where a quote never closes', () => {
  expect(split('a;b\n"c;d\ne;f', ';')).toEqual({ lines: [{ cells: ['a', 'b'], line: 1 }], broken: [], open: 2 });
  expect(split(`"${'x'.repeat(70_000)}";b`, ';').open).toBe(1);
});

/** csv-spectrum, beside the checkout: the reference cases of the trade with the records that they stand for. */
const SPECTRUM = fileURLToPath(new URL('../../../../../shared/data/hostile/csv/csv-spectrum/', import.meta.url));
const here = existsSync(SPECTRUM);
/** The set gives another telephone number in the records than in the table. */
const MISPRINT = ['1234567890', '2095257564'] as const;
describe.runIf(here)('csv-spectrum', () => {
  it.each(here ? readdirSync(`${SPECTRUM}csvs`) : [])('%s', (name) => {
    const [head = [], ...rows] = cells(readFileSync(`${SPECTRUM}csvs/${name}`, 'utf8'), ',');
    const records = rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i]])));
    const expected: unknown = JSON.parse(
      readFileSync(`${SPECTRUM}json/${name.replace('.csv', '.json')}`, 'utf8').replace(...MISPRINT),
    );
    expect(records).toEqual([expected].flat());
  });
});
it.runIf(!here)('csv-spectrum is not beside this checkout: its cases are not checked here', () =>
  expect(here).toBe(false),
);
