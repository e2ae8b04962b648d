import { listPeople, type Person } from '@egide/contract/people';
import { readFacility } from '@egide/contract/facilities';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ask } from '../../api/ask.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem, ProblemState } from '../../ui/problem-state.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { m } from '../../ui/words.ts';
import { Invite } from './invite.tsx';
import { LetIn, type Locked } from './let-in.tsx';
import './people.css';
import { PastRoles, PersonTable, type Acts } from './person-table.tsx';
import { current, isAwaited } from './person-words.ts';
import { Services } from './services.tsx';
import { useActs } from './use-acts.ts';

const WHY = 'people-why';

/** How many work here, and how many have not come in yet. */
function verdictOf(people: readonly Person[]): string {
  const waiting = people.filter(isAwaited).length;
  return [
    m.people_verdict({ n: people.length }),
    ...(waiting > 0 ? [m.people_verdict_waiting({ n: waiting })] : []),
  ].join(' ');
}

/** The people of a facility: who has which role, who is invited, and what to do when a link or a phone is lost. */
export function FacilityPeople() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/personnes' });
  const facility = useQuery(ask(readFacility, { params: { finess } }));
  const list = useQuery(ask(listPeople, { params: { finess } }));
  const [inviting, setInviting] = useState(false);
  const [locked, setLocked] = useState<Locked | null>(null);
  const act = useActs();
  const error = facility.error ?? list.error;
  if (error)
    return (
      <PageProblem
        error={error}
        onRetry={() => {
          void facility.refetch();
          void list.refetch();
        }}
      />
    );
  if (!facility.data || !list.data) return <Skeleton widths={[30, 70, 92, 92, 92]} />;
  const { people, can } = list.data;
  const here = people.filter((person) => current(person).length > 0);
  const acts: Acts = {
    onEnd: (person, hold) => act.end({ person, hold }),
    onLink: (person) => setLocked({ person, lost: 'link' }),
    onAsk: (person, hold) => setLocked({ person, lost: 'acceptance', hold }),
    onPhone: (person) => setLocked({ person, lost: 'phone' }),
    platform: null,
  };
  return (
    <>
      <PageHead
        title={m.people_title()}
        verdict={verdictOf(here)}
        crumbs={[
          <Link key="f" to={paths.facility} params={{ finess }}>
            {facility.data.name}
          </Link>,
        ]}
        actions={
          <Button
            look={can.give ? 'main' : 'plain'}
            icon="plus"
            refusal={can.give ? undefined : (can.why ?? m.facts_read_only())}
            onClick={() => setInviting(true)}
          >
            {m.people_invite()}
          </Button>
        }
      />
      {!can.give && (
        <p className="sr" id={WHY}>
          {can.why}
        </p>
      )}
      {act.error && <ProblemState error={act.error} />}
      {here.length === 0 ? (
        <Empty icon="users" title={m.people_none()}>
          {m.people_none_why()}
        </Empty>
      ) : (
        <PersonTable people={here} here={finess} acts={acts} closedBy={can.give ? null : WHY} />
      )}
      <PastRoles people={people} />
      <Services finess={finess} />
      <Invite finess={finess} open={inviting} onClose={() => setInviting(false)} />
      <LetIn locked={locked} onClose={() => setLocked(null)} />
    </>
  );
}
