import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem.ts';
import { adoptLanguage } from '../../language.ts';
import { paths } from '../../paths.ts';
import { meQuery, type Me } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { m } from '../../ui/words.ts';
import { Enrolment } from './enrolment.tsx';
import { Gate } from './gate.tsx';
import { OneTimeCode } from './one-time-code.tsx';
import { useSetup } from './setup-query.ts';
import { plainCode, useSignIn, type Step } from './use-sign-in.ts';

/** Two steps: who, then the code that proves it; at the first visit the second step gives the secret. */
export function SignIn() {
  const [step, setStep] = useState<Step>({ at: 'password' });
  const [who, setWho] = useState<Who>({ login: '', password: '' });
  const [code, setCode] = useState('');
  const onIn = useWayIn();
  const go = (next: Step) => {
    setStep(next);
    setCode('');
  };
  const send = useSignIn({ onStep: go, onIn });
  const needed = useSetup()?.needed ?? false;
  if (needed) return <Navigate to={paths.setUp} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(step.at === 'password' ? who : { ...who, code: plainCode(code) });
  };
  const restart = () => {
    go({ at: 'password' });
    send.reset();
  };
  const sending = { error: send.error, busy: send.isPending };
  return (
    <Gate>
      <form onSubmit={submit}>
        {step.at === 'password' ? (
          <PasswordStep {...sending} who={who} onChange={setWho} />
        ) : (
          <CodeStep {...sending} step={step} login={who.login} code={code} onChange={setCode} onRestart={restart} />
        )}
      </form>
    </Gate>
  );
}

/** Into the house, where the address asked to return to, and with nothing left of a reader before. */
function useWayIn() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { retour } = useSearch({ from: paths.signIn });
  return async (me: Me) => {
    client.clear();
    client.setQueryData(meQuery.queryKey, me);
    // The token of a link stays behind `#` all the way; an address of the house brings its own.
    const href = retour === paths.invitation ? `${retour}${location.hash}` : (retour ?? paths.home);
    if (adoptLanguage(me)) location.assign(href);
    else await navigate({ href });
  };
}

interface Who {
  login: string;
  password: string;
}
interface Sending {
  error: Error | null;
  busy: boolean;
}

function PasswordStep({ who, onChange, error, busy }: Sending & { who: Who; onChange: (who: Who) => void }) {
  return (
    <>
      <p className="step">{m.access_step({ n: 1 })}</p>
      <h1>{m.access_sign_in()}</h1>
      {error && <ProblemState error={error} />}
      <TextField
        label={m.access_login()}
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={who.login}
        onChange={(event) => onChange({ ...who, login: event.target.value })}
      />
      <PasswordField
        label={m.access_password()}
        autoComplete="current-password"
        required
        value={who.password}
        onChange={(event) => onChange({ ...who, password: event.target.value })}
      />
      <Button look="main" type="submit" busy={busy}>
        {m.access_continue()}
      </Button>
      <p className="small muted">{m.access_forgotten()}</p>
    </>
  );
}

interface CodeStepProps extends Sending {
  step: Exclude<Step, { at: 'password' }>;
  login: string;
  code: string;
  onChange: (code: string) => void;
  onRestart: () => void;
}

function CodeStep({ step, login, code, onChange, onRestart, error, busy }: CodeStepProps) {
  const wrong = isProblem(error, 'code-refused') ? (error.problem.detail ?? error.problem.title) : undefined;
  return (
    <>
      <p className="step">{m.access_step({ n: 2 })}</p>
      <h1>{step.at === 'code' ? m.access_confirm() : m.access_enrol()}</h1>
      {step.at === 'code' ? <p className="verdict">{m.access_confirm_how()}</p> : <Enrolment secret={step.secret} />}
      {error && wrong === undefined && <ProblemState error={error} />}
      <OneTimeCode value={code} onChange={onChange} error={wrong} />
      <Button look="main" type="submit" busy={busy}>
        {m.access_sign_in()}
      </Button>
      <p className="small muted">
        {login}
        <br />
        <button className="plainlink small" type="button" onClick={onRestart}>
          {m.access_other_account()}
        </button>
      </p>
    </>
  );
}
