import { readFacility } from '@egide/contract/facilities';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { RecordFact, type FactToState } from '../../facts/record-fact.tsx';
import { paths } from '../../paths.ts';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import './facility.css';
import { FacilityHead } from './facility-head.tsx';
import { Identity } from './identity.tsx';
import { KnownFacts } from './known-facts.tsx';
import { Sites } from './sites.tsx';
import { useDomains, type Known } from './use-domains.ts';
import { useWhoSees, WhoSees } from './who-sees.tsx';

const ROUTE = '/house/etablissements/$finess';

/** One legal entity: who it is, its sites, what is known of it, from where, until when. */
export function FacilityPage() {
  const { finess } = useParams({ from: ROUTE });
  const facility = useQuery(ask(readFacility, { params: { finess } }));
  const known = useDomains(finess);
  const rights = useWhoSees(finess);
  const [stating, setStating] = useState<FactToState | null>(null);
  if (facility.error && !facility.data)
    return <PageProblem error={facility.error} onRetry={() => void facility.refetch()} />;
  if (!facility.data) return <Skeleton widths={[30, 70, 92, 92, 92]} />;
  return (
    <>
      <FacilityHead facility={facility.data} known={known} onRenew={setStating} />
      <Parts finess={finess} facts={!known.closed} rights={!rights.closed} />
      <Identity facility={facility.data} />
      <Sites facility={facility.data} />
      <WhatIsKnown finess={finess} known={known} />
      <WhoSees finess={finess} />
      <RecordFact finess={finess} fact={stating} onClose={() => setStating(null)} />
    </>
  );
}

interface PartsProps {
  finess: string;
  /** Open to this reader. */
  facts: boolean;
  rights: boolean;
}

/** The parts of the page, and the pages beside it; those closed to a reader are not named. */
function Parts({ finess, facts, rights }: PartsProps) {
  return (
    <nav className="tabs" aria-label={m.facility_parts()}>
      <a href="#identite">{m.facility_identity()}</a>
      <a href="#sites">{m.facility_sites()}</a>
      {facts && <a href="#faits">{m.history_facts()}</a>}
      {rights && (
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
  );
}

/** The facts by domain, or that there are none yet; the open domain stands in the address. */
function WhatIsKnown({ finess, known }: { finess: string; known: Known }) {
  const { domaine } = useSearch({ from: ROUTE });
  const navigate = useNavigate();
  if (known.error) return <ProblemState error={known.error} onRetry={known.refetch} />;
  if (!known.domains) return null;
  if (known.domains.length === 0)
    return (
      <section className="block block--far" id="faits">
        <Empty icon="file" title={m.history_empty()}>
          {m.history_empty_why()}
        </Empty>
      </section>
    );
  return (
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
  );
}
