const LINE_FEED = 0x0a;

/** A line longer than this is no line of ours. */
export const LONGEST_LINE = 16 * 1024 * 1024;
export class LineTooLong extends Error {}

/** One line of a file, or what stands after its last line feed. `text` is null where the bytes are no UTF-8. */
export type Line = { readonly text: string | null; readonly closed: boolean };

/** Cuts bytes into lines, whatever their size together: memory holds one line. A byte-order mark stays in the text. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (bytes: Uint8Array): string | null => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
  let begun: Uint8Array[] = [];
  let size = 0;
  const keep = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > LONGEST_LINE) throw new LineTooLong();
    begun.push(bytes);
  };
  const close = (): string | null => {
    const text = decode(Buffer.concat(begun));
    begun = [];
    size = 0;
    return text;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at));
      yield { text: close(), closed: true };
      from = at + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield { text: close(), closed: false };
}
