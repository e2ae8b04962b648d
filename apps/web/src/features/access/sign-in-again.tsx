import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isProblem } from '../../api/problem.ts';
import { meQuery, type Me } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { m } from '../../ui/words.ts';
import { OneTimeCode } from './one-time-code.tsx';
import { plainCode, useSignIn } from './use-sign-in.ts';

interface AgainProps {
  me: Me;
  open: boolean;
  onClose: () => void;
}

/** The session ended in the middle of work: the same person comes back without leaving the page, and nothing typed is lost. */
export function SignInAgain({ me, open, onClose }: AgainProps) {
  return (
    <Dialog title={m.access_again_title()} open={open} onClose={onClose}>
      <AgainForm me={me} onClose={onClose} />
    </Dialog>
  );
}

function AgainForm({ me, onClose }: Omit<AgainProps, 'open'>) {
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const send = useSignIn({
    onStep: () => setCode(''),
    onIn: async (next) => {
      onClose();
      client.setQueryData(meQuery.queryKey, next);
      await client.invalidateQueries();
    },
  });
  const wrongCode = isProblem(send.error, 'code-refused')
    ? (send.error.problem.detail ?? send.error.problem.title)
    : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ login: me.login, password, ...(code === null ? {} : { code: plainCode(code) }) });
  };
  return (
    <form className="gap-16" onSubmit={submit}>
      <p>{m.access_again_why({ name: me.name })}</p>
      {send.error && wrongCode === undefined && <ProblemState error={send.error} />}
      {/* For the password manager alone; not rendered, so that the first thing to meet is the password. */}
      <input type="email" autoComplete="username" hidden readOnly value={me.login} />
      {code === null ? (
        <PasswordField
          label={m.access_password()}
          autoComplete="current-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      ) : (
        <OneTimeCode value={code} onChange={setCode} error={wrongCode} />
      )}
      <div className="actions">
        <Button onClick={onClose}>{m.access_again_later()}</Button>
        <Button look="main" type="submit" busy={send.isPending}>
          {code === null ? m.access_continue() : m.access_sign_in()}
        </Button>
      </div>
    </form>
  );
}
