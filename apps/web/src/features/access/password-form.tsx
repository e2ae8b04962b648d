import { changePassword } from '@egide/contract/access';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';
import { passwordFault } from './new-password.ts';

const NOTHING = { current: '', code: '', password: '' };

/** Changes my password, proven by the present one and a code; my other sessions end. */
export function PasswordForm() {
  const [form, setForm] = useState(NOTHING);
  const [asked, setAsked] = useState(false);
  const put = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    change.reset();
  };
  const change = useMutation({
    mutationFn: () => call(changePassword, { body: { ...form, code: form.code.replace(/ /g, '') } }),
    onSuccess: () => {
      setForm(NOTHING);
      setAsked(false);
      say(m.people_password_changed());
    },
  });
  const weak = isProblem(change.error, 'password-too-weak') ? change.error.problem.detail : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (form.current !== '' && form.code !== '' && !passwordFault(form.password)) change.mutate();
  };
  return (
    <section className="block block--far" aria-labelledby="h-password">
      <h2 id="h-password">{m.people_password_title()}</h2>
      <p>{m.people_password_text()}</p>
      <form className="gap-16 after" onSubmit={submit} noValidate>
        {change.error && weak === undefined && <ProblemState error={change.error} />}
        <PasswordField
          label={m.people_password_current()}
          autoComplete="current-password"
          error={asked && form.current === '' ? m.people_password_current_missing() : undefined}
          value={form.current}
          onChange={(event) => put({ current: event.target.value })}
        />
        <PasswordField
          label={m.people_password_new()}
          hint={m.people_password_rules()}
          autoComplete="new-password"
          error={asked ? (passwordFault(form.password) ?? weak) : undefined}
          value={form.password}
          onChange={(event) => put({ password: event.target.value })}
        />
        <TextField
          label={m.access_code_label()}
          hint={m.access_confirm_how()}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          error={asked && form.code === '' ? m.people_code_missing() : undefined}
          value={form.code}
          onChange={(event) => put({ code: event.target.value.replace(/[^\d ]/g, '') })}
        />
        <div className="actions">
          <Button type="submit" busy={change.isPending}>
            {m.people_password_change()}
          </Button>
        </div>
      </form>
    </section>
  );
}
