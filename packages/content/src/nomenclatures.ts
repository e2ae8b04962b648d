import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Code lists of the register. Labels are French: they are proper names of the nomenclature. */
export type Region = { readonly code: string; readonly name: string; readonly agency: string };
export type Department = {
  readonly code: string;
  readonly name: string;
  /** Null where no regional agency is competent. */ readonly region: string | null;
};
export type Category = {
  readonly code: string;
  readonly label: string;
  readonly domain: string;
  readonly aggregate: string;
  readonly protection: 'hidden' | 'caution' | null;
};
const SECTORS = ['public', 'private', 'non-profit', 'unknown'] as const;
/** Public, private commercial or private non-profit, as the legal status says. */
export type Sector = (typeof SECTORS)[number];
export type LegalStatus = {
  readonly code: string;
  readonly label: string;
  readonly aggregate: string;
  readonly sector: Sector;
};

const FOLDER = join(import.meta.dirname, '../nomenclatures');

/** Rows of one list as objects; lines that begin with `#` say where it comes from. Our lists quote nothing. */
export function readList(text: string): Record<string, string>[] {
  const [header = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const columns = header.split(';');
  return lines.map((line, i) => {
    const cells = line.split(';');
    if (cells.length !== columns.length)
      throw new Error(`line ${i + 2} of the list has ${cells.length} cells, ${columns.length} are expected: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

const list = (name: string): Record<string, string>[] => readList(readFileSync(join(FOLDER, `${name}.csv`), 'utf8'));

let regions: readonly Region[] | null = null;
export const allRegions = (): readonly Region[] =>
  (regions ??= list('regions').map(({ code = '', name = '', agency = '' }) => ({ code, name, agency })));

let departments: readonly Department[] | null = null;
export const allDepartments = (): readonly Department[] =>
  (departments ??= list('departments').map(({ code = '', name = '', region = '' }) => ({
    code,
    name,
    region: region === '' ? null : region,
  })));

let categories: ReadonlyMap<string, Category> | null = null;
/** Site categories by code. A code that is not there is shown with an unknown label, never refused. */
export const allCategories = (): ReadonlyMap<string, Category> =>
  (categories ??= new Map(
    list('categories').map(({ code = '', label = '', domain = '', aggregate = '', protection = '' }) => [
      code,
      {
        code,
        label,
        domain,
        aggregate,
        protection: protection === 'hidden' || protection === 'caution' ? protection : null,
      },
    ]),
  ));

let statuses: ReadonlyMap<string, LegalStatus> | null = null;
export const allLegalStatuses = (): ReadonlyMap<string, LegalStatus> =>
  (statuses ??= new Map(
    list('legal-statuses').map(({ code = '', label = '', aggregate = '', sector }) => [
      code,
      { code, label, aggregate, sector: SECTORS.find((s) => s === sector) ?? 'unknown' },
    ]),
  ));

/** A file of facts waits for a person when at least so many of its records, and more than this share of them, are refused. */
export type FactsGuard = { readonly rejected: { readonly atLeast: number; readonly share: number } };

/** Thresholds of the guards that hold an unusual import back. Shares: 0.05 = 5 %. */
export type ImportGuards = {
  readonly total: { readonly below: number; readonly above: number };
  readonly category: { readonly change: number; readonly from: number };
  readonly department: { readonly change: number };
  readonly rejected: number;
  readonly membersLost: number;
  readonly facts: FactsGuard;
};

// Safe: the file is ours and its shape is held by a test.
export const importGuards = (): ImportGuards =>
  JSON.parse(readFileSync(join(FOLDER, 'import-guards.json'), 'utf8')) as ImportGuards;
