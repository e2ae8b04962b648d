import { createHash } from 'node:crypto';
import { type Bytes, type FileFault, isNotice, type Item, type Notice } from '@egide/formats';
import { finessPlus, type FinessRecord } from '@egide/formats/finess-plus';
import { ghtMembers, type GhtRecord, type GroupCodes, type MemberList } from '@egide/formats/ght-members';
import { ok, type Result } from '@egide/kernel/result';
import { recognise } from './beginning.ts';

/** What was read of a file. `whole`: it claims to be the whole register, so that what it leaves out says something. */
export type ReadFile = {
  readonly format: string;
  readonly whole: boolean;
  readonly producer: string | null;
  readonly day: string | null;
  readonly encoding: string;
  readonly sha256: string;
  readonly size: number;
};
export type Sink = {
  register(record: FinessRecord, at: string): Promise<void> | undefined;
  list(record: MemberList | GroupCodes, at: string): void;
  notice(notice: Notice): void;
  /** Bytes read so far. */
  progress(bytes: number): Promise<void> | undefined;
};

/** Bytes counted and hashed as they pass. */
function counted(bytes: Bytes, sink: Sink): { all: Bytes; end: () => { sha256: string; size: number } } {
  const hash = createHash('sha256');
  let size = 0;
  async function* all(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      hash.update(piece);
      size += piece.length;
      await sink.progress(size);
      yield piece;
    }
  }
  return { all: all(), end: () => ({ sha256: hash.digest('hex'), size }) };
}

/** Reads a file of the register, whatever its format, straight through. */
export async function readFile(name: string, bytes: Bytes, sink: Sink): Promise<Result<ReadFile, FileFault>> {
  const passing = counted(bytes, sink);
  const { format, all } = await recognise(name, passing.all);
  if (!format.ok) return format;
  if (format.value === finessPlus)
    return whole(
      await finessPlus.read(
        all,
        take(sink, (record, at) => sink.register(record, at)),
      ),
      passing.end,
    );
  return list(
    await ghtMembers.read(
      all,
      take(sink, (record: GhtRecord, at) => sink.list(record, at)),
    ),
    passing.end,
  );
}

const take =
  <R>(sink: Sink, keep: (record: R, at: string) => Promise<void> | undefined | void) =>
  (item: Item<R>): Promise<void> | undefined => {
    if (isNotice(item)) sink.notice(item);
    else return keep(item.record, item.at) ?? undefined;
    return undefined;
  };

type Passed = () => { sha256: string; size: number };
function whole(read: Awaited<ReturnType<typeof finessPlus.read>>, end: Passed): Result<ReadFile, FileFault> {
  return read.ok
    ? ok({
        format: finessPlus.id,
        whole: true,
        producer: read.value.producer,
        day: read.value.generated,
        encoding: 'utf-8',
        ...end(),
      })
    : read;
}
function list(read: Awaited<ReturnType<typeof ghtMembers.read>>, end: Passed): Result<ReadFile, FileFault> {
  return read.ok
    ? ok({ format: ghtMembers.id, whole: false, producer: null, day: null, encoding: read.value.encoding, ...end() })
    : read;
}
