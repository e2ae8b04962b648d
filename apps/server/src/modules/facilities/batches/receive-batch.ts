import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Bytes, beginningOf, formatOf } from '@egide/formats';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { startJob } from '../../../platform/jobs/start-job.ts';
import { refuse } from '../../../platform/refusal.ts';
import { runsRegister } from '../policy.ts';
import * as store from './store.ts';

/** A file of the register is under 100 MB once compressed, and some hundred more when it is not. */
const LARGEST = 1024 ** 3;
/** Enough to recognise the format. */
const BEGINNING = 128 * 1024;
const PIECE = 1024 * 1024;

/** Job that prepares the preview of a batch. */
export const PREVIEW = 'facilities.preview';
/** Job that publishes it. */
export const PUBLISH = 'facilities.publish';

/** Keeps a file as received, refusing at once what is plainly something else, and asks for its preview. */
export async function receiveBatch(cx: Cx, { name, licence, bytes }: { name: string; licence?: string | undefined; bytes: Bytes }): Promise<{ batch: string; job: string }> {
  cx.allow(runsRegister(cx.actor));
  const id = cx.newId();
  const source = bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  for (let held = 0, next = await source.next(); ; next = await source.next()) {
    if (next.done === true) break;
    head.push(next.value);
    held += next.value.length;
    if (held >= BEGINNING) break;
  }
  await store.addBatch(cx, { id, format: await recognise(name, head), name, licence: licence ?? null });
  const seen = { hash: createHash('sha256'), size: 0 };
  let piece = 0;
  for await (const part of pieces(compressed(measured(head, source, seen), isGzip(head)))) await store.addPiece(cx, id, { piece: piece++, bytes: part });
  await store.endPieces(cx, id, { sha256: seen.hash.digest('hex'), size: seen.size });
  await cx.record({ chain: INSTANCE, action: 'facilities.file-received', object: id, detail: { file: name, size: seen.size } });
  return { batch: id, job: await startJob(cx, PREVIEW, { batch: id }) };
}

async function recognise(name: string, head: readonly Uint8Array[]): Promise<string> {
  async function* replay(): AsyncGenerator<Uint8Array> {
    yield* head;
  }
  const beginning = await beginningOf(name, replay());
  if (!('head' in beginning)) throw refuse(beginning.code, beginning.params);
  const format = formatOf(beginning);
  if (format === null || (format.id !== 'finess-plus' && format.id !== 'ght-members')) throw refuse('file-other-kind', { keys: Buffer.from(beginning.head.subarray(0, 40)).toString('latin1').replace(/[^\x20-\x7e]/g, ' ') });
  return format.id;
}

const isGzip = (head: readonly Uint8Array[]): boolean => head[0]?.[0] === 0x1f && head[0][1] === 0x8b;

/** The bytes as received, counted, hashed and bounded. */
async function* measured(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>, seen: { readonly hash: ReturnType<typeof createHash>; size: number }): AsyncGenerator<Uint8Array> {
  const see = (part: Uint8Array): Uint8Array => {
    seen.hash.update(part);
    seen.size += part.length;
    if (seen.size > LARGEST) throw refuse('file-too-large', { limit: LARGEST });
    return part;
  };
  for (const part of head) yield see(part);
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield see(next.value);
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
