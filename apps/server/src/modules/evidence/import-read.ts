import {
  beginningOf,
  type Bytes,
  type FactsFormat,
  formatOf,
  isNotice,
  type Notice,
  type StatedFact,
} from '@egide/formats';
import { factsCsv } from '@egide/formats/facts-csv';
import { factsJson } from '@egide/formats/facts-json';
import { opssies } from '@egide/formats/opssies';
import { createHash } from 'node:crypto';
import type { Cx } from '../../platform/cx.ts';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';

/** What one record of the file states: recorded together or not at all. */
export type Stated = { readonly at: string; readonly facts: readonly StatedFact[] };
export interface ReadFacts {
  readonly format: string;
  readonly sha256: string;
  readonly stated: readonly Stated[];
  readonly notices: readonly Notice[];
}
export interface FactsFile {
  /** Name under which it came; shown, never used as a path. */
  readonly name: string;
  readonly bytes: Bytes;
}

/** Largest file of facts, in bytes: the largest of its formats. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Reads a whole file of facts in one of its formats. What cannot be read is refused, and the attempt leaves its entry. */
export async function readFacts(file: FactsFile): Promise<ReadFacts> {
  const bytes = await holdAll(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const refused = (code: string, params = {}): Refusal =>
    refuse(code, params).leaving((cx) => leaveTrace(cx, { name: file.name, sha256, code }));
  const beginning = await beginningOf(file.name, once(bytes));
  if ('code' in beginning) throw refused(beginning.code, beginning.params);
  const stated: Stated[] = [];
  const notices: Notice[] = [];
  const read = async <R>(format: FactsFormat<R>): Promise<ReadFacts> => {
    const records: R[] = [];
    const take = ({ record, at }: { record: R; at: string }): void =>
      void (records.push(record), stated.push({ at, facts: format.toFacts(record) }));
    const result = await format.read(once(bytes), (item) => void (isNotice(item) ? notices.push(item) : take(item)));
    if (!result.ok) throw refused(result.error.code, result.error.params);
    return {
      format: format.id,
      sha256,
      stated,
      notices: [...notices, ...(format.nameRemarks?.(file.name, records) ?? [])],
    };
  };
  const format = formatOf(beginning);
  switch (format?.id) {
    case 'opssies':
      return read(opssies);
    case 'facts-json':
      return read(factsJson);
    case 'facts-csv':
      return read(factsCsv);
    case undefined:
      throw refused('import-format-unknown');
    default:
      throw refused('import-format-other', { format: format?.title.fr ?? '' });
  }
}

async function* once(bytes: Uint8Array): Bytes & AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function holdAll({ name, bytes }: FactsFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > MAX_BYTES)
      throw refuse('file-too-large', { limit: MAX_BYTES }).leaving((cx) =>
        leaveTrace(cx, { name, sha256: null, code: 'file-too-large' }),
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const leaveTrace = (cx: Cx, detail: { name: string; sha256: string | null; code: string }): Promise<void> =>
  cx.record({
    chain: INSTANCE,
    action: 'evidence.file-refused',
    detail: { ...detail, name: detail.name.slice(0, 200) },
  });
