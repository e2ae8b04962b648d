import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Bytes } from '@egide/formats';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { startJob } from '../../../platform/jobs/start-job.ts';
import { refuse } from '../../../platform/refusal.ts';
import { recognise } from '../imports/beginning.ts';
import { runsRegister } from '../policy.ts';
import * as store from './store.ts';

/** A file of the register is under 100 MB once compressed, and some hundred more when it is not. */
const LARGEST = 1024 ** 3;
const PIECE = 1024 * 1024;

/** Job that prepares the preview of a batch. */
export const PREVIEW = 'facilities.preview';
/** Job that publishes it. */
export const PUBLISH = 'facilities.publish';

/** Keeps a file as received, refusing at once what is plainly something else, and asks for its preview. */
export async function receiveBatch(
  cx: Cx,
  { name, licence, bytes }: { name: string; licence?: string | undefined; bytes: Bytes },
): Promise<{ batch: string; job: string }> {
  cx.allow(runsRegister(cx.actor));
  const id = cx.newId();
  const { head, format, all } = await recognise(name, bytes);
  if (!format.ok) throw refuse(format.error.code, format.error.params);
  await store.addBatch(cx, { id, format: format.value.id, name, licence: licence ?? null });
  const seen = { hash: createHash('sha256'), size: 0 };
  let piece = 0;
  for await (const part of pieces(compressed(measured(all, seen), isGzip(head))))
    await store.addPiece(cx, id, { piece: piece++, bytes: part });
  await store.endPieces(cx, id, { sha256: seen.hash.digest('hex'), size: seen.size });
  await cx.record({
    chain: INSTANCE,
    action: 'facilities.file-received',
    object: id,
    detail: { file: name, size: seen.size },
  });
  return { batch: id, job: await startJob(cx, PREVIEW, { batch: id }) };
}

const isGzip = (head: readonly Uint8Array[]): boolean => head[0]?.[0] === 0x1f && head[0][1] === 0x8b;

/** The bytes as received, counted, hashed and bounded. */
async function* measured(
  bytes: Bytes,
  seen: { readonly hash: ReturnType<typeof createHash>; size: number },
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    seen.hash.update(part);
    seen.size += part.length;
    if (seen.size > LARGEST) throw refuse('file-too-large', { limit: LARGEST });
    yield part;
  }
}

/** Kept compressed: a plain file of the register is ten times larger. */
async function* compressed(bytes: Bytes, already: boolean): AsyncGenerator<Uint8Array> {
  if (already) return yield* bytes;
  const gzip = createGzip({ level: 1 });
  pipeline(bytes, gzip, () => undefined);
  yield* gzip;
}

/** The same bytes in pieces of one mebibyte. */
async function* pieces(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    held.push(part);
    size += part.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held);
    [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}
