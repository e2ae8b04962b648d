import { err, ok, type Result } from '@egide/kernel/result';
import { type FileFault, fault } from '../format.ts';

/** Columns of a table of facts, in the order in which Égide writes them itself. */
export const COLUMNS = [
  'key',
  'value',
  'unit',
  'about.kind',
  'about.id',
  'collected',
  'expires',
  'trust',
  'organisation',
  'source',
  'corrects',
] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED = ['key', 'value', 'collected'] as const;

const SEPARATORS = [';', ',', '\t'] as const;
/** The separator that cuts the heading in most pieces; `;` comes first because French spreadsheets write it. */
export const separator = (heading: string): string =>
  SEPARATORS.reduce<string>((best, s) => (heading.split(s).length > heading.split(best).length ? s : best), ';');

const named = (cell: string): Column | null =>
  COLUMNS.find(
    (column) =>
      column ===
      cell
        .replace(/^\ufeff/, '')
        .trim()
        .toLowerCase(),
  ) ?? null;

/** Which column each cell of the heading names; null for those that are left aside. */
export function header(
  cells: readonly string[],
): Result<{ names: readonly (Column | null)[]; ignored: readonly string[] }, FileFault> {
  const names = cells.map(named);
  const missing = NEEDED.filter((column) => !names.includes(column));
  if (missing.length > 0) return err(fault('csv-columns', { missing: missing.join(', ') }));
  const twice = names.find((name, i) => name !== null && names.indexOf(name) !== i);
  if (twice !== undefined && twice !== null) return err(fault('csv-column-twice', { column: twice }));
  return ok({ names, ignored: cells.filter((_, i) => names[i] === null) });
}
