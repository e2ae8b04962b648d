import { readFileSync, statSync } from 'node:fs';
import {
  ABOUT_KINDS,
  NOBODY_KNOWS,
  TRUSTS,
  factor,
  momentOf,
  startOf,
  type About,
  type AboutKind,
  type Fact,
  type KeyEntry,
  type Trust,
  type Vocabulary,
} from '@egide/engines/rules';
import { parseDay } from '@egide/kernel/days';
import { err, ok, type Result } from '@egide/kernel/result';

/** What is wrong with a facts file: `at` is a JSON pointer. */
export type FactFault = {
  readonly at: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** A facts file is written by hand or by a small script (bytes). */
const MAX_BYTES = 20 * 1024 * 1024;
const FIELDS = new Set([
  'id',
  'key',
  'value',
  'unit',
  'about',
  'collected',
  'expires',
  'trust',
  'organisation',
  'corrects',
  'source',
]);

type Raw = Readonly<Record<string, unknown>>;
type Tell = (field: string, code: string, params?: FactFault['params']) => null;

/** Reads a facts file (its form: packages/formats/src/facts-json/README.md) whole; every fault is told, with its place. */
export function readFactsFile(path: string, vocabulary: Vocabulary): Result<Fact[], readonly FactFault[]> {
  const text = readText(path);
  if (!text.ok) return text;
  try {
    return readFacts(JSON.parse(text.value), vocabulary);
  } catch (error) {
    if (error instanceof SyntaxError) return err([{ at: '', code: 'not-json', params: { reason: error.message } }]);
    throw error;
  }
}

export function readText(path: string): Result<string, readonly FactFault[]> {
  const refuse = (code: string) => err([{ at: '', code, params: { file: path } }]);
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return refuse('file-too-large');
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    return refuse(error instanceof TypeError ? 'not-utf8' : 'no-file');
  }
}

export function readFacts(json: unknown, vocabulary: Vocabulary): Result<Fact[], readonly FactFault[]> {
  if (!Array.isArray(json)) return err([{ at: '', code: 'not-a-list', params: {} }]);
  const faults: FactFault[] = [];
  const facts = json.flatMap((raw: unknown, i) => {
    const tell: Tell = (field, code, params = {}) => {
      faults.push({ at: `/${i}${field === '' ? '' : `/${field}`}`, code, params });
      return null;
    };
    return readFact(raw, { vocabulary, tell, place: i }) ?? [];
  });
  faults.push(...identities(facts));
  return faults.length > 0 ? err(faults) : ok(facts);
}

/** Identifiers are unique, and a correction names a fact of the file: by its `id`, or by its place (`/0`). */
function identities(facts: readonly Fact[]): FactFault[] {
  const ids = new Set<string>();
  const twice = facts.flatMap(({ id, recorded }): FactFault[] =>
    ids.size === ids.add(id).size ? [{ at: `/${recorded}/id`, code: 'id-twice', params: { id } }] : [],
  );
  const lost = facts.flatMap(({ corrects, recorded }): FactFault[] =>
    corrects === undefined || ids.has(corrects)
      ? []
      : [{ at: `/${recorded}/corrects`, code: 'corrects-nothing', params: { id: corrects } }],
  );
  return [...twice, ...lost];
}

