import { elapsed } from '../clock.ts';
import { refuse } from '../refusal.ts';

/** A file that comes in holds a connection to the database: a sender who gives less than this while we wait so long is sent away. */
const PATIENCE = { bytes: 256 * 1024, ms: 20_000 };

/** The same bytes, refused when their sender lets us wait; time that we take ourselves is not theirs. */
export async function* patiently(
  bytes: AsyncIterable<Uint8Array>,
  { bytes: least, ms }: typeof PATIENCE = PATIENCE,
): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  let [waited, got] = [0, 0];
  for (;;) {
    const asked = elapsed();
    const next = await within(source.next(), ms - waited);
    if (next.done === true) return;
    waited += elapsed() - asked;
    got += next.value.length;
    if (got >= least) [waited, got] = [0, 0];
    yield next.value;
  }
}

/** Refuses when nothing has come in so many milliseconds. */
async function within<T>(coming: Promise<T>, ms: number): Promise<T> {
  // When its sender leaves later on, nobody listens any more.
  coming.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refuse('sender-too-slow')), Math.max(0, ms));
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}
