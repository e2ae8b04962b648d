import { listFacts, vocabulary } from '@egide/contract/evidence';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { mayState, useMe, workplacesOf } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import './facility.css';
import { KnownFacts } from './known-facts.tsx';
import { domainsOf } from './known.ts';

/** One legal entity: what is known of it, from where, until when. */
export function FacilityPage() {
  const { finess } = useParams({ from: '/house/etablissements/$finess' });
  const { domaine } = useSearch({ from: '/house/etablissements/$finess' });
  const navigate = useNavigate();
  const facts = useQuery(ask(listFacts, { params: { finess } }));
  const words = useQuery({ ...ask(vocabulary, {}), staleTime: Infinity });
  const [stating, setStating] = useState<FactToState | null>(null);
  const me = useMe();
  const error = facts.error ?? words.error;
  if (error) return <ProblemState error={error} onRetry={() => { void facts.refetch(); void words.refetch(); }} />;
  if (!facts.data || !words.data) return <Skeleton widths={[30, 70, 92, 92, 92]} />;
  const may = mayState(me, finess);
  const domains = domainsOf(facts.data.facts, words.data.keys, words.data.groups);
  const all = domains.flatMap((domain) => domain.facts);
  const ended = all.filter((fact) => fact.freshness === 'ended');
  const ending = all.filter((fact) => fact.freshness === 'ending').length;
  const first = ended[0];
  const name = (me && workplacesOf(me).find((place) => place.id === finess)?.name) ?? fmt.finess(finess);
  const verdict = all.length === 0 ? m.facility_verdict_none() : m.facility_verdict({ total: all.length, valid: all.length - ended.length - ending, ending, ended: ended.length });
  return (
    <>
      <PageHead
        title={name} verdict={verdict} provenance={<Provenance><Typo>{m.facility_provenance({ day: fmt.day(facts.data.at) })}</Typo></Provenance>}
        actions={may && <><Link className="btn" to={paths.factsImport} params={{ finess }}><Icon name="upload" />{m.facility_import()}</Link>{first && <Button look="main" onClick={() => setStating({ key: first.key, about: first.about })}>{m.facility_renew({ n: ended.length })}</Button>}</>}
      />
      {domains.length === 0
        ? <Empty icon="file" title={m.history_empty()}>{m.history_empty_why()}</Empty>
        : <KnownFacts finess={finess} domains={domains} open={domaine} onOpen={(next) => void navigate({ to: paths.facility, params: { finess }, search: next ? { domaine: next } : {}, replace: true, resetScroll: false })} />}
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}
