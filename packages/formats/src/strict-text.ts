import { err, ok, type Result } from '@egide/kernel/result';
import { type Bytes, type FileFault, fault } from './format.ts';
import { Unreadable, unpack } from './unpack.ts';

/** Text of a whole file; `marked`: it began with a byte order mark, which is tolerated and said. */
export type Text = { readonly text: string; readonly marked: boolean };

/** The bytes of a file that must be held whole, packed or not, within `limit` bytes. */
export async function collect(bytes: Bytes, limit: number): Promise<Result<Uint8Array, FileFault>> {
  try {
    const { all } = await unpack(bytes, { packed: limit, unpacked: limit });
    const pieces: Uint8Array[] = [];
    for await (const piece of all) pieces.push(piece);
    return ok(Buffer.concat(pieces));
  } catch (cause) {
    if (cause instanceof Unreadable) return err(cause.fault);
    throw cause;
  }
}

/** Strict UTF-8, as the JSON formats require. */
export function decodeUtf8(bytes: Uint8Array): Result<Text, FileFault> {
  const text = utf8(bytes);
  if (text === null) return err(fault('encoding-not-utf8', { at: String(firstBadLine(bytes)) }));
  const marked = text.startsWith('\ufeff');
  return ok({ text: marked ? text.slice(1) : text, marked });
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // The decoder has one way to fail: bytes that are not UTF-8.
    return null;
  }
}

function firstBadLine(bytes: Uint8Array): number {
  for (let from = 0, line = 1; ; line++) {
    const end = bytes.indexOf(10, from);
    if (end === -1 || utf8(bytes.subarray(from, end)) === null) return line;
    from = end + 1;
  }
}

export type TextFault = 'text-nul' | 'text-surrogate' | 'text-control';

/** Why PostgreSQL or a reader could not take this text, or null. Tabs and line breaks are fine, other controls are not. */
export function textFault(text: string): TextFault | null {
  if (text.includes('\0')) return 'text-nul';
  if (!text.isWellFormed()) return 'text-surrogate';
  return /[^\P{Cc}\t\n\r]/u.test(text) ? 'text-control' : null;
}
