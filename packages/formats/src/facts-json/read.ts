import { err, ok, type Result } from '@egide/kernel/result';
import { readEntity, readMoment, type FieldFault } from '../fact-fields.ts';
import type { StatedFact } from '../fact.ts';
import { type Bytes, type FileFault, type Notice, type Params, type Take, fault } from '../format.ts';
import { checkShape } from '../shape.ts';
import { type Path, parseStrictJson, pointer } from '../strict-json.ts';
import { collect, decodeUtf8 } from '../strict-text.ts';
import { WrittenFact } from './schema.ts';

/** 20 MiB and 50,000 facts: ten years of monthly facts for 400 keys. */
export const MAX_BYTES = 20 * 1024 * 1024;
export const MAX_FACTS = 50_000;
const LIMITS = { depth: 8, values: 1_000_000, place: pointer };
/** Marks that the ledger sets itself; a file that sets them would speak in its place. */
const RESERVED = new Set(['kept', 'confirms', 'import']);

export async function read(bytes: Bytes, take: Take<StatedFact>): Promise<Result<{ records: number }, FileFault>> {
  const held = await collect(bytes, MAX_BYTES);
  if (!held.ok) return held;
  const decoded = decodeUtf8(held.value);
  if (!decoded.ok) return decoded;
  const json = parseStrictJson(decoded.value.text, LIMITS);
  if (!json.ok) return err(fault(json.error.code, { ...json.error.params, at: json.error.at }));
  if (!Array.isArray(json.value)) return err(fault('facts-not-array'));
  if (json.value.length > MAX_FACTS) return err(fault('facts-too-many', { limit: MAX_FACTS }));
  if (decoded.value.marked) await take({ level: 'warning', at: '1', code: 'encoding-bom', params: {} });
  let records = 0;
  for (const [i, value] of json.value.entries()) {
    const { fact, notices } = readFact(value, i);
    for (const notice of notices) await take(notice);
    if (fact === null) continue;
    records++;
    await take({ record: fact, at: fact.at });
  }
  return ok({ records });
}

function readFact(value: unknown, index: number): { fact: StatedFact | null; notices: readonly Notice[] } {
  const notices: Notice[] = [];
  const tell = (path: Path, code: string, params: Params): void =>
    void notices.push({ level: 'rejected', at: pointer([index, ...path]), code, params });
  const written = checkShape(WrittenFact, value, tell);
  if (written === null) return { fact: null, notices };
  const field = <T>(name: string, result: Result<T, FieldFault>): T | null => {
    if (result.ok) return result.value;
    tell([name], result.error.code, result.error.params);
    return null;
  };
  const collected = field('collected', readMoment(written.collected));
  const expires = typeof written.expires === 'string' ? field('expires', readMoment(written.expires)) : written.expires;
  const entity = written.organisation === undefined ? null : field('organisation', readEntity(written.organisation));
  const source = sourceOf(written.source, tell);
  if (collected === null || notices.length > 0) return { fact: null, notices };
  const { key, value: stated, unit = null, about = null, trust = null, corrects = null } = written;
  const facility = entity === null ? null : { entities: [entity], sites: [], at: pointer([index, 'organisation']) };
  return {
    fact: {
      at: pointer([index]),
      facility,
      key,
      value: stated,
      loose: false,
      unit,
      about,
      collected,
      expires,
      trust,
      corrects,
      source,
    },
    notices,
  };
}

function sourceOf(
  source: WrittenFact['source'],
  tell: (path: Path, code: string, params: Params) => void,
): StatedFact['source'] {
  if (source === undefined) return {};
  if (typeof source === 'string') return { text: source };
  for (const name of Object.keys(source))
    if (RESERVED.has(name)) tell(['source', name], 'source-reserved', { field: name });
  return source;
}
