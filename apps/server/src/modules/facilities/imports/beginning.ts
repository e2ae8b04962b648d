import { beginningOf, type Bytes, type FileFault, formatOf } from '@egide/formats';
import { finessPlus } from '@egide/formats/finess-plus';
import { ghtMembers } from '@egide/formats/ght-members';
import { err, ok, type Result } from '@egide/kernel/result';

/** Formats that say something of the register. */
const REGISTER = [finessPlus, ghtMembers] as const;
export type RegisterFormat = (typeof REGISTER)[number];

/** Enough bytes of a file, compressed or not, to know its format. */
const BEGINNING = 128 * 1024;
/** Characters shown of a file that is something else. */
const SHOWN = 60;

async function* replay(
  pieces: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array> | null,
): AsyncGenerator<Uint8Array> {
  yield* pieces;
  for (let next = await rest?.next(); next !== undefined && next.done !== true; next = await rest?.next())
    yield next.value;
}

/** Reads the beginning of a file: its first pieces, which format of the register it is or why none, and all of it again from the front. */
export async function recognise(
  name: string,
  bytes: Bytes,
): Promise<{ head: readonly Uint8Array[]; format: Result<RegisterFormat, FileFault>; all: Bytes }> {
  const rest = bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let held = 0;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    head.push(next.value);
    held += next.value.length;
    if (held >= BEGINNING) break;
  }
  return { head, format: await formatOfRegister(name, head), all: replay(head, held >= BEGINNING ? rest : null) };
}

async function formatOfRegister(name: string, head: readonly Uint8Array[]): Promise<Result<RegisterFormat, FileFault>> {
  const beginning = await beginningOf(name, replay(head, null));
  if (!('head' in beginning)) return err(beginning);
  const found = formatOf(beginning);
  const format = REGISTER.find((one) => one === found);
  if (format !== undefined) return ok(format);
  return err({
    code: 'file-other-kind',
    params: {
      keys: Buffer.from(beginning.head.subarray(0, SHOWN))
        .toString('latin1')
        .replace(/[^\x20-\x7e]/g, ' '),
    },
  });
}
