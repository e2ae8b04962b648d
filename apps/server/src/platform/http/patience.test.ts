import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { patiently } from './patience.ts';

async function* sending(pieces: readonly string[], ms: number): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await sleep(ms);
    yield Buffer.from(piece);
  }
}
async function all(bytes: AsyncIterable<Uint8Array>, takesMs = 0): Promise<string> {
  let text = '';
  for await (const piece of bytes) {
    text += Buffer.from(piece).toString();
    await sleep(takesMs);
  }
  return text;
}
const never: AsyncIterable<Uint8Array> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
};

it('gives the same bytes, however slowly they are taken', async () => {
  expect(await all(patiently(sending(['a', 'b', 'c'], 0), { bytes: 100, ms: 40 }), 30)).toBe('abc');
});
it('sends away a sender who gives nothing', async () => {
  await expect(all(patiently(never, { bytes: 1, ms: 10 }))).rejects.toMatchObject({ code: 'sender-too-slow' });
});
it('and one who gives just enough to be waited for', async () => {
  await expect(
    all(
      patiently(
        sending(
          Array.from({ length: 100 }, () => 'x'),
          5,
        ),
        { bytes: 1000, ms: 60 },
      ),
    ),
  ).rejects.toMatchObject({ code: 'sender-too-slow' });
});
it('waits on for one who gives enough', async () => {
  expect(await all(patiently(sending(['ab', 'cd', 'ef'], 20), { bytes: 2, ms: 1000 }))).toBe('abcdef');
});
it('is not troubled when the one sent away breaks off later', async () => {
  const breaks: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({ next: () => sleep(20).then(() => Promise.reject(new Error('aborted'))) }),
  };
  await expect(all(patiently(breaks, { bytes: 1, ms: 5 }))).rejects.toMatchObject({ code: 'sender-too-slow' });
  await sleep(40);
});
