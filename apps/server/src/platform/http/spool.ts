import { mkdirSync } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { newId } from '../crypto.ts';

/** Text on its way out, written whole before its first byte leaves: no transaction waits for a reader. */
export interface Spooled {
  readonly media: string;
  readonly fileName: string;
  readonly file: FileHandle;
}

/** Writes text to a file of the data folder that has no name any more: it is gone when it is closed, or when the process ends. */
export async function spool(
  folder: string,
  { text, ...rest }: Omit<Spooled, 'file'> & { readonly text: AsyncIterable<string> },
): Promise<Spooled> {
  const spools = join(folder, 'spool');
  mkdirSync(spools, { recursive: true, mode: 0o700 });
  const path = join(spools, newId());
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    for await (const piece of text) await file.write(piece);
    return { ...rest, file };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Sends it; a reader who takes nothing for so long is cut. */
export function sendSpooled(reply: FastifyReply, { media, fileName, file }: Spooled, stallMs: number): FastifyReply {
  const body = file.createReadStream({ start: 0 });
  reply.raw.setTimeout(stallMs, () => reply.raw.destroy());
  reply.raw.once('close', () => body.destroy());
  return reply.status(200).type(media).header('content-disposition', `attachment; filename="${fileName}"`).send(body);
}
