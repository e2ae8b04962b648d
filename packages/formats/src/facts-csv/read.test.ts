import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { factsCsv } from './index.ts';

const HEAD = 'key;value;unit;about.kind;about.id;collected;expires;trust;organisation;source';
const GOOD = 'users.mfa-share;80;percent;;;2026-02-01;;declared;990000010;';
const bare = {
  loose: true,
  unit: null,
  about: null,
  expires: undefined,
  trust: null,
  corrects: null,
  source: {},
  facility: null,
};

async function said(content: string | Uint8Array): Promise<string[]> {
  const { records, notices, fault } = await everything(factsCsv, content);
  return [
    ...(fault === null ? [] : [`${fault.code} ${JSON.stringify(fault.params)}`]),
    ...notices.map((n) => `${n.level} ${n.at} ${n.code} ${JSON.stringify(n.params)}`),
    ...records.map((r) => `read ${r.at}`),
  ];
}

it('reads its sample', async () => {
  const facility = (at: string) => ({ entities: ['990000010'], sites: [], at });
  expect(await everything(factsCsv, readFileSync(new URL('samples/facts.csv', import.meta.url)), 10)).toEqual({
    fault: null,
    summary: { records: 3 },
    notices: [],
    records: [
      {
        ...bare,
        at: '2',
        facility: facility('2'),
        key: 'backup.directory.kind',
        value: 'dedicated-ad',
        collected: '2026-02-01',
        trust: 'documented',
        source: { text: 'Dossier d’architecture v3' },
      },
      {
        ...bare,
        at: '3',
        facility: facility('3'),
        key: 'backup.directory.level.official',
        value: '3',
        unit: 'level',
        about: { kind: 'forest', id: 'sauvegarde.example' },
        collected: '2026-02-10',
        expires: '2027-02-10',
        trust: 'documented',
        source: { text: 'Rapport ADS' },
      },
      {
        ...bare,
        at: '4',
        facility: facility('4'),
        key: 'users.mfa-share',
        value: '82,5',
        unit: 'percent',
        collected: '2026-01-15T08:30:00.000Z',
        trust: 'declared',
      },
    ],
  });
});

describe('takes tables as spreadsheets write them', () => {
  const one = { ...bare, at: '2', key: 'a', value: 'é', collected: '2026-02-01' };
  it.each<[string, string | Uint8Array, object[], string[]]>([
    ['semicolons', 'key;value;collected\r\na;é;2026-02-01\r\n', [one], []],
    ['commas', 'key,value,collected\na,é,2026-02-01', [one], []],
    ['tabs', 'key\tvalue\tcollected\na\té\t2026-02-01', [one], []],
    [
      'quotes, capitals, spaces and another order',
      '"Collected" ; "VALUE";key\n2026-02-01; "é" ;a'.replace(' ; ', ';').replace(' "é" ', '"é"'),
      [one],
      [],
    ],
    ['an announced separator', 'sep=,\nkey,value,collected\na,é,2026-02-01', [{ ...one, at: '3' }], []],
    ['a byte order mark', '\ufeffkey;value;collected\na;é;2026-02-01', [one], []],
    [
      'Windows-1252',
      Buffer.from('key;value;collected\na;é;2026-02-01', 'latin1'),
      [one],
      ['1 encoding-was-windows-1252'],
    ],
    [
      'one line of another encoding',
      Buffer.concat([Buffer.from('key;value;collected\na;é;2026-02-01\n'), Buffer.from('a;é;2026-02-01', 'latin1')]),
      [one, { ...one, at: '3' }],
      ['3 line-encoding'],
    ],
    ['empty lines', 'key;value;collected\n\n\na;é;2026-02-01\n\n', [{ ...one, at: '4' }], []],
    [
      'cells on several lines',
      'key;value;collected;source\na;é;2026-02-01;"x\ny"\na;é;2026-02-01;',
      [
        { ...one, source: { text: 'x\ny' } },
        { ...one, at: '4' },
      ],
      [],
    ],
    ['columns that it does not know', 'key;value;collected;note\na;é;2026-02-01;x', [one], ['1 csv-column-ignored']],
    ['facts that never expire', 'key;value;collected;expires\na;é;2026-02-01;jamais', [{ ...one, expires: null }], []],
  ])('%s', async (_, content, records, warnings) => {
    const result = await everything(factsCsv, content);
    expect({
      fault: result.fault,
      records: result.records,
      warnings: result.notices.map((n) => `${n.at} ${n.code}`),
    }).toEqual({ fault: null, records, warnings });
  });
});

