import { confirmFact, keyHistory, type Observation } from '@egide/contract/evidence';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { about, ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { now } from '../../clock.ts';
import { CLASS_READERS, FRESHNESS_KIND, FRESHNESS_WORD, TRUST_WORD } from '../../facts/fact-words.ts';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { holds, mayState, useMe } from '../../session.ts';
import { Badge, Button } from '../../ui/button.tsx';
import { FreshnessBar } from '../../ui/freshness.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import './history.css';

/** Every observation of one key: what was said, when, by which source, until when, and what replaced it. */
export function History() {
  const { finess, key } = useParams({ from: '/house/etablissements/$finess/faits/$key' });
  const { data, error, refetch } = useQuery(ask(keyHistory, { params: { finess, key } }));
  const [stating, setStating] = useState<FactToState | null>(null);
  const me = useMe();
  const may = mayState(me, finess);
  const client = useQueryClient();
  const confirm = useMutation({ mutationFn: (id: string) => call(confirmFact, { params: { finess, id } }), onSuccess: () => client.invalidateQueries({ queryKey: about(keyHistory) }) });
  const officer = holds(me, 'regional-officer', 'national-officer', 'cert-officer');
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton widths={[30, 70, 92, 92, 92]} />;
  const current = data.observations.find((one) => one.freshness !== 'superseded' && one.correctedBy === null);
  const verdict = current ? m.history_verdict({ says: current.says, day: fmt.day(current.collected), state: FRESHNESS_WORD[current.freshness]().toLowerCase() }) : m.history_none();
  return (
    <>
      <PageHead
        title={data.key.label} verdict={verdict}
        crumbs={[<Link key="f" to={paths.facility} params={{ finess }}>{m.shell_facility()}</Link>, m.history_facts()]}
        provenance={<Provenance icon="info">{data.key.meaning} {m.facts_validity({ validity: data.key.validity })}. {CLASS_READERS[data.key.class]()}.</Provenance>}
        actions={<Button look={may ? 'main' : 'plain'} icon="plus" refusal={may ? undefined : m.facts_read_only()} onClick={() => setStating({ key, ...(current ? { about: current.about } : {}) })}>{current ? m.facts_renew() : m.facts_state_it()}</Button>}
      />
      {confirm.error && <ProblemState error={confirm.error} />}
      {data.observations.length === 0 ? <Empty icon="history" title={m.history_empty()}>{m.history_empty_why()}</Empty> : (
        <StackTable className="history" rows={data.observations} keyOf={(row) => row.id} caption={m.history_caption({ label: data.key.label })} rowClass={(row) => (row.correctedBy ? 'gone' : undefined)} columns={columns({ may, onCorrect: setStating, onConfirm: officer ? confirm.mutate : null })} />
      )}
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}

interface Acts { may: boolean; onCorrect: (fact: FactToState) => void; onConfirm: ((id: string) => void) | null }

function columns({ may, onCorrect, onConfirm }: Acts): readonly Column<Observation>[] {
  return [
    { id: 'says', title: m.assess_value(), cell: (row) => <><b>{row.says}</b>{row.about.kind !== 'entity' && <span className="why">{row.about.label}</span>}</> },
    { id: 'collected', title: m.assess_collected(), label: m.assess_collected(), cell: (row) => <When at={row.collected} now={now()} short /> },
    { id: 'life', title: m.history_life(), className: 'life', cell: (row) => (row.correctedBy ? m.history_corrected() : <FreshnessBar collected={row.collected} expires={row.expires} now={now()} />) },
    { id: 'state', title: m.history_state(), label: m.history_state(), cell: (row) => <Status kind={row.toConfirm ? 'todo' : FRESHNESS_KIND[row.freshness]}>{row.toConfirm ? m.history_to_confirm() : FRESHNESS_WORD[row.freshness]()}</Status> },
    { id: 'source', title: m.assess_source(), label: m.assess_source(), cell: (row) => <>{row.source.label}{row.author && <span className="why">{m.history_by({ name: row.author, day: fmt.shortDay(row.recorded) })}</span>}{row.note && <span className="why">{row.note}</span>}{row.corrects && <span className="why">{m.history_corrects()}</span>}</> },
    { id: 'trust', title: m.assess_trust(), label: m.assess_trust(), cell: (row) => <Badge>{TRUST_WORD[row.trust]()}</Badge> },
    { id: 'act', title: <span className="sr">{m.access_session_action()}</span>, numeric: true, cell: (row) => <span className="actions">{onConfirm && row.toConfirm && <Button small onClick={() => onConfirm(row.id)}>{m.history_confirm()}</Button>}{may && row.correctedBy === null && <Button small aria-label={m.history_correct_of({ day: fmt.day(row.collected) })} onClick={() => onCorrect({ key: row.key, about: row.about, value: row.value, corrects: row.id })}>{m.history_correct()}</Button>}</span> },
  ];
}
