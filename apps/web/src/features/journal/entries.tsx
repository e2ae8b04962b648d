import type { AuditLine } from '@egide/contract/audit-log';
import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Facts } from '../../ui/side-panel.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

/** The sentence first; what was written for those who check opens under it. */
export function Entries({ entries }: { entries: readonly AuditLine[] }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <StackTable
      className="journal"
      rows={entries}
      keyOf={(row) => String(row.seq)}
      caption={m.journal_title()}
      rowClass={(row) => (row.seq === open ? 'open' : undefined)}
      below={(row) => row.seq === open && <Proof line={row} />}
      columns={[
        {
          id: 'says',
          title: m.journal_what(),
          cell: (row) => (
            <button
              className="tg"
              type="button"
              aria-expanded={row.seq === open}
              onClick={() => setOpen(row.seq === open ? null : row.seq)}
            >
              <Icon name={row.seq === open ? 'down' : 'right'} />
              <Typo>{fmt.typeset(row.says)}</Typo>
            </button>
          ),
        },
        { id: 'who', title: m.journal_who(), label: m.journal_who(), cell: (row) => row.who },
        {
          id: 'at',
          title: m.journal_when(),
          label: m.journal_when(),
          className: 'when',
          cell: (row) => (
            <time dateTime={row.at}>
              <Typo>{fmt.shortDay(row.at)}</Typo> <span className="muted">{fmt.time(row.at)}</span>
            </time>
          ),
        },
      ]}
    />
  );
}

/** As it stands in the chain: number, act, object, what was written, seal. */
function Proof({ line }: { line: AuditLine }) {
  return (
    <Facts
      facts={[
        [m.journal_number(), fmt.number(line.seq)],
        [m.journal_act(), <code key="a">{line.action}</code>],
        line.object === null ? null : [m.journal_object(), <code key="o">{line.object}</code>],
        line.detail === null ? null : [m.journal_detail(), <code key="d">{JSON.stringify(line.detail)}</code>],
        [m.journal_hash(), <code key="h">{line.hash}</code>],
      ]}
    />
  );
}
