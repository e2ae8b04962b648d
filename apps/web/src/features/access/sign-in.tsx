import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem.ts';
import { adoptLanguage } from '../../language.ts';
import { paths } from '../../paths.ts';
import { meQuery } from '../../session.ts';
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
  const [who, setWho] = useState({ login: '', password: '' });
  const [code, setCode] = useState('');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { retour } = useSearch({ from: paths.signIn });
  const send = useSignIn({
    onStep: (next) => {
      setStep(next);
      setCode('');
    },
    onIn: async (me) => {
      client.clear();
      client.setQueryData(meQuery.queryKey, me);
      if (adoptLanguage(me)) location.assign(retour ?? paths.home);
      else await navigate({ href: retour ?? paths.home });
    },
  });
  const needed = useSetup()?.needed ?? false;
  if (needed) return <Navigate to={paths.setUp} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(step.at === 'password' ? who : { ...who, code: plainCode(code) });
  };
  const wrongCode = isProblem(send.error, 'code-refused')
    ? (send.error.problem.detail ?? send.error.problem.title)
    : undefined;
  const restart = () => {
    setStep({ at: 'password' });
    setCode('');
    send.reset();
  };
  if (step.at === 'password') {
    return (
      <Gate>
        <form onSubmit={submit}>
          <p className="step">{m.access_step({ n: 1 })}</p>
          <h1>{m.access_sign_in()}</h1>
          {send.error && <ProblemState error={send.error} />}
          <TextField
            label={m.access_login()}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={who.login}
            onChange={(event) => setWho({ ...who, login: event.target.value })}
          />
          <PasswordField
            label={m.access_password()}
            autoComplete="current-password"
            required
            value={who.password}
            onChange={(event) => setWho({ ...who, password: event.target.value })}
          />
          <Button look="main" type="submit" busy={send.isPending}>
            {m.access_continue()}
          </Button>
          <p className="small muted">{m.access_forgotten()}</p>
        </form>
      </Gate>
    );
  }
  return (
    <Gate>
      <form onSubmit={submit}>
        <p className="step">{m.access_step({ n: 2 })}</p>
        <h1>{step.at === 'code' ? m.access_confirm() : m.access_enrol()}</h1>
        {step.at === 'code' ? <p className="verdict">{m.access_confirm_how()}</p> : <Enrolment secret={step.secret} />}
        {send.error && wrongCode === undefined && <ProblemState error={send.error} />}
        <OneTimeCode value={code} onChange={setCode} error={wrongCode} />
        <Button look="main" type="submit" busy={send.isPending}>
          {m.access_sign_in()}
        </Button>
        <p className="small muted">
          {who.login}
          <br />
          <button className="plainlink small" type="button" onClick={restart}>
            {m.access_other_account()}
          </button>
        </p>
      </form>
    </Gate>
  );
}
