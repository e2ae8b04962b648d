import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { stream } from './testing.ts';
import { beginningOf, unpack, Unreadable } from './unpack.ts';

async function open(content: Uint8Array, limits = { packed: 1e6, unpacked: 1e6 }): Promise<string> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of (await unpack(stream(content, 1000), limits)).all) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  } catch (cause) {
    if (cause instanceof Unreadable) return cause.fault.code;
    throw cause;
  }
}
const long = JSON.stringify({ numbers: Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 10_007) });

it('gives back the bytes, compressed or not, however they come', async () => {
  expect([await open(Buffer.from(long)), await open(gzipSync(long))]).toEqual([long, long]);
});
it('says that a compressed file is cut, at every place', async () => {
  const packed = gzipSync(long);
  for (const n of [11, 20, 5_000, packed.length - 9, packed.length - 1])
    expect([n, await open(packed.subarray(0, n))]).toEqual([n, 'file-truncated']);
});
it('bounds the size before and after', async () => {
  expect([
    await open(gzipSync(Buffer.alloc(2e6, 0x20))),
    await open(Buffer.alloc(2e6, 0x20)),
    await open(gzipSync(long), { packed: 100, unpacked: 1e6 }),
  ]).toEqual(['file-too-large', 'file-too-large', 'file-too-large']);
});
it.each([
  ['', 'file-empty'],
  ['PK\x03\x04', 'file-is-archive'],
  ['<!doctype html><p>erreur</p>', 'file-is-page'],
  ['\ufeff  <?xml version="1.0"?>', 'file-is-page'],
  ['%PDF-1.7', 'file-is-document'],
  ['a\0b', 'file-encoding'],
])('recognises %j', async (content, code) => expect(await open(Buffer.from(content))).toBe(code));
it('recognises UTF-16 and the archive inside the archive', async () => {
  expect([
    await open(Buffer.from('\ufeff{}', 'utf16le')),
    await open(gzipSync('PK\x03\x04')),
    await open(gzipSync('')),
  ]).toEqual(['file-encoding', 'file-is-archive', 'file-blank']);
});
it('gives the unpacked beginning to whoever must choose a format', async () => {
  const found = await beginningOf('x.gz', stream(gzipSync('{"pmej":[]}')));
  expect('head' in found && Buffer.from(found.head).toString()).toBe('{"pmej":[]}');
});
it('lets go of the file when its reader leaves in the middle', async () => {
  // Does not compress: the reader leaves long before the end.
  let seed = 1;
  const packed = gzipSync(
    Uint8Array.from({ length: 1_000_000 }, () => 33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90)),
  );
  let [sent, left] = [0, false];
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (; sent < packed.length; sent += 4096) yield packed.subarray(sent, sent + 4096);
    } finally {
      left = true;
    }
  }
  for await (const piece of (await unpack(source(), { packed: 1e9, unpacked: 1e9 })).all) if (piece.length > 0) break;
  expect([left, sent < packed.length]).toEqual([true, true]);
});
