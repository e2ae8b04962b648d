import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineTooLong, linesOf, LONGEST_LINE, type Line } from './lines.ts';

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let n = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
async function read(bytes: Uint8Array, sizes: readonly number[] = [1 << 20]): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of linesOf(inChunks(bytes, sizes))) lines.push(line);
  return lines;
}
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

it('gives each line and what stands after the last line feed, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom('a', 'é', '☂️', '\n', '\r') }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
      async (text, sizes) => {
        const lines = text.split('\n');
        const rest = lines.pop() ?? '';
        expect(await read(utf8(text), sizes)).toEqual([
          ...lines.map((line) => ({ text: line, closed: true })),
          ...(rest === '' ? [] : [{ text: rest, closed: false }]),
        ]);
      },
    ),
  );
});

it('says which line is no UTF-8 and goes on', async () => {
  expect(await read(Buffer.from([0x61, 0x0a, 0xc3, 0x0a, 0x62, 0x0a]))).toEqual([
    { text: 'a', closed: true },
    { text: null, closed: true },
    { text: 'b', closed: true },
  ]);
});

it('keeps a byte-order mark, which is a change like any other', async () => {
  expect(await read(utf8('\u{feff}a\n'))).toEqual([{ text: '\u{feff}a', closed: true }]);
});

it('refuses gigabytes without a line feed before they fill the memory', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield new Uint8Array(LONGEST_LINE / 4);
  }
  await expect(linesOf(endless()).next()).rejects.toBeInstanceOf(LineTooLong);
});