function readFact(
  raw: unknown,
  { vocabulary, tell, place }: { vocabulary: Vocabulary; tell: Tell; place: number },
): Fact | null {
  if (!isRecord(raw)) return tell('', 'not-a-fact');
  for (const field of Object.keys(raw))
    if (!FIELDS.has(field)) tell('', 'unknown-field', { field: field.slice(0, 60) });
  const key =
    typeof raw['key'] === 'string'
      ? (vocabulary.get(raw['key']) ?? tell('key', 'unknown-key', { key: raw['key'].slice(0, 80) }))
      : tell('key', 'not-text', { field: 'key' });
  const organisation = text(raw, 'organisation', tell) ?? '';
  const value = key && readValue(key, raw, tell);
  const unit = key && readUnit(key, raw, tell);
  const about = key && readAbout(key, raw['about'], { tell, organisation });
  const times = readTimes(raw, tell);
  const trust = isTrust(raw['trust']) ? raw['trust'] : tell('trust', 'bad-trust', { allowed: TRUSTS.join(', ') });
  const source =
    raw['source'] === undefined ? undefined : isRecord(raw['source']) ? raw['source'] : { text: raw['source'] };
  const id = text(raw, 'id', tell) ?? `/${place}`;
  const corrects = text(raw, 'corrects', tell);
  if (key === null || value === null || about === null || times === null || trust === null) return null;
  return {
    id,
    key: key.key,
    value,
    about,
    ...times,
    trust,
    organisation,
    recorded: place,
    ...(typeof unit === 'string' && { unit }),
    ...(corrects !== undefined && { corrects }),
    ...(source !== undefined && { source }),
  };
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTrust = (value: unknown): value is Trust => TRUSTS.some((trust) => trust === value);
const isKind = (value: unknown): value is AboutKind => ABOUT_KINDS.some((kind) => kind === value);

function text(raw: Raw, field: string, tell: Tell): string | undefined {
  const value = raw[field];
  if (value === undefined || typeof value === 'string') return value;
  tell(field, 'not-text', { field });
  return undefined;
}

function readValue(key: KeyEntry, { value, unit }: Raw, tell: Tell): Fact['value'] | null {
  if (value === NOBODY_KNOWS) return value;
  const wrong = (code: string, params: FactFault['params'] = {}) => tell('value', code, { key: key.key, ...params });
  switch (key.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : wrong('not-boolean');
    case 'integer':
    case 'number':
      return readNumber(key, { value, by: typeof unit === 'string' ? (factor(unit, key.unit) ?? 1) : 1 }, wrong);
    case 'date':
      return typeof value === 'string' && parseDay(value) !== null ? value : wrong('not-a-day');
    case 'enum':
      return typeof value === 'string' && key.values?.some((one) => one.value === value) === true
        ? value
        : wrong('not-allowed', { allowed: (key.values ?? []).map((one) => one.value).join(', ') });
    case 'text':
      return typeof value === 'string' ? value : wrong('not-text', { field: 'value' });
  }
}

/** Limits are those of the key, whatever the unit of the file. */
function readNumber(
  key: KeyEntry,
  { value, by }: { value: unknown; by: number },
  wrong: (code: string, params?: FactFault['params']) => null,
): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('not-a-number');
  if (key.type === 'integer' && !Number.isInteger(value)) return wrong('not-whole');
  if (value * by < (key.min ?? -Infinity) || value * by > (key.max ?? Infinity))
    return wrong('out-of-range', { min: key.min ?? '–∞', max: key.max ?? '+∞' });
  return value;
}

function readUnit(key: KeyEntry, raw: Raw, tell: Tell): string | undefined | null {
  const unit = text(raw, 'unit', tell);
  if (unit !== undefined && factor(unit, key.unit) === null)
    return tell('unit', 'wrong-unit', { key: key.key, unit: unit.slice(0, 40), expected: key.unit ?? '–' });
  return unit;
}

/** Nothing said: the entity, or the one unnamed thing of the kind that the key is about. */
function readAbout(
  key: KeyEntry,
  about: unknown,
  { tell, organisation }: { tell: Tell; organisation: string },
): About | null {
  const [first = 'entity'] = key.about;
  if (about === undefined)
    return key.about.includes('entity') ? { kind: 'entity', id: organisation } : { kind: first, id: '' };
  if (!isRecord(about)) return tell('about', 'not-about', { kinds: key.about.join(', ') });
  const { kind, id } = about;
  if (!isKind(kind) || !key.about.includes(kind))
    return tell('about/kind', 'wrong-kind', { key: key.key, kinds: key.about.join(', ') });
  return typeof id === 'string' ? { kind, id } : tell('about/id', 'not-text', { field: 'about.id' });
}

function readTimes(raw: Raw, tell: Tell): { collected: string; expires?: string | null } | null {
  const { collected, expires } = raw;
  const begins = typeof collected === 'string' ? startOf(collected) : null;
  if (typeof collected !== 'string' || begins === null)
    return tell('collected', 'not-a-moment', { field: 'collected' });
  if (expires === undefined) return { collected };
  if (expires === null) return { collected, expires };
  const ends = typeof expires === 'string' ? momentOf(expires) : null;
  if (typeof expires !== 'string' || ends === null) return tell('expires', 'not-a-moment', { field: 'expires' });
  return ends < begins ? tell('expires', 'ends-before-it-begins') : { collected, expires };
}
