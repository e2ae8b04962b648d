import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { m } from './words.ts';

export interface Column<Row> {
  id: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Word before the value once rows are stacked on a phone; absent, the value stands alone. */
  label?: string;
  numeric?: boolean;
  className?: string;
  /** Class of one cell: hatched when masked. */
  cellClass?: (row: Row) => string | undefined;
  sortable?: boolean;
}
export interface Sort {
  by: string;
  down: boolean;
}

interface TableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  caption?: string;
  className?: string;
  rowClass?: (row: Row) => string | undefined;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  /** A row under another, over the whole width. */
  below?: (row: Row) => ReactNode;
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const sorted = sort?.by === column.id ? (sort.down ? 'descending' : 'ascending') : 'none';
  const className = [column.numeric ? 'num' : '', column.className ?? ''].filter(Boolean).join(' ') || undefined;
  if (!column.sortable || !onSort)
    return (
      <th scope="col" role="columnheader" className={className}>
        {column.title}
      </th>
    );
  return (
    <th scope="col" role="columnheader" className={className} aria-sort={sorted}>
      <button className="sort" type="button" onClick={() => onSort({ by: column.id, down: sorted === 'ascending' })}>
        {column.title}
        <Icon name={sorted === 'none' ? 'sort' : sorted === 'ascending' ? 'up' : 'down'} />
      </button>
    </th>
  );
}

/** A table that becomes blocks with their labels on a phone; roles are written out because `display: block` takes them away. The first column is the row's header. */
export function StackTable<Row>({
  columns,
  rows,
  keyOf,
  caption,
  className = '',
  rowClass,
  sort,
  onSort,
  below,
}: TableProps<Row>) {
  return (
    <table className={`table table--stack ${className}`.trim()} role="table">
      {caption && <caption className="sr">{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.flatMap((row) => {
          const extra = below?.(row);
          const cells = columns.map((column, at) => {
            const styles =
              [column.numeric ? 'num' : '', column.className ?? '', column.cellClass?.(row) ?? '']
                .filter(Boolean)
                .join(' ') || undefined;
            return at === 0 ? (
              <th key={column.id} scope="row" role="rowheader" className={styles}>
                {column.cell(row)}
              </th>
            ) : (
              <td key={column.id} role="cell" className={styles} data-label={column.label}>
                {column.cell(row)}
              </td>
            );
          });
          const main = (
            <tr key={keyOf(row)} role="row" className={rowClass?.(row)}>
              {cells}
            </tr>
          );
          return extra
            ? [
                main,
                <tr key={`${keyOf(row)}+`} role="row" className="in">
                  <td role="cell" colSpan={columns.length}>
                    {extra}
                  </td>
                </tr>,
              ]
            : [main];
        })}
      </tbody>
    </table>
  );
}

/** Why a figure is withheld, in words: never a zero, never a blank. */
export function maskedWord(reason: 'small' | 'complement'): string {
  return reason === 'small' ? m.parts_masked_small() : m.parts_masked_complement();
}
/** Class of a masked cell, hatched. */
export const MASKED = 'hatch';
