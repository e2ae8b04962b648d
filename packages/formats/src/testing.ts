import type { Bytes, FileFault, Format, Notice } from './format.ts';
import { isNotice } from './format.ts';

/** Bytes as a stream, cut in pieces of `size`. */
export async function* stream(content: string | Uint8Array, size = 65_536): Bytes & AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Everything a format says of a file. */
export async function everything<R, S>(
  format: Format<R, S>,
  content: string | Uint8Array,
  size?: number,
): Promise<{ records: R[]; notices: Notice[]; fault: FileFault | null; summary: S | null }> {
  const records: R[] = [];
  const notices: Notice[] = [];
  const read = await format.read(
    stream(content, size),
    (item) => void (isNotice(item) ? notices.push(item) : records.push(item.record)),
  );
  return { records, notices, fault: read.ok ? null : read.error, summary: read.ok ? read.value : null };
}
