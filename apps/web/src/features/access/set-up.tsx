import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { createFirstAdministrator, setup } from '@egide/contract/access';
import type { SentOf } from '@egide/contract/endpoint';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { m } from '../../ui/words.ts';
import { Gate } from './gate.tsx';
import { useSetup } from './setup-query.ts';

/** The link that the first start prints once. */
/** Behind the #, which no browser sends: the token stands in no log of a server or a proxy. */
const tokenInAddress = () => new URLSearchParams(location.hash.slice(1)).get('jeton') ?? '';

/** The set-up link of the first start: creates the first platform administrator, once. */
export function SetUp() {
  const state = useSetup();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (body: Administrator) => call(createFirstAdministrator, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: about(setup) }),
  });
  return (
    <Gate help={false}>
      {create.data || state?.needed === false ? (
        <SetUpDone />
      ) : (
        <AdministratorForm error={create.error} busy={create.isPending} onSubmit={create.mutate} />
      )}
    </Gate>
  );
}

type Administrator = SentOf<typeof createFirstAdministrator>['body'];
interface AdministratorFormProps {
  error: Error | null;
  busy: boolean;
  onSubmit: (administrator: Administrator) => void;
}

function AdministratorForm({ error, busy, onSubmit }: AdministratorFormProps) {
  const [form, setForm] = useState<Administrator>({ token: tokenInAddress(), name: '', login: '', password: '' });
  const put = (part: Partial<Administrator>) => setForm({ ...form, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(form);
  };
  return (
    <form onSubmit={submit}>
      <p className="step">{m.access_setup_step()}</p>
      <h1>{m.access_setup_title()}</h1>
      <p className="verdict">{m.access_setup_text()}</p>
      {error && <ProblemState error={error} />}
      {tokenInAddress() === '' && <TokenField value={form.token} onChange={(token) => put({ token })} />}
      <TextField
        label={m.access_name()}
        autoComplete="name"
        required
        value={form.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <TextField
        label={m.access_login()}
        type="email"
        autoComplete="username"
        required
        value={form.login}
        onChange={(event) => put({ login: event.target.value })}
      />
      <PasswordField
        label={m.access_password()}
        hint={m.access_password_hint()}
        autoComplete="new-password"
        minLength={12}
        required
        value={form.password}
        onChange={(event) => put({ password: event.target.value })}
      />
      <Button look="main" type="submit" busy={busy}>
        {m.access_setup_do()}
      </Button>
    </form>
  );
}

/** For whoever opened the page without the link. */
function TokenField({ value, onChange }: { value: string; onChange: (token: string) => void }) {
  return (
    <TextField
      label={m.access_setup_token()}
      hint={m.access_setup_token_hint()}
      required
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value.trim())}
    />
  );
}

function SetUpDone() {
  return (
    <form>
      <h1>{m.access_setup_done()}</h1>
      <Banner tone="ok">{m.access_setup_done_text()}</Banner>
      <Link className="btn btn--main" to={paths.signIn}>
        {m.access_sign_in()}
      </Link>
    </form>
  );
}
