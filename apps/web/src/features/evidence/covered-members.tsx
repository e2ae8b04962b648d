import { keyHistory, revokeCovering, type Covered, type Observation } from '@egide/contract/evidence';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { say } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

type Line = Covered & { fact: Observation };

/** Members of the GHT that read facts of this key as their own, and how to stop it. */
export function CoveredMembers({
  finess,
  facts,
  may,
}: {
  finess: string;
  facts: readonly Observation[];
  may: boolean;
}) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: ({ fact, finess: member }: Line) => call(revokeCovering, { params: { finess, id: fact.id, member } }),
    onSuccess: async (_, { name }) => {
      say(m.history_uncovered({ name }));
      await client.invalidateQueries({ queryKey: about(keyHistory) });
    },
  });
  const lines = facts
    .filter((fact) => fact.correctedBy === null && !fact.withdraws)
    .flatMap((fact) => fact.covers.map((covered): Line => ({ ...covered, fact })));
  if (lines.length === 0) return null;
  const acts = { may, pending: revoke.isPending ? revoke.variables : null, onRevoke: revoke.mutate };
  return (
    <section className="block block--far" aria-labelledby="h-covers">
      <h2 id="h-covers">{m.history_covers()}</h2>
      <p>{m.history_covers_is()}</p>
      {revoke.error && <ProblemState error={revoke.error} />}
      <StackTable
        className="after"
        rows={lines}
        keyOf={(line) => `${line.fact.id} ${line.finess}`}
        caption={m.history_covers()}
        columns={columns(acts)}
      />
    </section>
  );
}

interface Acts {
  /** Whether this reader may stop a covering. */
  may: boolean;
  /** The line being stopped. */
  pending: Line | null;
  onRevoke: (line: Line) => void;
}

function RevokeButton({ line, acts: { may, pending, onRevoke } }: { line: Line; acts: Acts }) {
  return (
    <Button
      small
      refusal={may ? undefined : m.facts_read_only()}
      busy={pending === line}
      aria-label={m.history_uncover_of({ name: line.name })}
      onClick={() => onRevoke(line)}
    >
      {m.history_uncover()}
    </Button>
  );
}

const columns = (acts: Acts): readonly Column<Line>[] => [
  { id: 'member', title: m.history_member(), cell: (line) => line.name },
  {
    id: 'fact',
    title: m.assess_fact(),
    label: m.assess_fact(),
    cell: ({ fact }) => m.history_covers_fact({ says: fact.says, day: fmt.day(fact.collected) }),
  },
  {
    id: 'since',
    title: m.history_since(),
    label: m.history_since(),
    cell: (line) => <When at={line.since} short />,
  },
  {
    id: 'until',
    title: m.access_roles_until(),
    label: m.access_roles_until(),
    cell: (line) => (line.until ? <When at={line.until} now={now()} short /> : m.access_roles_no_end()),
  },
  {
    id: 'act',
    title: <span className="sr">{m.access_session_action()}</span>,
    numeric: true,
    cell: (line) => <RevokeButton line={line} acts={acts} />,
  },
];