describe('refuses a line, with its column and its cause', () => {
  it.each([
    [
      'users.mfa-share;80;percent;;;01/02/2026;;;990000010;',
      'spreadsheet-date',
      { column: 'collected', value: '01/02/2026', meant: '2026-02-01' },
    ],
    [
      'users.mfa-share;80;percent;;;46054;;;990000010;',
      'spreadsheet-serial-date',
      { column: 'collected', value: '46054', meant: '2026-02-01' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-30;;;990000010;',
      'date-not-real',
      { column: 'collected', value: '2026-02-30' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-01T10:00;;;990000010;',
      'date-without-offset',
      { column: 'collected', value: '2026-02-01T10:00' },
    ],
    ['users.mfa-share;80;percent;;;hier;;;990000010;', 'date-form', { column: 'collected', value: 'hier' }],
    [
      'users.mfa-share;80;percent;;;2026-02-01;31.12.2026;;990000010;',
      'spreadsheet-date',
      { column: 'expires', value: '31.12.2026', meant: '2026-12-31' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-01;;;10000024;',
      'finess-lost-zero',
      { column: 'organisation', value: '10000024', meant: '010000024' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-01;;;9,9E+08;',
      'spreadsheet-number',
      { column: 'organisation', value: '9,9E+08' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-01;;;990000011;',
      'finess-check',
      { column: 'organisation', value: '990000011' },
    ],
    ['users.mfa-share;80;percent;;;2026-02-01;;;99;', 'finess-length', { column: 'organisation', value: '99' }],
    ['users.mfa-share;80;percent;;;2026-02-01;;sûr;990000010;', 'trust-unknown', { column: 'trust', value: 'sûr' }],
    [
      'users.mfa-share;=1+1;percent;;;2026-02-01;;;990000010;',
      'spreadsheet-formula',
      { column: 'value', value: '=1+1' },
    ],
    [
      'users.mfa-share;#REF!;percent;;;2026-02-01;;;990000010;',
      'spreadsheet-error',
      { column: 'value', value: '#REF!' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-01;;;990000010;@SUM(A1)',
      'spreadsheet-formula',
      { column: 'source', value: '@SUM(A1)' },
    ],
    [
      'users.mfa-share;80;percent;;;2026-02-01;;;990000010;-1+cmd',
      'spreadsheet-formula',
      { column: 'source', value: '-1+cmd' },
    ],
    ['users.mfa-share;;percent;;;2026-02-01;;;990000010;', 'cell-empty', { column: 'value' }],
    ['users.mfa-share;80;percent;forest;;2026-02-01;;;990000010;', 'cell-empty', { column: 'about.id' }],
    ['users.mfa-share;80;percent;;;2026-02-01;;;990000010;\u0007', 'text-control', { column: 'source' }],
    ['users.mfa-share;80', 'csv-cells', { found: 2, expected: 10 }],
    ['users.mfa-share;"8"0;percent;;;2026-02-01;;;990000010;', 'csv-quote', {}],
  ])('%j', async (line, code, params) => {
    const { records, notices } = await everything(factsCsv, `${HEAD}\n${GOOD}\n${line}\n${GOOD}\n`);
    expect({ read: records.map((r) => r.at), notices }).toEqual({
      read: ['2', '4'],
      notices: [{ level: 'rejected', at: '3', code, params }],
    });
  });
  it('negative numbers are numbers', async () =>
    expect(await said('key;value;collected\na;-3,5;2026-02-01')).toEqual(['read 2']));
  it('every fault of a line', async () =>
    expect(await said(`${HEAD}\nusers.mfa-share;=1;percent;;;01/02/2026;;;99;`)).toEqual([
      'rejected 2 spreadsheet-formula {"column":"value","value":"=1"}',
      'rejected 2 spreadsheet-date {"column":"collected","value":"01/02/2026","meant":"2026-02-01"}',
      'rejected 2 finess-length {"column":"organisation","value":"99"}',
    ]));
});

describe('refuses whole files', () => {
  it.each([
    ['a;b\n1;2', 'csv-columns {"missing":"key, value, collected"}'],
    ['key;value;collected;key\n', 'csv-column-twice {"column":"key"}'],
    [`${HEAD}\n${GOOD}\nusers.mfa-share;"80;percent\n${GOOD}\n`, 'csv-quote-open {"at":"3"}'],
    [`key;value;collected\n${'a;1;2026-02-01\n'.repeat(50_001)}`, 'facts-too-many {"limit":50000}'],
  ])('%#', async (content, fault) => expect((await said(content))[0]).toBe(fault));
  it('in UTF-16, marked or not', async () => {
    expect(await said(Buffer.from('\ufeffkey;value;collected\n', 'utf16le'))).toEqual([
      'file-encoding {"found":"UTF-16"}',
    ]);
    expect(await said(Buffer.concat([Buffer.alloc(600, 'k'), Buffer.from('key;value\n', 'utf16le')]))).toEqual([
      'file-encoding {"found":"NUL"}',
    ]);
  });
});

it('is recognised by its heading', () => {
  const detects = (text: string): boolean => factsCsv.detects({ name: 'x', head: Buffer.from(text) });
  expect(
    [`${HEAD}\n`, 'sep=,\nkey,value,collected', '"collected"\tkey\tvalue', 'key;value', '{"events":1}', ''].map(
      detects,
    ),
  ).toEqual([true, true, true, false, false, false]);
});
