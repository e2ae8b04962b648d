import { today } from '../../clock.ts';
import { buttonClass } from '../../ui/button.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { m } from '../../ui/words.ts';

const COLUMNS = [
  { name: 'key', says: m.import_column_key },
  { name: 'value', says: m.import_column_value },
  { name: 'collected', says: m.import_column_collected },
  { name: 'unit', says: m.import_column_unit },
  { name: 'about.kind', says: m.import_column_about_kind },
  { name: 'about.id', says: m.import_column_about_id },
  { name: 'expires', says: m.import_column_expires },
  { name: 'organisation', says: m.import_column_organisation },
  { name: 'source', says: m.import_column_source },
] as const;

/** A file that would be accepted as it stands, but for what it says: two facts collected today. */
export function csvModel(finess: string, day: string): string {
  const line = (cells: Partial<Record<(typeof COLUMNS)[number]['name'], string>>) =>
    COLUMNS.map(({ name }) => cells[name] ?? '').join(';');
  return [
    COLUMNS.map(({ name }) => name).join(';'),
    line({ key: 'policy.security.approved', value: 'oui', collected: day, organisation: finess }),
    line({ key: 'users.mfa-share', value: '82,5', collected: day, unit: 'percent', organisation: finess }),
    '',
  ].join('\r\n');
}

/** What a CSV of facts is made of, for whoever has a table of their own to bring. */
export function CsvModel({ finess }: { finess: string }) {
  const model = `data:text/csv;charset=utf-8,${encodeURIComponent(csvModel(finess, today()))}`;
  return (
    <details className="more">
      <summary>{m.import_columns()}</summary>
      <p className="small muted">{m.import_columns_how()}</p>
      <StackTable
        rows={COLUMNS}
        keyOf={({ name }) => name}
        caption={m.import_columns()}
        columns={[
          { id: 'name', title: m.import_column(), cell: ({ name }) => <code>{name}</code> },
          { id: 'says', title: m.import_column_holds(), cell: ({ says }) => says() },
        ]}
      />
      <p className="after">
        <a className={buttonClass('plain', true)} href={model} download="faits.csv">
          {m.import_columns_model()}
        </a>
      </p>
    </details>
  );
}
