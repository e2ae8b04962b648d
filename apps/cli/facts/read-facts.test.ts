import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedContent } from '@egide/content';
import { afterAll, describe, expect, it } from 'vitest';
import { messagesOf } from '../terminal.ts';
import { readFacts, readFactsFile } from './read-facts.ts';

const { vocabulary } = shippedContent();
const good = { key: 'budget.security-share', value: 5, collected: '2026-01-01', trust: 'documented' };
const faults = (...facts: unknown[]) => {
  const read = readFacts(facts, vocabulary);
  return read.ok ? [] : read.error.map(({ at, code }) => [at, code]);
};

it('reads a fact with all that is left unsaid', () => {
  expect(
    readFacts(
      [
        good,
        { ...good, key: 'directory.level.official', value: 3 },
        {
          ...good,
          organisation: '750712184',
          corrects: '/0',
          expires: null,
          unit: 'ratio',
          value: 0.05,
          source: 'lettre',
        },
      ],
      vocabulary,
    ),
  ).toEqual({
    ok: true,
    value: [
      { ...good, id: '/0', about: { kind: 'entity', id: '' }, organisation: '', recorded: 0 },
      {
        ...good,
        key: 'directory.level.official',
        value: 3,
        id: '/1',
        about: { kind: 'forest', id: '' },
        organisation: '',
        recorded: 1,
      },
      {
        ...good,
        value: 0.05,
        unit: 'ratio',
        id: '/2',
        about: { kind: 'entity', id: '750712184' },
        organisation: '750712184',
        recorded: 2,
        corrects: '/0',
        expires: null,
        source: { text: 'lettre' },
      },
    ],
  });
});

it.each<[string, unknown, [string, string][]]>([
  ['not an object', 3, [['/0', 'not-a-fact']]],
  ['no key', { ...good, key: undefined }, [['/0/key', 'not-text']]],
  ['an unknown key', { ...good, key: 'no.such' }, [['/0/key', 'unknown-key']]],
  ['a key of objects', { ...good, key: 'constructor' }, [['/0/key', 'unknown-key']]],
  ['an unknown field', { ...good, valeur: 3 }, [['/0', 'unknown-field']]],
  [
    'a prototype',
    JSON.parse(
      '{"key":"budget.security-share","value":5,"collected":"2026-01-01","trust":"documented","__proto__":{"trust":"verified"}}',
    ),
    [['/0', 'unknown-field']],
  ],
  ['a text for a number', { ...good, value: '5' }, [['/0/value', 'not-a-number']]],
  ['no value', { ...good, value: null }, [['/0/value', 'not-a-number']]],
  ['a number out of range', { ...good, value: 101 }, [['/0/value', 'out-of-range']]],
  ['a ratio out of range', { ...good, value: 1.01, unit: 'ratio' }, [['/0/value', 'out-of-range']]],
  ['half a count', { ...good, key: 'directory.points.failing', value: 0.5 }, [['/0/value', 'not-whole']]],
  ['a number for yes or no', { ...good, key: 'directory.audit.made', value: 1 }, [['/0/value', 'not-boolean']]],
  [
    'a word outside the list',
    { ...good, key: 'backup.directory.kind', value: 'shared' },
    [['/0/value', 'not-allowed']],
  ],
  ['a day that does not exist', { ...good, key: 'declaration.date', value: '2026-02-30' }, [['/0/value', 'not-a-day']]],
  ['another unit', { ...good, unit: 'days' }, [['/0/unit', 'wrong-unit']]],
  [
    'a unit where there is none',
    { ...good, key: 'directory.audit.made', value: true, unit: 'percent' },
    [['/0/unit', 'wrong-unit']],
  ],
  ['collected never', { ...good, collected: '2026-02-30' }, [['/0/collected', 'not-a-moment']]],
  ['collected without offset', { ...good, collected: '2026-02-03T10:00' }, [['/0/collected', 'not-a-moment']]],
  ['ending before it begins', { ...good, expires: '2025-12-31' }, [['/0/expires', 'ends-before-it-begins']]],
  ['ending nowhere', { ...good, expires: 'demain' }, [['/0/expires', 'not-a-moment']]],
  ['trusted by nobody', { ...good, trust: 'official' }, [['/0/trust', 'bad-trust']]],
  ['about something else', { ...good, about: { kind: 'forest', id: 'a' } }, [['/0/about/kind', 'wrong-kind']]],
  ['about nothing', { ...good, about: 'entity' }, [['/0/about', 'not-about']]],
  ['about a number', { ...good, about: { kind: 'entity', id: 3 } }, [['/0/about/id', 'not-text']]],
  [
    'several at once',
    { ...good, collected: 'x', trust: 'y' },
    [
      ['/0/collected', 'not-a-moment'],
      ['/0/trust', 'bad-trust'],
    ],
  ],
])('refuses %s', (...[, fact, expected]) => expect(faults(fact)).toEqual(expected));

it('refuses an identifier given twice, and a correction of nothing', () => {
  expect(faults({ ...good, id: 'a' }, { ...good, id: 'a', corrects: 'b' })).toEqual([
    ['/1/id', 'id-twice'],
    ['/1/corrects', 'corrects-nothing'],
  ]);
});

it('accepts that nobody knows, and a fact of tomorrow', () =>
  expect(faults({ ...good, value: 'unknown' }, { ...good, collected: '2999-01-01' })).toEqual([]));

describe('a file', () => {
  const root = mkdtempSync(join(tmpdir(), 'facts-'));
  afterAll(() => rmSync(root, { recursive: true }));
  it.each([
    ['{', 'not-json'],
    ['{}', 'not-a-list'],
    ['null', 'not-a-list'],
    [Buffer.from([0x5b, 0xe9, 0x5d]), 'not-utf8'],
    ['PK\u0003\u0004', 'not-json'],
    ['', 'not-json'],
  ])('%j is %s', (text, code) => {
    writeFileSync(join(root, 'f.json'), text);
    const read = readFactsFile(join(root, 'f.json'), vocabulary);
    expect(read.ok ? [] : read.error.map((fault) => fault.code)).toEqual([code]);
  });
  it('that is not there says so', () => {
    const read = readFactsFile(join(root, 'none.json'), vocabulary);
    expect(read.ok ? [] : read.error.map((fault) => fault.code)).toEqual(['no-file']);
  });
});

it('every refusal has its words in both languages', () => {
  const codes = [
    'not-a-fact',
    'not-text',
    'unknown-key',
    'unknown-field',
    'not-a-number',
    'out-of-range',
    'not-whole',
    'not-boolean',
    'not-allowed',
    'not-a-day',
    'wrong-unit',
    'not-a-moment',
    'ends-before-it-begins',
    'bad-trust',
    'wrong-kind',
    'not-about',
    'id-twice',
    'corrects-nothing',
    'not-json',
    'not-a-list',
    'not-utf8',
    'no-file',
    'file-too-large',
    'no-such-folder',
    'not-a-folder',
    'unreadable',
    'too-large',
    'too-many',
  ];
  for (const locale of ['fr', 'en'] as const)
    expect(codes.filter((code) => messagesOf('rules', locale)(code) === code)).toEqual([]);
});
