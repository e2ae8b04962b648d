import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { createFirstAdministrator, setup } from '@egide/contract/access';
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
const tokenInAddress = () => new URLSearchParams(location.search).get('jeton') ?? '';

/** The set-up link of the first start: creates the first platform administrator, once. */
export function SetUp() {
  const state = useSetup();
  const client = useQueryClient();
  const [form, setForm] = useState({ token: tokenInAddress(), name: '', login: '', password: '' });
  const create = useMutation({
    mutationFn: () => call(createFirstAdministrator, { body: form }),
    onSuccess: () => client.invalidateQueries({ queryKey: about(setup) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  if (create.data || state?.needed === false) {
    return (
      <Gate help={false}>
        <form>
          <h1>{m.access_setup_done()}</h1>
          <Banner tone="ok">{m.access_setup_done_text()}</Banner>
          <Link className="btn btn--main" to={paths.signIn}>
            {m.access_sign_in()}
          </Link>
        </form>
      </Gate>
    );
  }
  return (
    <Gate help={false}>
      <form onSubmit={submit}>
        <p className="step">{m.access_setup_step()}</p>
        <h1>{m.access_setup_title()}</h1>
        <p className="verdict">{m.access_setup_text()}</p>
        {create.error && <ProblemState error={create.error} />}
        {tokenInAddress() === '' && (
          <TextField
            label={m.access_setup_token()}
            hint={m.access_setup_token_hint()}
            required
            autoComplete="off"
            value={form.token}
            onChange={(event) => put({ token: event.target.value.trim() })}
          />
        )}
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
        <Button look="main" type="submit" busy={create.isPending}>
          {m.access_setup_do()}
        </Button>
      </form>
    </Gate>
  );
}
