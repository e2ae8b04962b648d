import { confirmFact, listToConfirm, type WaitingFact } from '@egide/contract/evidence';
import { readRegion } from '@egide/contract/observatory';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { about, ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { now } from '../../clock.ts';
import { FactSource } from '../../facts/fact-source.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { say } from '../../ui/toast.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

type Line = z.infer<typeof WaitingFact>;

/** What facilities of a region documented from official files, and an officer has not made official yet. */
export function ToConfirm() {
  const { region } = useParams({ from: '/house/territoire/$region/a-confirmer' });
  const { data, error, refetch } = useQuery(ask(listToConfirm, { params: { region } }));
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: ({ facility, fact }: Line) => call(confirmFact, { params: { finess: facility.finess, id: fact.id } }),
    onSuccess: async (_, { facility, fact }) => {
      say(m.history_confirmed({ label: fact.label, name: facility.name }));
      await Promise.all([listToConfirm, readRegion].map((one) => client.invalidateQueries({ queryKey: about(one) })));
    },
  });
  if (!data)
    return error ? (
      <PageProblem error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton widths={[30, 70, 92, 92]} />
    );
  const { total, waiting } = data;
  const facilities = new Set(waiting.map(({ facility }) => facility.finess)).size;
  return (
    <>
      <PageHead
        title={m.history_waiting()}
        verdict={total === 0 ? m.history_waiting_none() : m.history_waiting_verdict({ n: total, facilities })}
        crumbs={[
          <Link key="t" to={paths.territory} params={{ region }}>
            {m.shell_territory()}
          </Link>,
          m.history_waiting(),
        ]}
        provenance={<Provenance icon="info">{m.history_waiting_how()}</Provenance>}
      />
      {confirm.error && (
        <ProblemState
          error={confirm.error}
          onRetry={() => {
            confirm.reset();
            void refetch();
          }}
        />
      )}
      {total === 0 ? (
        <Empty icon="check" title={m.history_waiting_empty()}>
          {m.history_waiting_empty_why()}
        </Empty>
      ) : (
        <StackTable
          rows={waiting}
          keyOf={({ fact }) => fact.id}
          caption={m.history_waiting()}
          columns={columns(confirm.mutate, confirm.isPending ? confirm.variables.fact.id : null)}
        />
      )}
      {waiting.length < total && (
        <p className="small muted after">
          {m.history_waiting_shown({ shown: fmt.number(waiting.length), total: fmt.number(total) })}
        </p>
      )}
    </>
  );
}

const columns = (onConfirm: (line: Line) => void, pending: string | null): readonly Column<Line>[] => [
  {
    id: 'facility',
    title: m.shell_facility(),
    cell: ({ facility }) => (
      <Link to={paths.facility} params={{ finess: facility.finess }}>
        {facility.name}
      </Link>
    ),
  },
  {
    id: 'fact',
    title: m.assess_fact(),
    label: m.assess_fact(),
    cell: ({ facility, fact }) => (
      <>
        <Link to={paths.history} params={{ finess: facility.finess, key: fact.key }}>
          {fact.label}
        </Link>
        {fact.about.kind !== 'entity' && <span className="small muted under">{fact.about.label}</span>}
      </>
    ),
  },
  { id: 'says', title: m.assess_value(), label: m.assess_value(), cell: ({ fact }) => <b>{fact.says}</b> },
  {
    id: 'collected',
    title: m.assess_collected(),
    label: m.assess_collected(),
    cell: ({ fact }) => <When at={fact.collected} now={now()} short />,
  },
  { id: 'source', title: m.assess_source(), label: m.assess_source(), cell: ({ fact }) => <FactSource fact={fact} /> },
  {
    id: 'act',
    title: <span className="sr">{m.access_session_action()}</span>,
    numeric: true,
    cell: (line) => (
      <Button
        small
        busy={pending === line.fact.id}
        aria-label={m.history_confirm_of({ label: line.fact.label, name: line.facility.name })}
        onClick={() => onConfirm(line)}
      >
        {m.history_confirm()}
      </Button>
    ),
  },
];
