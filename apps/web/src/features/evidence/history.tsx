import { confirmFact, keyHistory, type Key, type Observation } from '@egide/contract/evidence';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { useWithdraw, type FactToState } from '../../facts/fact-form.ts';
import { CLASS_READERS, FRESHNESS_WORD } from '../../facts/fact-words.ts';
import { RecordFact } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { holds, mayState, useMe } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';
import { CoveredMembers } from './covered-members.tsx';
import { HistoryTable } from './history-table.tsx';
import './history.css';
import { KeyReaders } from './key-readers.tsx';

/** Why this reader cannot state a fact of this key here; undefined when nothing stands in the way. */
const closedBecause = (may: boolean, { byHand }: Key): string | undefined =>
  !may ? m.facts_read_only() : byHand === 'no' ? m.facts_not_by_hand() : undefined;

/** Confirming and taking back, with what either refuses. */
function useActs(finess: string) {
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: (id: string) => call(confirmFact, { params: { finess, id } }),
    onSuccess: () => client.invalidateQueries(),
  });
  const withdraw = useWithdraw(finess);
  const pending = confirm.isPending ? confirm.variables : withdraw.isPending ? withdraw.variables.id : null;
  return { confirm: confirm.mutate, withdraw: withdraw.mutate, pending, error: confirm.error ?? withdraw.error };
}

/** What counts today: the first observation that nobody replaced, corrected or took back. */
const currentOf = (observations: readonly Observation[]): Observation | undefined =>
  observations.find((one) => one.freshness !== 'superseded' && one.correctedBy === null && !one.withdraws);

const verdictOf = (current: Observation | undefined): string =>
  current
    ? m.history_verdict({
        says: current.says,
        day: fmt.day(current.collected),
        state: FRESHNESS_WORD[current.freshness]().toLowerCase(),
      })
    : m.history_none();

/** Every observation of one key: what was said, when, by which source, until when, what replaced it, and what reads it. */
export function History() {
  const { finess, key } = useParams({ from: '/house/etablissements/$finess/faits/$key' });
  const { data, error, refetch } = useQuery(ask(keyHistory, { params: { finess, key } }));
  const [stating, setStating] = useState<FactToState | null>(null);
  const me = useMe();
  const may = mayState(me, finess);
  const acts = useActs(finess);
  const officer = holds(me, 'regional-officer', 'national-officer', 'cert-officer');
  if (!data)
    return error ? (
      <PageProblem error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton widths={[30, 70, 92, 92, 92]} />
    );
  const { observations, readers } = data;
  return (
    <>
      <HistoryHead finess={finess} history={data} may={may} onState={setStating} />
      {acts.error && <ProblemState error={acts.error} />}
      {observations.length === 0 ? (
        <Empty icon="history" title={m.history_empty()}>
          {m.history_empty_why()}
        </Empty>
      ) : (
        <HistoryTable
          rows={observations}
          label={data.key.label}
          acts={{
            onCorrect: setStating,
            onWithdraw: acts.withdraw,
            onConfirm: officer ? acts.confirm : null,
            pending: acts.pending,
          }}
        />
      )}
      <CoveredMembers finess={finess} facts={observations} may={may} />
      <KeyReaders finess={finess} readers={readers} />
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}

interface HeadProps {
  finess: string;
  history: { key: Key; observations: readonly Observation[] };
  /** Whether this reader states facts of this facility. */
  may: boolean;
  onState: (fact: FactToState) => void;
}

function HistoryHead({ finess, history: { key, observations }, may, onState }: HeadProps) {
  const current = currentOf(observations);
  const refusal = closedBecause(may, key);
  return (
    <PageHead
      title={key.label}
      verdict={verdictOf(current)}
      crumbs={[
        <Link key="f" to={paths.facility} params={{ finess }}>
          {m.shell_facility()}
        </Link>,
        m.history_facts(),
      ]}
      provenance={
        <Provenance icon="info">
          {key.meaning} {m.facts_validity({ validity: key.validity })}. {CLASS_READERS[key.class]()}.
        </Provenance>
      }
      actions={
        <Button
          look={refusal ? 'plain' : 'main'}
          icon="plus"
          refusal={refusal}
          onClick={() => onState({ key: key.key, ...(current ? { about: current.about } : {}) })}
        >
          {current ? m.facts_renew() : m.facts_state_it()}
        </Button>
      }
    />
  );
}
