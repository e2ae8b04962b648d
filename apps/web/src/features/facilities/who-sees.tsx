import { describeAccess, type Reader, revokeGrant } from '@egide/contract/grants';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { about, ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Provenance } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { say } from '../../ui/toast.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { GrantDialog } from './grant-dialog.tsx';

type Line = z.infer<typeof Reader>;

/** Who may see it is decided by the server; closed to a reader, it answers as if it were not there. */
export function useWhoSees(finess: string) {
  const access = useQuery(ask(describeAccess, { params: { finess } }));
  return { ...access, closed: isProblem(access.error, 'not-found') };
}

const yes = (open: boolean) => <Status kind={open ? 'ok' : 'unknown'}>{open ? m.people_yes() : m.people_no()}</Status>;

/** Until when, and by which right. */
function lasts({ kind, until }: Line) {
  if (until) return <Typo>{m.people_until({ day: fmt.day(until) })}</Typo>;
  if (kind === 'region' || kind === 'nation') return m.people_by_right();
  return kind === 'public' ? null : m.access_roles_no_end();
}

function columns(revoke: (grant: string) => void, pending: string | undefined): readonly Column<Line>[] {
  return [
    {
      id: 'who',
      title: m.people_who(),
      cell: (row) => (
        <>
          {row.who}
          <span className="small muted under">{row.detail}</span>
          {row.reason && (
            <span className="small muted under">
              {row.reason}
              {row.givenBy && <>{m.people_given_by({ name: row.givenBy })}</>}
            </span>
          )}
        </>
      ),
    },
    { id: 'internal', title: m.people_internal(), label: m.people_internal(), cell: (row) => yes(row.internal) },
    { id: 'steering', title: m.people_steering(), label: m.people_steering(), cell: (row) => yes(row.steering) },
    { id: 'until', title: m.people_lasts(), label: m.people_lasts(), cell: lasts },
    {
      id: 'act',
      title: <span className="sr">{m.access_session_action()}</span>,
      numeric: true,
      cell: ({ grant, who }) =>
        grant && (
          <Button small busy={pending === grant} aria-label={m.people_revoke_of({ who })} onClick={() => revoke(grant)}>
            {m.people_revoke()}
          </Button>
        ),
    },
  ];
}

/** « Qui voit quoi »: everybody who reads something of this facility, by which right, until when. */
export function WhoSees({ finess }: { finess: string }) {
  const { data, error, closed, refetch } = useWhoSees(finess);
  const [giving, setGiving] = useState(false);
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (grant: string) => call(revokeGrant, { params: { finess, grant } }),
    onSuccess: async () => {
      say(m.people_revoked());
      await client.invalidateQueries({ queryKey: about(describeAccess) });
    },
  });
  if (closed) return null;
  return (
    <section className="block block--far" id="droits" aria-labelledby="h-d">
      <div className="line">
        <h2 id="h-d">{m.people_rights()}</h2>
        {data && (
          <Button
            icon="plus"
            refusal={data.can.give ? undefined : (data.can.why ?? m.facts_read_only())}
            onClick={() => setGiving(true)}
          >
            {m.people_grant()}
          </Button>
        )}
      </div>
      <p>{m.people_classes()}</p>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {revoke.error && <ProblemState error={revoke.error} />}
      {!data && !error && <Skeleton />}
      {data && (
        <StackTable
          className="after"
          rows={data.readers}
          keyOf={(row) => `${row.kind} ${row.who} ${row.grant ?? row.from ?? ''}`}
          caption={m.people_rights()}
          columns={columns(revoke.mutate, revoke.isPending ? revoke.variables : undefined)}
        />
      )}
      {data && (
        <Provenance icon="eye">
          {data.lastInside
            ? m.people_last_inside({ who: data.lastInside.who, when: fmt.instant(data.lastInside.at) })
            : m.people_never_inside()}{' '}
          <Link to={paths.log} params={{ finess }}>
            {m.people_see_journal()}
          </Link>
        </Provenance>
      )}
      {data && <GrantDialog finess={finess} groups={data.groups} open={giving} onClose={() => setGiving(false)} />}
    </section>
  );
}
