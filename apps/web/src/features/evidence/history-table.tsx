import type { Observation } from '@egide/contract/evidence';
import { now } from '../../clock.ts';
import { FactSource } from '../../facts/fact-source.tsx';
import type { FactToState } from '../../facts/fact-form.ts';
import { FRESHNESS_KIND, FRESHNESS_WORD, TRUST_WORD } from '../../facts/fact-words.ts';
import { Badge, Button } from '../../ui/button.tsx';
import { FreshnessBar } from '../../ui/freshness.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

/** What this reader may do; what the server would refuse is not offered. */
export interface Acts {
  onCorrect: (fact: FactToState) => void;
  onWithdraw: (fact: Observation) => void;
  onConfirm: ((id: string) => void) | null;
  pending: string | null;
}

/** Every observation of a key, the last first. */
export function HistoryTable({ rows, label, acts }: { rows: readonly Observation[]; label: string; acts: Acts }) {
  const counting = countingOf(rows);
  return (
    <StackTable
      className="history"
      rows={rows}
      keyOf={(row) => row.id}
      caption={m.history_caption({ label })}
      rowClass={(row) => (row.correctedBy || row.withdraws ? 'gone' : undefined)}
      columns={columns(acts, counting)}
    />
  );
}

/** Of each thing that the key speaks of, the observation that counts today: the first that nobody corrected or took back. */
function countingOf(rows: readonly Observation[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  for (const {
    id,
    about: { kind, id: thing },
    correctedBy,
    withdraws,
  } of rows)
    if (correctedBy === null && !withdraws && !first.has(`${kind} ${thing}`)) first.set(`${kind} ${thing}`, id);
  return new Set(first.values());
}

function State({ row, counts }: { row: Observation; counts: boolean }) {
  if (row.withdraws) return <Status kind="unknown">{m.history_withdrawn()}</Status>;
  if (!counts && row.correctedBy === null && !row.toConfirm)
    return <Status kind="unknown">{m.history_earlier()}</Status>;
  return (
    <Status kind={row.toConfirm ? 'todo' : FRESHNESS_KIND[row.freshness]}>
      {row.toConfirm ? m.history_to_confirm() : FRESHNESS_WORD[row.freshness]()}
    </Status>
  );
}

function Source({ row }: { row: Observation }) {
  return (
    <>
      <FactSource fact={row} />
      {row.author && <span className="why">{m.history_by({ name: row.author, day: fmt.shortDay(row.recorded) })}</span>}
      {row.note && <span className="why">{row.note}</span>}
      {row.corrects && <span className="why">{row.withdraws ? m.history_withdraws() : m.history_corrects()}</span>}
    </>
  );
}

function RowActs({ row, acts: { onCorrect, onWithdraw, onConfirm, pending } }: { row: Observation; acts: Acts }) {
  const day = fmt.day(row.collected);
  const busy = pending === row.id;
  return (
    <span className="actions">
      {onConfirm && row.toConfirm && (
        <Button small busy={busy} onClick={() => onConfirm(row.id)}>
          {m.history_confirm()}
        </Button>
      )}
      {row.can.correct && (
        <Button
          small
          aria-label={m.history_correct_of({ day })}
          onClick={() => onCorrect({ key: row.key, about: row.about, value: row.value, corrects: row.id })}
        >
          {m.history_correct()}
        </Button>
      )}
      {row.can.withdraw && (
        <Button
          small
          look="quiet"
          busy={busy}
          aria-label={m.history_withdraw_of({ day })}
          onClick={() => onWithdraw(row)}
        >
          {m.history_withdraw()}
        </Button>
      )}
    </span>
  );
}

const columns = (acts: Acts, counting: ReadonlySet<string>): readonly Column<Observation>[] => [
  {
    id: 'says',
    title: m.assess_value(),
    cell: (row) => (
      <>
        <b>{row.says}</b>
        {row.about.kind !== 'entity' && <span className="why">{row.about.label}</span>}
      </>
    ),
  },
  {
    id: 'collected',
    title: m.assess_collected(),
    label: m.assess_collected(),
    cell: (row) => <When at={row.collected} now={now()} short />,
  },
  {
    id: 'life',
    title: m.history_life(),
    className: 'life',
    cell: (row) =>
      row.withdraws ? null : row.correctedBy ? (
        m.history_corrected()
      ) : (
        <FreshnessBar collected={row.collected} expires={row.expires} now={now()} />
      ),
  },
  {
    id: 'state',
    title: m.history_state(),
    label: m.history_state(),
    cell: (row) => <State row={row} counts={counting.has(row.id)} />,
  },
  { id: 'source', title: m.assess_source(), label: m.assess_source(), cell: (row) => <Source row={row} /> },
  {
    id: 'trust',
    title: m.assess_trust(),
    label: m.assess_trust(),
    cell: (row) => <Badge>{TRUST_WORD[row.trust]()}</Badge>,
  },
  {
    id: 'act',
    title: <span className="sr">{m.access_session_action()}</span>,
    numeric: true,
    cell: (row) => <RowActs row={row} acts={acts} />,
  },
];
