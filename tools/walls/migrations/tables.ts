import { names, parts } from './statements.ts';

/** What a migration says of a table, as far as the wall asks. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
  readonly references: readonly { readonly columns: readonly string[]; readonly to: string }[];
};

const CREATE = /^create table (?:if not exists )?([\w.]+) ?\((.*)\)[^()]*$/;
const CONSTRAINT = /^(?:constraint \w+ )?(primary key|foreign key|unique|check|exclude)\b/;

export function readTable(statement: string): Table | null {
  const [, name, body] = CREATE.exec(statement) ?? [];
  if (name === undefined || body === undefined) return null;
  const lines = parts(body);
  const columns = lines.filter((line) => !CONSTRAINT.test(line));
  const [, key] = lines.map((line) => /primary key \(([^)]*)\)/.exec(line)).find((found) => found !== null) ?? [];
  const inline = columns.find((line) => / primary key\b/.test(line));
  return {
    name,
    columns: columns.map(columnName),
    primaryKey: key !== undefined ? names(key) : inline !== undefined ? [columnName(inline)] : [],
    references: lines.flatMap(readReference),
  };
}

const columnName = (line: string): string => (line.split(' ')[0] ?? '').replaceAll('"', '');

function readReference(line: string): Table['references'] {
  const [, to] = / references ([\w.]+)/.exec(line) ?? [];
  if (to === undefined) return [];
  const [, columns] = /foreign key \(([^)]*)\)/.exec(line) ?? [];
  return [{ columns: columns === undefined ? [columnName(line)] : names(columns), to }];
}
