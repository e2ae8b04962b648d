import { createGunzip, type Gunzip } from 'node:zlib';
import { type Bytes, type FileFault, fault } from './format.ts';

/** Sizes in bytes. `packed` bounds what comes in, `unpacked` what a compressed file becomes. */
export type Limits = { readonly packed: number; readonly unpacked: number };

/** Carries a fault through a stream; readers turn it into their `Result`. */
export class Unreadable extends Error {
  readonly fault: FileFault;
  constructor(reason: FileFault) {
    super(reason.code);
    this.name = 'Unreadable';
    this.fault = reason;
  }
}
export const unreadable = (...reason: Parameters<typeof fault>): Unreadable => new Unreadable(fault(...reason));

const HEAD = 4096;
const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** What the first bytes betray, when they cannot be one of our text files. */
export function foreign(head: Uint8Array): FileFault | null {
  if (head.length === 0) return fault('file-empty');
  if (starts(head, 0x50, 0x4b)) return fault('file-is-archive', { kind: 'ZIP' });
  if (starts(head, 0x37, 0x7a, 0xbc, 0xaf)) return fault('file-is-archive', { kind: '7z' });
  if (starts(head, 0x52, 0x61, 0x72, 0x21)) return fault('file-is-archive', { kind: 'RAR' });
  if (starts(head, 0x42, 0x5a, 0x68) || starts(head, 0xfd, 0x37, 0x7a, 0x58) || starts(head, 0x28, 0xb5, 0x2f, 0xfd))
    return fault('file-is-archive', { kind: 'bzip2, xz, zstd' });
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return fault('file-is-document', { kind: 'PDF' });
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return fault('file-is-document', { kind: 'Office' });
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) return fault('file-encoding', { found: 'UTF-16' });
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<')) return fault('file-is-page');
  return head.subarray(0, 512).includes(0) ? fault('file-encoding', { found: 'NUL' }) : null;
}

async function* bounded(bytes: Bytes, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > limit) throw unreadable('file-too-large', { limit });
    if (piece.length > 0) yield piece;
  }
}

/** Resolves when the stream takes more, or never will. */
const room = (stream: Gunzip): Promise<void> =>
  new Promise((go) => {
    if (stream.destroyed) return go();
    const on = (): void => {
      stream.off('drain', on).off('close', on);
      go();
    };
    stream.on('drain', on).on('close', on);
  });

async function* gunzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const inflate = createGunzip({ chunkSize: 256 * 1024 });
  const feed = (async () => {
    try {
      for await (const piece of bytes) {
        // Whoever reads may have left: a stream that is closed never drains.
        if (inflate.destroyed) return;
        if (!inflate.write(piece)) await room(inflate);
      }
      inflate.end();
    } catch (cause) {
      inflate.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    }
  })();
  try {
    for await (const piece of inflate) yield piece;
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw unreadable('file-truncated');
  } finally {
    inflate.destroy();
    await feed;
  }
}

/** Takes at least `HEAD` bytes (or the whole file) from the front and gives them back with a stream of everything. */
async function peek(bytes: Bytes): Promise<{ head: Uint8Array; all: Bytes }> {
  const rest = bytes[Symbol.asyncIterator]();
  const kept: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await rest.next();
    if (next.done === true) break;
    kept.push(next.value);
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* kept;
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { head: Buffer.concat(kept).subarray(0, HEAD), all: all() };
}

/**
 * Opens a file that may be compressed with gzip: sizes bounded before and after, kind known by its first bytes.
 * The stream throws `Unreadable` when it is cut short or grows beyond the limits.
 */
export async function unpack(bytes: Bytes, limits: Limits): Promise<{ head: Uint8Array; all: Bytes }> {
  const outer = await peek(bounded(bytes, limits.packed));
  const packed = starts(outer.head, 0x1f, 0x8b);
  const inner = packed ? await peek(bounded(gunzip(outer.all), limits.unpacked)) : outer;
  const reason = foreign(inner.head);
  if (reason !== null) throw new Unreadable(packed && reason.code === 'file-empty' ? fault('file-blank') : reason);
  return inner;
}

/** The unpacked beginning of a file, for `formatOf`; a fault when no text file begins so. */
export async function beginningOf(name: string, bytes: Bytes): Promise<{ name: string; head: Uint8Array } | FileFault> {
  try {
    const { head, all } = await unpack(bytes, { packed: Number.MAX_SAFE_INTEGER, unpacked: Number.MAX_SAFE_INTEGER });
    await all[Symbol.asyncIterator]().return?.();
    return { name, head };
  } catch (cause) {
    if (cause instanceof Unreadable) return cause.fault;
    throw cause;
  }
}
