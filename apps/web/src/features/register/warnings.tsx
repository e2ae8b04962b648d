import { downloadReport, type BatchDetail } from '@egide/contract/facilities';
import { addressOf } from '../../api/call.ts';
import { Icon } from '../../ui/icon.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { fmt, m } from '../../ui/words.ts';

/** What an import remarks: each kind once with its number and its first line; every line is in the report beside it. */
export function Warnings({ batch }: { batch: Pick<BatchDetail, 'id' | 'warnings'> }) {
  const { id, warnings } = batch;
  if (warnings.length === 0) return null;
  const total = warnings.reduce((all, { count }) => all + count, 0);
  return (
    <section className="block" aria-labelledby="h-warnings">
      <div className="line">
        <h2 id="h-warnings">{m.directory_warnings({ n: total })}</h2>
        <a className="small" href={addressOf(downloadReport, { params: { batch: id } })} download>
          <Icon name="download" /> {m.directory_warnings_all({ n: total })}
        </a>
      </div>
      <StackTable
        rows={warnings}
        keyOf={(row) => row.code}
        caption={m.import_warnings()}
        columns={[
          { id: 'what', title: m.directory_warning_first(), cell: (row) => row.message },
          {
            id: 'at',
            title: m.parts_fault_at(),
            label: m.parts_fault_at(),
            cell: (row) => (row.at === '' ? m.directory_whole_file() : <code>{row.at}</code>),
          },
          {
            id: 'count',
            title: m.directory_warning_count(),
            label: m.directory_warning_count(),
            numeric: true,
            cell: (row) => fmt.number(row.count),
          },
        ]}
      />
    </section>
  );
}
