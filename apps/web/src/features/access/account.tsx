import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endSession, listSessions, signOutEverywhere, type Session } from '@egide/contract/access';
import type { z } from 'zod';
import { about, ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { now } from '../../clock.ts';
import { paths } from '../../paths.ts';
import { useMe, type Me } from '../../session.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Badge, Button } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { Language } from './language.tsx';
import { PasswordForm } from './password-form.tsx';

type Line = z.infer<typeof Session>;

/** My own account: where I am signed in, what I hold, my password, my language. */
export function Account() {
  const me = useMe();
  if (!me) return null;
  return (
    <>
      <PageHead title={m.people_account()} verdict={m.people_account_of({ name: me.name, login: me.login })} />
      <Sessions />
      {me.holds.length > 0 && <Roles me={me} />}
      <PasswordForm />
      <Language />
    </>
  );
}

/** Each of my sessions can be ended from here. */
function Sessions() {
  const client = useQueryClient();
  const sessions = useQuery(ask(listSessions, {}));
  const end = useMutation({
    mutationFn: (session: string) => call(endSession, { params: { session } }),
    onSuccess: () => client.invalidateQueries({ queryKey: about(listSessions) }),
  });
  const endAll = useMutation({
    mutationFn: () => call(signOutEverywhere, {}),
    onSuccess: () => location.assign(paths.signIn),
  });
  const error = sessions.error ?? end.error ?? endAll.error;
  const list = sessions.data?.sessions;
  return (
    <section aria-labelledby="h-sessions">
      <div className="line">
        <h2 id="h-sessions">{m.access_sessions_title()}</h2>
        <Button small busy={endAll.isPending} onClick={() => endAll.mutate()}>
          {m.access_sessions_end_all()}
        </Button>
      </div>
      {list && <p className="muted">{m.access_sessions_verdict({ n: list.length })}</p>}
      {error && <ProblemState error={error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <Skeleton />}
      {list && (
        <StackTable
          className="after"
          rows={list}
          keyOf={(row) => row.id}
          caption={m.access_sessions_title()}
          columns={columns(end.mutate, end.isPending ? end.variables : undefined)}
        />
      )}
    </section>
  );
}

function columns(end: (session: string) => void, ending: string | undefined): readonly Column<Line>[] {
  return [
    {
      id: 'agent',
      title: m.access_session_agent(),
      cell: (row) => (
        <>
          {row.agent} {row.current && <Badge tone="brand">{m.access_session_current()}</Badge>}
        </>
      ),
    },
    {
      id: 'address',
      title: m.access_session_address(),
      label: m.access_session_address(),
      cell: (row) => row.address,
    },
    {
      id: 'opened',
      title: m.access_session_opened(),
      label: m.access_session_opened(),
      cell: (row) => <When at={row.opened} now={now()} short />,
    },
    {
      id: 'seen',
      title: m.access_session_seen(),
      label: m.access_session_seen(),
      cell: (row) => fmt.instant(row.seen),
    },
    {
      id: 'end',
      title: <span className="sr">{m.access_session_action()}</span>,
      numeric: true,
      cell: ({ id, current, agent }) =>
        !current && (
          <Button small aria-label={m.access_session_end_of({ agent })} busy={ending === id} onClick={() => end(id)}>
            {m.access_session_end()}
          </Button>
        ),
    },
  ];
}

function Roles({ me }: { me: Me }) {
  return (
    <section className="block block--far" aria-labelledby="roles">
      <h2 id="roles">{m.access_roles_title()}</h2>
      <StackTable
        rows={me.holds}
        keyOf={(row) => `${row.role} ${row.organisation.kind} ${row.organisation.id}`}
        columns={[
          { id: 'where', title: m.access_roles_where(), cell: (row) => row.organisation.name },
          {
            id: 'role',
            title: m.access_roles_role(),
            label: m.access_roles_role(),
            cell: (row) => ROLE_WORD[row.role](),
          },
          {
            id: 'until',
            title: m.access_roles_until(),
            label: m.access_roles_until(),
            cell: (row) => (row.until ? <When at={row.until} short /> : m.access_roles_no_end()),
          },
        ]}
      />
    </section>
  );
}
