import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotted, parseStrictJson, pointer } from './strict-json.ts';

const limits = { depth: 8, values: 1000, place: pointer };
const read = (text: string) => parseStrictJson(text, limits);
const refused = (text: string) => {
  const result = read(text);
  return result.ok ? 'read' : `${result.error.code} ${result.error.at}`;
};

it('reads what JSON.parse reads, with the same values', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({
        maxDepth: 6,
        noUnicodeString: true,
        stringUnit: fc.constantFrom('a', 'é', '"', '\\', '/', '\n', '😀'),
      }),
      (value) => {
        const text = JSON.stringify(value);
        const result = parseStrictJson(text, { ...limits, values: 100_000, depth: 64 });
        // Doubles beyond the exact integers are refused on purpose, and so are controls; JSON.parse takes both.
        if (result.ok) expect(result.value).toEqual(JSON.parse(text));
        else expect(['json-number', 'json-prototype-key', 'text-control']).toContain(result.error.code);
      },
    ),
    { numRuns: 300 },
  );
});

it('never reads what JSON.parse refuses', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'tru', 'null', '\\', '"', '0', '.', 'e', ' '),
        { maxLength: 12 },
      ),
      (parts) => {
        const text = parts.join('');
        let standard = true;
        try {
          JSON.parse(text);
        } catch {
          standard = false;
        }
        if (!standard) expect(read(text).ok).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('refuses at the place', () => {
  it.each([
    ['', 'json-truncated 1:1'],
    ['[1,', 'json-truncated 1:4'],
    ['{"a":1', 'json-truncated 1:7'],
    ['"abc', 'json-truncated 1:5'],
    ['[1,]', 'json-syntax 1:4'],
    ['{"a":1,}', 'json-syntax 1:8'],
    ['[1]\n[2]', 'json-syntax 2:1'],
    ['// c\n[]', 'json-syntax 1:1'],
    ["['a']", 'json-syntax 1:2'],
    ['[NaN]', 'json-syntax 1:2'],
    ['[01]', 'json-syntax 1:3'],
    ['["\\x"]', 'json-syntax 1:6'],
    ['["a\nb"]', 'json-syntax 1:4'],
    ['{"a":1,"a":1}', 'json-duplicate-key /a'],
    ['[{"a":0,"b":{"c":1,"c":2}}]', 'json-duplicate-key /0/b/c'],
    ['{"__proto__":{"admin":true}}', 'json-prototype-key /__proto__'],
    ['{"\\u005f_proto__":1}', 'json-prototype-key /__proto__'],
    ['[{"constructor":{"prototype":1}}]', 'json-prototype-key /0/constructor'],
    ['{"prototype":1}', 'json-prototype-key /prototype'],
    ['["\\ud800"]', 'text-surrogate /0'],
    ['["A\\u0000B"]', 'text-nul /0'],
    ['["\\u001b[31m"]', 'text-control /0'],
    ['[10000000000000000999]', 'json-number /0'],
    ['[1e999]', 'json-number /0'],
    ['[1E-999]', 'json-number /0'],
    ['[[[[[[[[[1]]]]]]]]]', 'json-depth /0/0/0/0/0/0/0/0'],
    [`[${'1,'.repeat(1000)}1]`, 'json-too-many /999'],
  ])('%s', (text, expected) => expect(refused(text)).toBe(expected));
});

it('keeps composed and decomposed names apart, as RFC 8259 does', () => {
  expect(read('{"\u00e9":"NFC","e\u0301":"NFD"}')).toEqual({ ok: true, value: { '\u00e9': 'NFC', 'e\u0301': 'NFD' } });
});

it('reads a text of several megabytes and stops ten million brackets at once', () => {
  expect(read(`"${'x'.repeat(5_000_000)}"`)).toMatchObject({ ok: true });
  expect(refused('['.repeat(10_000_000))).toBe('json-depth /0/0/0/0/0/0/0/0');
});

it('writes places as RFC 6901 and as the OPSSIES documents do', () => {
  expect(pointer(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
  expect(pointer([])).toBe('');
  expect(dotted(['events', 'event', 0, 'scopes', 1, 'domains'])).toBe('events.event[0].scopes[1].domains');
});
