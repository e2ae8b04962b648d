import type { FacilityLine } from '@egide/contract/observatory';
import { parisDay } from '@egide/kernel/days';
import type { Locale } from '@egide/kernel/locale';
import { sayLevel } from '@egide/engines/rules';
import { toCsv } from '../../platform/csv.ts';
import { say } from '../../platform/words.ts';

const COLUMNS = [
  'finess',
  'name',
  'department',
  'sector',
  'group',
  'level',
  'known',
  'total',
  'submitted',
  'directory',
  'exposure',
  'exercise',
] as const;

const sayCell = ({ says, toConfirm }: FacilityLine['directory']): string =>
  toConfirm === null ? says : `${says} (${toConfirm})`;

/** The list of a region as a CSV that a French spreadsheet opens. */
export function regionCsv(lines: readonly FacilityLine[], locale: Locale): string {
  const cell = (l: FacilityLine): Record<(typeof COLUMNS)[number], string> => ({
    finess: l.finess,
    name: l.name,
    department: l.department ?? '',
    sector: say(locale, `sector.${l.sector}`),
    group: l.group ?? '',
    level: l.level === null ? '' : sayLevel(l.level, locale),
    known: String(l.known),
    total: String(l.total),
    submitted: l.submitted === null ? '' : parisDay(Date.parse(l.submitted)),
    directory: sayCell(l.directory),
    exposure: sayCell(l.exposure),
    exercise: sayCell(l.exercise),
  });
  return toCsv([
    COLUMNS.map((c) => say(locale, `csv.${c}`)),
    ...lines.map(cell).map((row) => COLUMNS.map((c) => row[c])),
  ]);
}
