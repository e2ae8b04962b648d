import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collect, decodeUtf8, textFault } from './strict-text.ts';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === 'number' ? [p] : [...new TextEncoder().encode(p)])));
async function* stream(...pieces: Uint8Array[]) {
  yield* pieces;
}

describe('JSON is strict UTF-8', () => {
  it('reads accents', () => expect(decodeUtf8(bytes('é'))).toEqual({ ok: true, value: { text: 'é', marked: false } }));
  it('says the byte order mark', () =>
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, '[]'))).toEqual({ ok: true, value: { text: '[]', marked: true } }));
  it.each([
    ['Latin-1 in the third line', bytes('a\nb\nc', 0xe9, '\nd'), '3'],
    ['Latin-1 in the last line', bytes('a\n', 0xe9), '2'],
    ['an encoded surrogate', bytes(0xed, 0xa0, 0x80), '1'],
  ])('refuses %s', (_, given, at) =>
    expect(decodeUtf8(given)).toEqual({ ok: false, error: { code: 'encoding-not-utf8', params: { at } } }),
  );
});

describe('a file held whole', () => {
  const text = bytes('key;value');
  it('joins its pieces, packed or not', async () => {
    expect(await collect(stream(text.subarray(0, 3), text.subarray(3)), 100)).toEqual({
      ok: true,
      value: Buffer.from(text),
    });
    expect(await collect(stream(gzipSync(text)), 100)).toEqual({ ok: true, value: Buffer.from(text) });
  });
  it('is bounded before and after unpacking', async () => {
    expect(await collect(stream(new Uint8Array(101).fill(32)), 100)).toEqual({
      ok: false,
      error: { code: 'file-too-large', params: { limit: 100 } },
    });
    expect(await collect(stream(gzipSync(new Uint8Array(5000).fill(32))), 100)).toEqual({
      ok: false,
      error: { code: 'file-too-large', params: { limit: 100 } },
    });
  });
  it('is refused when it is no text', async () => {
    expect(await collect(stream(bytes('PK', 3, 4)), 100)).toEqual({
      ok: false,
      error: { code: 'file-is-archive', params: { kind: 'ZIP' } },
    });
    expect(await collect(stream(), 100)).toEqual({ ok: false, error: { code: 'file-empty', params: {} } });
  });
});

it('finds what PostgreSQL cannot store', () => {
  expect([textFault('a\0'), textFault('\ud800'), textFault('\u0007'), textFault('é\t\n😀')]).toEqual([
    'text-nul',
    'text-surrogate',
    'text-control',
    null,
  ]);
});
