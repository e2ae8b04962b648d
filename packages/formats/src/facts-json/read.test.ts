import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { factsJson } from './index.ts';

const good = {
  key: 'users.mfa-share',
  value: 80,
  unit: 'percent',
  collected: '2026-02-01',
  trust: 'declared',
  organisation: '990000010',
};
const bare = {
  loose: false,
  unit: null,
  about: null,
  expires: undefined,
  trust: null,
  corrects: null,
  source: {},
  facility: null,
};

it('reads its sample', async () => {
  const facility = (at: string) => ({ entities: ['990000010'], sites: [], at });
  expect(await everything(factsJson, readFileSync(new URL('samples/facts.json', import.meta.url)), 10)).toEqual({
    fault: null,
    summary: { records: 3 },
    notices: [],
    records: [
      {
        ...bare,
        at: '/0',
        facility: facility('/0/organisation'),
        key: 'backup.directory.kind',
        value: 'dedicated-ad',
        collected: '2026-02-01',
        trust: 'documented',
        source: { text: 'Dossier d’architecture v3' },
      },
      {
        ...bare,
        at: '/1',
        facility: facility('/1/organisation'),
        key: 'backup.directory.level.official',
        value: 3,
        unit: 'level',
        about: { kind: 'forest', id: 'sauvegarde.example' },
        collected: '2026-02-10',
        expires: '2027-02-10',
        trust: 'documented',
        source: { document: 'Rapport ADS', page: 4 },
      },
      {
        ...bare,
        at: '/2',
        key: 'users.mfa-share',
        value: 82.5,
        unit: 'percent',
        collected: '2026-01-15T08:30:00.000Z',
        expires: '2026-12-31',
        trust: 'declared',
      },
    ],
  });
});

describe('refuses a fact at the place, and keeps the others', () => {
  it.each<[string, unknown, object[]]>([
    ['no object', 'x', [{ at: '/1', code: 'wrong-type', params: { value: '"x"', expected: 'object' } }]],
    [
      'an unknown field',
      { ...good, valeur: 3 },
      [{ at: '/1/valeur', code: 'field-unknown', params: { field: 'valeur' } }],
    ],
    ['no key', { ...good, key: undefined }, [{ at: '/1', code: 'field-missing', params: { field: 'key' } }]],
    [
      'a list as value',
      { ...good, value: [1] },
      [{ at: '/1/value', code: 'value-form', params: { value: '[1]', expected: 'invalid_union' } }],
    ],
    [
      'nothing as value',
      { ...good, value: null },
      [{ at: '/1/value', code: 'value-form', params: { value: 'null', expected: 'invalid_union' } }],
    ],
    [
      'an unknown kind of subject',
      { ...good, about: { kind: 'server', id: 'x' } },
      [{ at: '/1/about/kind', code: 'about-kind', params: { value: '"server"', expected: 'invalid_value' } }],
    ],
    [
      'a subject without id',
      { ...good, about: { kind: 'forest' } },
      [{ at: '/1/about', code: 'field-missing', params: { field: 'id' } }],
    ],
    [
      'an unknown trust',
      { ...good, trust: 'sure' },
      [{ at: '/1/trust', code: 'trust-unknown', params: { value: '"sure"', expected: 'invalid_value' } }],
    ],
    [
      'a number as organisation',
      { ...good, organisation: 990000010 },
      [{ at: '/1/organisation', code: 'wrong-type', params: { value: '990000010', expected: 'string' } }],
    ],
    [
      'a FINESS number without its zero',
      { ...good, organisation: '10000024' },
      [{ at: '/1/organisation', code: 'finess-lost-zero', params: { value: '10000024', meant: '010000024' } }],
    ],
    [
      'two wrong dates',
      { ...good, collected: '01/02/2026', expires: 'x' },
      [
        { at: '/1/collected', code: 'spreadsheet-date', params: { value: '01/02/2026', meant: '2026-02-01' } },
        { at: '/1/expires', code: 'date-form', params: { value: 'x' } },
      ],
    ],
    [
      'a mark of the ledger',
      { ...good, source: { kept: true } },
      [{ at: '/1/source/kept', code: 'source-reserved', params: { field: 'kept' } }],
    ],
    [
      'a nested source',
      { ...good, source: { a: { b: 1 } } },
      [{ at: '/1/source', code: 'source-form', params: { value: '{"a":{"b":1}}', expected: 'invalid_union' } }],
    ],
    [
      'an empty key',
      { ...good, key: '' },
      [{ at: '/1/key', code: 'text-empty', params: { value: '""', expected: 'too_small' } }],
    ],
    [
      'a long text',
      { ...good, unit: 'x'.repeat(41) },
      [{ at: '/1/unit', code: 'text-too-long', params: { value: `"${'x'.repeat(41)}"`, expected: 'too_big' } }],
    ],
  ])('%s', async (_, fact, notices) => {
    const result = await everything(factsJson, JSON.stringify([good, fact, good]));
    expect({ read: result.records.map((r) => r.at), notices: result.notices, fault: result.fault }).toEqual({
      read: ['/0', '/2'],
      notices: notices.map((n) => ({ level: 'rejected', ...n })),
      fault: null,
    });
  });
});

it.each([
  ['{"key":"a"}', 'facts-not-array', {}],
  ['[1,]', 'json-syntax', { at: '1:4' }],
  ['[{"key":"a","key":"a"}]', 'json-duplicate-key', { at: '/0/key', name: 'key' }],
  ['[{"__proto__":{"admin":true}}]', 'json-prototype-key', { at: '/0/__proto__', name: '__proto__' }],
  ['[{"key":"\\u0000"}]', 'text-nul', { at: '/0/key' }],
  ['[{"key":"\\ud800"}]', 'text-surrogate', { at: '/0/key' }],
  ['[[[[[[[[[1]]]]]]]]]', 'json-depth', { at: '/0/0/0/0/0/0/0/0', limit: 8 }],
  [`[${'1,'.repeat(50_000)}1]`, 'facts-too-many', { limit: 50_000 }],
])('refuses the whole file %#', async (content, code, params) =>
  expect((await everything(factsJson, content)).fault).toEqual({ code, params }),
);

it('takes an empty list and a byte order mark', async () => {
  expect(await everything(factsJson, '\ufeff[]')).toEqual({
    records: [],
    notices: [{ level: 'warning', at: '1', code: 'encoding-bom', params: {} }],
    fault: null,
    summary: { records: 0 },
  });
});
