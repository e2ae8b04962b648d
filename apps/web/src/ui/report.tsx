import { Icon } from './icon.tsx';
import { StackTable } from './stack-table.tsx';
import { fmt, m } from './words.ts';

export interface Fault {
  at: string;
  code: string;
  message: string;
}

/** Place of a fault as people look for it: a line of the file, or a path into it. */
const placeOf = (at: string) => (/^\d+$/.test(at) ? m.parts_line({ n: fmt.number(Number(at)) }) : at);

/** The same list as a file: tabs and formulas of a spreadsheet cannot hide in JSON. */
const fileOf = (faults: readonly Fault[]) =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(faults, null, 2))}`;

/** What a file had that was not taken, each with its place and its cause, and the whole list to take away. */
export function FaultTable({ title, faults, file }: { title: string; faults: readonly Fault[]; file: string }) {
  if (faults.length === 0) return null;
  const shown = faults.slice(0, 200);
  return (
    <section className="block" aria-label={title}>
      <div className="line">
        <h3>{title}</h3>
        <a className="small" href={fileOf(faults)} download={file}>
          <Icon name="download" /> {m.parts_download_faults({ n: faults.length })}
        </a>
      </div>
      <StackTable
        className="rej"
        rows={shown}
        keyOf={(fault) => `${fault.at} ${fault.code} ${fault.message}`}
        caption={title}
        columns={[
          { id: 'at', title: m.parts_fault_at(), cell: (fault) => <code>{placeOf(fault.at)}</code> },
          { id: 'why', title: m.parts_fault_why(), label: m.parts_fault_why(), cell: (fault) => fault.message },
          {
            id: 'code',
            title: m.parts_fault_code(),
            label: m.parts_fault_code(),
            cell: (fault) => <span className="muted small">{fault.code}</span>,
          },
        ]}
      />
      {faults.length > shown.length && (
        <p className="small muted">{m.parts_faults_shown({ shown: shown.length, total: faults.length })}</p>
      )}
    </section>
  );
}
