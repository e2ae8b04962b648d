import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Unreadable } from '../unpack.ts';
import { LIMITS } from './schema.ts';
import { parsePart, Splitter } from './split.ts';

type Parts = { key: string; index: number | null; value: unknown }[];

function split(json: string | Buffer, size = 7): Parts | string {
  const parts: Parts = [];
  const splitter = new Splitter(
    { arrays: ['a'], values: ['v'] },
    (part) => void parts.push({ key: part.key, index: part.index, value: parsePart(part.json) }),
  );
  const bytes = Buffer.from(json);
  try {
    for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
    splitter.end();
    return parts;
  } catch (cause) {
    if (cause instanceof Unreadable) return cause.fault.code;
    throw cause;
  }
}

it('emits the elements asked for, one by one, and passes over the rest', () => {
  expect(split('{"v":"x,]}","skip":[{"a":[1]},"]"],"a":[{"q":"\\"}"},{}] , "n":-1.5e3,"t":true}')).toEqual([
    { key: 'v', index: null, value: 'x,]}' },
    { key: 'a', index: 0, value: { q: '"}' } },
    { key: 'a', index: 1, value: {} },
  ]);
});

it('gives what JSON.parse gives, wherever the bytes are cut', () => {
  const file = fc.record({
    v: fc.jsonValue(),
    other: fc.jsonValue(),
    a: fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))),
  });
  fc.assert(
    fc.property(file, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 2), (value, size, indent) => {
      // Compared with the value as JSON keeps it: -0 becomes 0.
      const kept = JSON.parse(JSON.stringify(value)) as typeof value;
      expect(split(JSON.stringify(value, null, indent), size)).toEqual([
        { key: 'v', index: null, value: kept.v },
        ...kept.a.map((element, index) => ({ key: 'a', index, value: element })),
      ]);
    }),
  );
});

it('says of every beginning of a file that it is cut short', () => {
  const json = '{"v":"1","a":[{"x":[1,{"y":"é"}]},{}],"z":{"k":null}}';
  const bytes = Buffer.from(json);
  for (let n = 1; n < bytes.length; n++) expect([n, split(bytes.subarray(0, n))]).toEqual([n, 'file-truncated']);
});

it.each([
  ['', 'file-blank'],
  ['   ', 'file-blank'],
  ['[]', 'file-not-json'],
  ['"text"', 'file-not-json'],
  ['{"a":[1]}', 'file-not-json'],
  ['{"a":[{}{}]}', 'file-not-json'],
  ['{"v":"1" "a":[]}', 'file-not-json'],
  ['{"v":1,}', 'file-not-json'],
  ['{"a":[{},]}', 'file-not-json'],
  ['{v:1}', 'file-not-json'],
  ['{"v":1}x', 'file-not-json'],
  ['{"v":nul}', 'file-not-json'],
  ['{"a":[{"x":1,}]}', 'file-not-json'],
  ['{"v":1,"v":2}', 'file-duplicate-key'],
  ['{"a":[],"\\u0061":[]}', 'file-duplicate-key'],
  ['{"a":[{"x":'.padEnd(200, '['), 'file-too-deep'],
  [`{"skip":${'['.repeat(50)}`, 'file-too-deep'],
  [' '.repeat(LIMITS.blank + 1), 'file-blank'],
  [`{"v":${' '.repeat(LIMITS.blank + 1)}1}`, 'file-blank'],
  [`{"a":[{"x":${' '.repeat(LIMITS.blank + 1)}`, 'file-blank'],
  [`{"a":[{"x":"${'y'.repeat(LIMITS.string + 1)}"}]}`, 'file-too-large'],
  [`{"${'k'.repeat(LIMITS.key)}":1}`, 'file-too-large'],
  [`{${Array.from({ length: 40 }, (_, i) => `"k${i}":1`).join()}}`, 'file-other-kind'],
])('refuses %.40s as %s', (json, code) => expect(split(json, 1000)).toBe(code));

it('refuses Latin-1 bytes in a string', () =>
  expect(split(Buffer.from('{"v":"caf\xe9"}', 'latin1'))).toBe('file-encoding'));
it('takes a UTF-8 mark before the root', () =>
  expect(split('\ufeff{"v":1}')).toEqual([{ key: 'v', index: null, value: 1 }]));
it('leaves the prototype of objects alone', () => {
  expect(split('{"a":[{"__proto__":{"polluted":1}}]}')).toHaveLength(1);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
it('passes over so much and no more of what it was not asked for', () => {
  const splitter = new Splitter({ arrays: ['a'], values: [] }, () => undefined);
  const zeros = Buffer.from('0,'.repeat(2 ** 19));
  splitter.push(Buffer.from('{"activites":['));
  let pieces = 0;
  const flood = (): void => {
    for (; pieces < 1000; pieces++) splitter.push(zeros);
  };
  expect(flood).toThrow('file-other-kind');
  expect(pieces * zeros.length).toBeLessThanOrEqual(LIMITS.passed);
});
