import { listFacts, vocabulary } from '@egide/contract/evidence';
import { readFacility, type Facility } from '@egide/contract/facilities';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { isProblem } from '../../api/problem.ts';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { mayState, useMe } from '../../session.ts';
import { Badge, Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import './facility.css';
import { Identity, RegionName } from './identity.tsx';
import { KnownFacts } from './known-facts.tsx';
import { domainsOf, type Domain } from './known.ts';
import { registerNote } from '../../facts/register-note.ts';
import { Sites } from './sites.tsx';
import { useWhoSees, WhoSees } from './who-sees.tsx';

/** Facts that this reader may see; null when none are open to them, which reads like none at all. */
function useDomains(finess: string) {
  const facts = useQuery(ask(listFacts, { params: { finess } }));
  const words = useQuery({ ...ask(vocabulary, {}), staleTime: Infinity });
  const closed = isProblem(facts.error, 'not-found');
  const error = closed ? null : (facts.error ?? words.error);
  const domains = facts.data && words.data ? domainsOf(facts.data.facts, words.data.keys, words.data.groups) : null;
  const keys = new Map((words.data?.keys ?? []).map(({ key, byHand }) => [key, byHand]));
  return {
    closed,
    error: domains ? null : error,
    domains,
    keys,
    refetch: () => {
      void facts.refetch();
      void words.refetch();
    },
  };
}

const count = (domains: readonly Domain[], pick: (domain: Domain) => number) =>
  domains.reduce((sum, domain) => sum + pick(domain), 0);

function verdictOf(facility: Facility, domains: readonly Domain[] | null): string {
  const place = facility.open
    ? m.facility_verdict_open({ n: facility.sitesOpen })
    : m.facility_verdict_closed({ day: facility.closed ? fmt.day(facility.closed) : m.facility_no_day() });
  if (!domains) return place;
  const known = {
    valid: count(domains, (one) => one.valid),
    ending: count(domains, (one) => one.ending),
    ended: count(domains, (one) => one.ended),
  };
  const total = known.valid + known.ending + known.ended;
  return `${place} ${total === 0 ? m.facility_verdict_none() : m.facility_verdict({ total, ...known })}`;
}

/** One legal entity: who it is, its sites, what is known of it, from where, until when. */
export function FacilityPage() {
  const { finess } = useParams({ from: '/house/etablissements/$finess' });
  const { domaine } = useSearch({ from: '/house/etablissements/$finess' });
  const navigate = useNavigate();
  const facility = useQuery(ask(readFacility, { params: { finess } }));
  const known = useDomains(finess);
  const [stating, setStating] = useState<FactToState | null>(null);
  const rights = useWhoSees(finess);
  const may = mayState(useMe(), finess);
  if (facility.error && !facility.data)
    return <PageProblem error={facility.error} onRetry={() => void facility.refetch()} />;
  if (!facility.data) return <Skeleton widths={[30, 70, 92, 92, 92]} />;
  const { data } = facility;
  const ended = (known.domains ?? []).flatMap((domain) => domain.facts).filter((fact) => fact.freshness === 'ended');
  const first = ended.find((fact) => known.keys.get(fact.key) !== 'no');
  return (
    <>
      <PageHead
        title={data.name}
        verdict={verdictOf(data, known.domains)}
        crumbs={[
          ...(data.region ? [<RegionName key="r" region={data.region} />] : []),
          ...(data.department ? [data.department.name] : []),
          ...data.groups.map((group) => group.name),
        ]}
        provenance={
          <Provenance>
            <Typo>{registerNote(data.provenance)}</Typo>
            {data.fictional && (
              <>
                {' '}
                <Badge tone="warn">{m.shell_fictional()}</Badge>
              </>
            )}
          </Provenance>
        }
        actions={
          may && (
            <>
              <Link className="btn" to={paths.factsImport} params={{ finess }}>
                <Icon name="upload" />
                {m.facility_import()}
              </Link>
              {first && (
                <Button look="main" onClick={() => setStating({ key: first.key, about: first.about })}>
                  {m.facility_renew({ n: ended.length })}
                </Button>
              )}
            </>
          )
        }
      />
      <nav className="tabs" aria-label={m.facility_parts()}>
        <a href="#identite">{m.facility_identity()}</a>
        <a href="#sites">{m.facility_sites()}</a>
        {!known.closed && <a href="#faits">{m.history_facts()}</a>}
        {!rights.closed && (
          <>
            <a href="#droits">{m.people_rights()}</a>
            <Link to={paths.people} params={{ finess }}>
              {m.people_title()}
            </Link>
            <Link to={paths.log} params={{ finess }}>
              {m.journal_title()}
            </Link>
          </>
        )}
      </nav>
      <Identity facility={data} />
      <Sites facility={data} />
      {known.error && <ProblemState error={known.error} onRetry={known.refetch} />}
      {known.domains?.length === 0 && (
        <section className="block block--far" id="faits">
          <Empty icon="file" title={m.history_empty()}>
            {m.history_empty_why()}
          </Empty>
        </section>
      )}
      {known.domains && known.domains.length > 0 && (
        <KnownFacts
          finess={finess}
          domains={known.domains}
          open={domaine}
          onOpen={(next) =>
            void navigate({
              to: paths.facility,
              params: { finess },
              search: next ? { domaine: next } : {},
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
      <WhoSees finess={finess} />
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}
