import { acceptInvitation, readInvitation } from '@egide/contract/people';
import type { AnswerOf } from '@egide/contract/endpoint';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { ask } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { paths } from '../../paths.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';
import { Acceptance } from './acceptance.tsx';
import { Gate } from './gate.tsx';
import { passwordFault } from './new-password.ts';

/** The link that a director or the platform hands over: to choose a password, or to accept a role. It works once. */
export function InvitationPage() {
  // Behind `#`: opening the page sends it to no server and leaves it in no log.
  const token = useLocation().hash;
  // Another link put into the same window begins anew.
  return <Opened key={token} token={token} />;
}

function Opened({ token }: { token: string }) {
  const readable = token.length >= 20;
  const invitation = useQuery({
    ...ask(readInvitation, { params: { token } }),
    enabled: readable,
    staleTime: Infinity,
  });
  const [done, setDone] = useState(false);
  if (done)
    return (
      <Gate help={false}>
        <Chosen />
      </Gate>
    );
  if (!readable || isProblem(invitation.error, 'not-found', 'invalid-input'))
    return (
      <Gate help={false}>
        <Spent />
      </Gate>
    );
  if (invitation.error)
    return (
      <Gate help={false}>
        <ProblemState error={invitation.error} onRetry={() => void invitation.refetch()} />
      </Gate>
    );
  return (
    <Gate help={false}>
      {!invitation.data && <Skeleton />}
      {invitation.data?.kind === 'acceptance' && <Acceptance token={token} asked={invitation.data} />}
      {invitation.data?.kind === 'password' && (
        <ChoosePassword token={token} invitation={invitation.data} onDone={() => setDone(true)} />
      )}
    </Gate>
  );
}

interface ChooseProps {
  token: string;
  invitation: Extract<AnswerOf<typeof readInvitation>, { kind: 'password' }>;
  onDone: () => void;
}

function ChoosePassword({ token, invitation, onDone }: ChooseProps) {
  const { login, name, expires, roles } = invitation;
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const accept = useMutation({
    mutationFn: () => call(acceptInvitation, { params: { token }, body: { password } }),
    onSuccess: onDone,
  });
  const short = asked ? passwordFault(password) : undefined;
  const weak = isProblem(accept.error, 'password-too-weak') ? accept.error.problem.detail : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!passwordFault(password)) accept.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="step">{m.people_invitation_step()}</p>
      <h1>{m.people_invitation_title({ name })}</h1>
      {roles.length === 0 && <p className="verdict">{m.people_invitation_none()}</p>}
      {roles.length > 0 && (
        <ul className="rows">
          {roles.map(({ role, organisation }) => (
            <li key={`${role} ${organisation}`}>
              <b>{organisation}</b>
              <p className="muted">{ROLE_WORD[role]()}</p>
            </li>
          ))}
        </ul>
      )}
      {accept.error && weak === undefined && <ProblemState error={accept.error} />}
      <TextField label={m.access_login()} type="email" autoComplete="username" readOnly value={login} />
      <PasswordField
        label={m.people_password_new()}
        hint={m.people_password_rules()}
        error={short ?? weak}
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
          accept.reset();
        }}
      />
      <Button look="main" type="submit" busy={accept.isPending}>
        {m.people_invitation_do()}
      </Button>
      <p className="small muted">{m.people_invitation_until({ day: fmt.instant(expires) })}</p>
    </form>
  );
}

function Chosen() {
  return (
    <form>
      <h1>{m.people_invitation_done()}</h1>
      <Banner tone="ok">{m.people_invitation_done_text()}</Banner>
      <Link className="btn btn--main" to={paths.signIn}>
        {m.access_sign_in()}
      </Link>
    </form>
  );
}

/** Used, replaced, too old or cut by a mail program: told alike, with what to do. */
function Spent() {
  return (
    <form>
      <h1>{m.people_invitation_spent()}</h1>
      <p className="verdict">{m.people_invitation_spent_why()}</p>
      <Link className="btn" to={paths.signIn}>
        {m.people_invitation_known()}
      </Link>
    </form>
  );
}
