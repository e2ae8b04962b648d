import { type EntityFiness, normaliseFiness, parseFiness } from '@egide/kernel/finess';
import { err, ok, type Result } from '@egide/kernel/result';
import { CsvError, parse } from 'csv-parse/sync';
import { damaged, shown, text } from '../clean.ts';
import { decode } from '../decode.ts';
import { type Bytes, type FileFault, type Notice, type Take } from '../format.ts';
import { unpack, Unreadable, unreadable } from '../unpack.ts';
import { type Column, COLUMNS, type GhtRecord, type GhtSummary, LIMITS, type MemberList } from './schema.ts';

type Line = { readonly cells: readonly string[]; readonly at: string };
type Cell = (column: Column) => string | null;

/** Which column stands where; null when the first line is not the header of a list of GHT. */
export function header(first: readonly string[]): ReadonlyMap<Column, number> | null {
  const written = first.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const places = new Map<Column, number>();
  // Safe: the keys of the table are its columns.
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const place = written.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
    if (place >= 0) places.set(column, place);
  }
  const members = places.has('entity') && (places.has('name') || places.has('number'));
  const codes = places.has('shortCode') && places.has('number');
  return members || codes ? places : null;
}

/** The separator that gives the most cells on the first line. */
export const separator = (firstLine: string): string =>
  [';', '\t', ','].map((mark) => [firstLine.split(mark).length, mark] as const).sort((a, b) => b[0] - a[0])[0]?.[1] ??
  ';';

async function whole(bytes: Bytes): Promise<Uint8Array> {
  const { all } = await unpack(bytes, LIMITS);
  const pieces: Uint8Array[] = [];
  for await (const piece of all) pieces.push(piece);
  return Buffer.concat(pieces);
}

function linesOf(content: string): Line[] {
  const delimiter = separator(content.slice(0, content.search(/\r?\n|$/)));
  try {
    // Safe: with `info` and no columns, csv-parse gives arrays of cells with the line they end on.
    const rows = parse(content, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 64 * 1024,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ cells: record, at: String(info.lines) }));
  } catch (cause) {
    if (cause instanceof CsvError)
      throw unreadable(cause.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file-truncated' : 'file-not-csv', {
        line: Number(cause.lines ?? 0),
      });
    throw cause;
  }
}

/** The five digits of the SAE, or the eleven that FINESS gives since 2026. A spreadsheet leaves `4,98E+10` or four digits. */
function groupNumber(written: string | null): { code: string | null; number: string | null } | { fault: string } {
  if (written === null) return { code: null, number: null };
  if (/^\d{5}$/.test(written)) return { code: written, number: null };
  if (/^\d{11}$/.test(written)) return { code: null, number: written };
  return {
    fault: /^\d[,.]\d+E\+?\d+$/i.test(written) || /^\d{4}$/.test(written) ? 'group-number-spreadsheet' : 'group-number',
  };
}

type Draft = { -readonly [K in keyof MemberList]: MemberList[K] } & {
  members: MemberList['members'][number][];
  at: string;
};

class Lists {
  readonly groups = new Map<string, Draft>();
  readonly codes: { record: GhtRecord; at: string }[] = [];
  readonly notices: Notice[] = [];

  reject(at: string, code: string, value: unknown): void {
    this.notices.push({ level: 'rejected', at, code, params: { value: shown(value) } });
    if (this.notices.length > LIMITS.rejects) throw unreadable('file-too-many-rejects', { limit: LIMITS.rejects });
  }

  line(cell: Cell, at: string): void {
    const name = text(cell('name'));
    const identity = groupNumber(text(cell('number')));
    if ('fault' in identity) return this.reject(at, identity.fault, cell('number'));
    if (name !== null && damaged(name))
      this.notices.push({ level: 'warning', at, code: 'name-damaged', params: { value: shown(name) } });
    if (cell('entity') === null)
      return this.codeLine({ name, code: identity.code, shortCode: text(cell('shortCode')) }, at);
    const key = identity.number ?? identity.code ?? name;
    if (key === null) return this.reject(at, 'group-missing', '');
    const group = this.groups.get(key) ?? {
      kind: 'group',
      ...identity,
      shortCode: text(cell('shortCode')),
      name: name ?? key,
      complete: true,
      members: [],
      at,
    };
    this.groups.set(key, group);
    this.member(group, cell, at);
  }

  private member(group: Draft, cell: Cell, at: string): void {
    const written = cell('entity') ?? '';
    const read = parseFiness(written);
    const repaired = !read.ok && read.error === 'finess-lost-zero';
    if (!read.ok && !repaired) {
      group.complete = false;
      return this.reject(at, /E\+/i.test(written) ? 'number-spreadsheet' : read.error, written);
    }
    // Safe: valid as it stands, or found valid by parseFiness once the lost zero is back.
    const entity = (read.ok ? read.value : `0${normaliseFiness(written)}`) as EntityFiness;
    const role = text(cell('role'))?.toUpperCase() === 'S' ? 'support' : 'member';
    const before = group.members.find((one) => one.entity === entity);
    if (before === undefined) group.members.push({ entity, role, repaired, at });
    else
      this.notices.push({
        level: 'warning',
        at,
        code: before.role === role ? 'member-twice' : 'member-two-roles',
        params: { value: entity },
      });
  }

  private codeLine(line: { name: string | null; code: string | null; shortCode: string | null }, at: string): void {
    const { name, code, shortCode } = line;
    if (code === null || name === null) return this.reject(at, 'group-missing', name ?? '');
    if (shortCode === null || !/^[A-Z]{2,5}-\d{1,2}$/.test(shortCode))
      return this.reject(at, 'short-code', shortCode ?? '');
    this.codes.push({ at, record: { kind: 'codes', code, shortCode, name } });
  }
}

/** Reads a list of members, or of codes. `at` is the line of the file, 1 being the header. */
export async function readGhtMembers(bytes: Bytes, take: Take<GhtRecord>): Promise<Result<GhtSummary, FileFault>> {
  try {
    const { text: content, encoding, repairedLines } = decode(await whole(bytes));
    const [first, ...lines] = linesOf(content);
    const columns = header(first?.cells ?? []);
    if (first === undefined || columns === null)
      throw unreadable('file-other-kind', { keys: shown(first?.cells.join(', ')) });
    const lists = new Lists();
    for (const at of repairedLines)
      lists.notices.push({ level: 'warning', at: String(at), code: 'line-encoding', params: {} });
    for (const { cells, at } of lines) {
      if (cells.length !== first.cells.length) lists.reject(at, 'columns-shifted', cells.join(' '));
      else lists.line((column) => cells[columns.get(column) ?? -1] ?? null, at);
    }
    const groups = [...lists.groups.values()].map(({ at, ...record }) => ({ at, record }));
    if (groups.length + lists.codes.length === 0)
      throw unreadable(lists.notices.length > 0 ? 'file-other-kind' : 'file-blank', {
        keys: shown(first.cells.join(', ')),
      });
    for (const item of [...lists.notices, ...lists.codes, ...groups]) await take(item);
    return ok({ encoding, lines: lines.length });
  } catch (cause) {
    if (cause instanceof Unreadable) return err(cause.fault);
    throw cause;
  }
}
