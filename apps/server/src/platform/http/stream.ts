import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Http } from './route.ts';

/** A reader that has not taken a whole answer by then is cut: it holds a connection to the database. */
const LONGEST_MS = 10 * 60_000;

/** Sends text as it is made, at the pace of its reader, inside the use case; a reader who leaves ends it without an error. */
export async function streamText(
  { reply }: Http,
  { media, fileName, text }: { media: string; fileName: string; text: AsyncIterable<string> },
): Promise<void> {
  const body = Readable.from(text);
  const late = setTimeout(() => body.destroy(new Error('the reader is too slow')), LONGEST_MS);
  const failed: unknown[] = [];
  body.on('error', (e) => failed.push(e));
  void reply.status(200).type(media).header('content-disposition', `attachment; filename="${fileName}"`).send(body);
  await finished(reply.raw).catch(() => body.destroy());
  clearTimeout(late);
  if (!body.closed) await new Promise((closed) => body.once('close', closed));
  if (failed.length > 0) throw failed[0];
}
