import { signOut } from '@egide/contract/access';
import { acceptRole, declineRole, type readInvitation } from '@egide/contract/people';
import type { AnswerOf } from '@egide/contract/endpoint';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { meQuery, type Me } from '../../session.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';

interface AcceptanceProps {
  token: string;
  asked: Extract<AnswerOf<typeof readInvitation>, { kind: 'acceptance' }>;
}

/** A role offered to somebody whose account another place opened: which, where and by whom; the person answers once signed in. */
export function Acceptance({ token, asked }: AcceptanceProps) {
  const me = useQuery(meQuery);
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: async (accepts: boolean) => {
      await call(accepts ? acceptRole : declineRole, { params: { token } });
      return accepts;
    },
    // What may be read has changed.
    onSuccess: (accepts) => (accepts ? client.invalidateQueries({ queryKey: meQuery.queryKey }) : undefined),
  });
  if (answer.data !== undefined) return <Answered accepts={answer.data} asked={asked} />;
  if (me.error) return <ProblemState error={me.error} onRetry={() => void me.refetch()} />;
  if (me.data === undefined) return <Skeleton />;
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Offer asked={asked} />
      {answer.error && <ProblemState error={answer.error} />}
      {me.data?.login === asked.login ? (
        <>
          <Button look="main" busy={answer.isPending && answer.variables} onClick={() => answer.mutate(true)}>
            {m.people_acceptance_do()}
          </Button>
          <Button busy={answer.isPending && !answer.variables} onClick={() => answer.mutate(false)}>
            {m.people_acceptance_decline()}
          </Button>
        </>
      ) : (
        <WayIn me={me.data} token={token} login={asked.login} />
      )}
      <p className="small muted">{m.people_invitation_until({ day: fmt.instant(asked.expires) })}</p>
    </form>
  );
}

function Offer({ asked }: Pick<AcceptanceProps, 'asked'>) {
  const { role, organisation, until, givenBy, login, openedBy } = asked;
  return (
    <>
      <p className="step">{m.people_invitation_step()}</p>
      <h1>{m.people_acceptance_title()}</h1>
      <ul className="rows">
        <li>
          <b>{organisation}</b>
          <p className="muted">{ROLE_WORD[role]()}</p>
          {until && (
            <p className="muted">
              <Typo>{m.people_until({ day: fmt.day(until) })}</Typo>
            </p>
          )}
          {givenBy && <p className="muted">{m.people_acceptance_by({ name: givenBy })}</p>}
        </li>
      </ul>
      <p>
        <Typo>{m.people_acceptance_account({ login, place: openedBy })}</Typo>
      </p>
      <p className="small muted">{m.people_acceptance_stranger()}</p>
    </>
  );
}

/** The token goes along behind `#`, as it came: into no request and no log. */
const BACK = { to: paths.signIn, search: { retour: paths.invitation } } as const;

function WayIn({ me, token, login }: { me: Me | null; token: string; login: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: async () => {
      await navigate({ ...BACK, hash: token });
      client.clear();
    },
  });
  if (me === null)
    return (
      <Link className="btn btn--main" {...BACK} hash={token}>
        {m.people_acceptance_sign_in()}
      </Link>
    );
  return (
    <>
      <Banner tone="warn">{m.people_acceptance_other({ login: me.login, wanted: login })}</Banner>
      {change.error && <ProblemState error={change.error} />}
      <Button look="main" busy={change.isPending} onClick={() => change.mutate()}>
        {m.people_acceptance_change()}
      </Button>
    </>
  );
}

function Answered({ accepts, asked: { role, organisation } }: { accepts: boolean } & Pick<AcceptanceProps, 'asked'>) {
  return (
    <form>
      <h1>{accepts ? m.people_acceptance_done() : m.people_acceptance_declined()}</h1>
      <Banner tone="ok">
        {accepts
          ? m.people_acceptance_done_text({ role: ROLE_WORD[role](), where: organisation })
          : m.people_acceptance_declined_text({ where: organisation })}
      </Banner>
      <Link className="btn btn--main" to={paths.home}>
        {m.people_acceptance_open()}
      </Link>
    </form>
  );
}
