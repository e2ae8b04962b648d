import { err, ok, type Result } from '@egide/kernel/result';
import { shown } from '../clean.ts';
import { decode } from '../decode.ts';
import { cellFault, readEntity, readMoment, type FieldFault } from '../fact-fields.ts';
import { TRUSTS, type StatedFact, type Trust } from '../fact.ts';
import { type Bytes, type FileFault, type Item, type Params, type Take, fault } from '../format.ts';
import { collect, textFault } from '../strict-text.ts';
import { type Column, header, separator } from './header.ts';
import { type Line, type Split, split } from './split.ts';

/** 10 MiB and 50,000 lines. */
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_FACTS = 50_000;
/** Longest cell, in characters. */
const MAX_CELL = 2000;

export async function read(bytes: Bytes, take: Take<StatedFact>): Promise<Result<{ records: number }, FileFault>> {
  const held = await collect(bytes, MAX_BYTES);
  if (!held.ok) return held;
  // Neither UTF-8 nor Windows-1252 text holds a NUL: this is UTF-16 without its mark, or no text.
  if (held.value.includes(0)) return err(fault('file-encoding', { found: 'NUL' }));
  const { text, encoding, repairedLines } = decode(held.value);
  const table = linesOf(text);
  if (!table.ok) return table;
  const columns = header(table.value.lines[0]?.cells ?? []);
  if (!columns.ok) return columns;
  if (table.value.lines.length > MAX_FACTS + 1) return err(fault('facts-too-many', { limit: MAX_FACTS }));
  if (encoding === 'windows-1252') await take(warning('1', 'encoding-was-windows-1252'));
  for (const line of repairedLines) await take(warning(String(line), 'line-encoding'));
  for (const name of columns.value.ignored) await take(warning('1', 'csv-column-ignored', { column: shown(name) }));
  for (const line of table.value.broken) await take(rejected(line, 'csv-quote'));
  let records = 0;
  for (const line of table.value.lines.slice(1)) {
    const items = readLine(line, columns.value.names);
    for (const item of items) await take(item);
    records += items.filter((item) => 'record' in item).length;
  }
  return ok({ records });
}

const warning = (at: string, code: string, params: Params = {}): Item<never> => ({
  level: 'warning',
  at,
  code,
  params,
});
const rejected = (line: number, code: string, params: Params = {}): Item<never> => ({
  level: 'rejected',
  at: String(line),
  code,
  params,
});

/** The lines of the table; `sep=;` on the first line is a habit of spreadsheets, not a line of it. */
function linesOf(text: string): Result<Split, FileFault> {
  const plain = text.replace(/^\ufeff/, '');
  const announced = /^sep=(.)(?=\r?\n)/i.exec(plain);
  const body = announced === null ? plain : plain.slice(announced[0].length);
  const found = split(body, announced?.[1] ?? separator(body.split(/\r?\n/, 1)[0] ?? ''));
  return found.open === null ? ok(found) : err(fault('csv-quote-open', { at: String(found.open) }));
}

function readLine({ cells, line }: Line, names: readonly (Column | null)[]): readonly Item<StatedFact>[] {
  if (cells.length !== names.length)
    return [rejected(line, 'csv-cells', { found: cells.length, expected: names.length })];
  const faults: Item<never>[] = [];
  const refuse = (column: Column, code: string, params: Params): void =>
    void faults.push(rejected(line, code, { column, ...params }));
  const row = new Map<Column, string>();
  names.forEach((name, i) => {
    const cell = (cells[i] ?? '').trim();
    if (name !== null && cell !== '')
      row.set(
        name,
        checked(cell, (code, params) => refuse(name, code, params)),
      );
  });
  for (const column of ['key', 'value', 'collected'] as const) if (!row.has(column)) refuse(column, 'cell-empty', {});
  const fact = toFact(row, line, refuse);
  return faults.length > 0 || fact === null ? faults : [{ record: fact, at: fact.at }];
}

function checked(cell: string, refuse: (code: string, params: Params) => void): string {
  const unsafe = textFault(cell);
  if (unsafe !== null) refuse(unsafe, {});
  if (cell.length > MAX_CELL) refuse('text-too-long', { value: shown(cell) });
  const damage = cellFault(cell);
  if (damage !== null) refuse(damage.code, damage.params);
  return cell;
}

function toFact(
  row: ReadonlyMap<Column, string>,
  line: number,
  refuse: (column: Column, code: string, params: Params) => void,
): StatedFact | null {
  const at = String(line);
  const field = <T>(column: Column, readAs: (text: string) => Result<T, FieldFault>): T | null => {
    const cell = row.get(column);
    // A damaged cell has been told once already.
    if (cell === undefined || cellFault(cell) !== null) return null;
    const result = readAs(cell);
    if (!result.ok) refuse(column, result.error.code, result.error.params);
    return result.ok ? result.value : null;
  };
  const collected = field('collected', readMoment);
  const never = /^(never|jamais)$/i.test(row.get('expires') ?? '');
  const expires = never ? null : (field('expires', readMoment) ?? undefined);
  const entity = field('organisation', readEntity);
  const trust = row.get('trust') ?? null;
  if (trust !== null && !isTrust(trust)) refuse('trust', 'trust-unknown', { value: shown(trust) });
  const [kind, id] = [row.get('about.kind'), row.get('about.id')];
  if ((kind === undefined) !== (id === undefined))
    refuse(kind === undefined ? 'about.kind' : 'about.id', 'cell-empty', {});
  const [key, value] = [row.get('key'), row.get('value')];
  if (key === undefined || value === undefined || collected === null) return null;
  const source = row.get('source');
  return {
    at,
    key,
    value,
    loose: true,
    collected,
    expires,
    corrects: row.get('corrects') ?? null,
    unit: row.get('unit') ?? null,
    facility: entity === null ? null : { entities: [entity], sites: [], at },
    about: kind === undefined || id === undefined ? null : { kind, id },
    trust: trust !== null && isTrust(trust) ? trust : null,
    source: source === undefined ? {} : { text: source },
  };
}

const isTrust = (text: string): text is Trust => TRUSTS.some((trust) => trust === text);
