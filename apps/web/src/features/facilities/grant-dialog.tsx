import { describeAccess, giveGrant } from '@egide/contract/grants';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField, Check, SelectField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';

interface Group {
  code: string;
  name: string;
}
interface GrantDialogProps {
  finess: string;
  groups: readonly Group[];
  open: boolean;
  onClose: () => void;
}

/** Lets a GHT or one person read this facility for a time: to whom, what, until when, why. */
export function GrantDialog({ finess, groups, open, onClose }: GrantDialogProps) {
  return (
    <Dialog title={m.people_grant()} open={open} onClose={onClose}>
      <GrantForm finess={finess} groups={groups} onClose={onClose} />
    </Dialog>
  );
}

/** The server says which of the fields it refuses; the field says it again. */
const CODES_OF = { login: ['nobody-of-that-login', 'not-to-oneself'], until: ['dates-refused'] } as const;
const REASON_LEAST = 5;

function useGrantForm(first: Group | undefined) {
  const [form, setForm] = useState({
    to: first ? 'group' : 'person',
    group: first?.code ?? '',
    login: '',
    class: 'steering' as 'internal' | 'steering',
    until: '',
    reason: '',
  }); // Safe: one of its two values.
  const [asked, setAsked] = useState(false);
  const missing = {
    login: form.to === 'person' && !/^\S+@\S+\.\S+$/.test(form.login) ? m.people_login_missing() : undefined,
    until: form.until === '' ? m.people_until_missing() : undefined,
    reason: form.reason.trim().length < REASON_LEAST ? m.people_reason_missing() : undefined,
  };
  return {
    form,
    put: (part: Partial<typeof form>) => setForm({ ...form, ...part }),
    missing: asked ? missing : { login: undefined, until: undefined, reason: undefined },
    check: () => {
      setAsked(true);
      return Object.values(missing).every((one) => one === undefined);
    },
  };
}

function GrantForm({ finess, groups, onClose }: Omit<GrantDialogProps, 'open'>) {
  const { form, put, missing, check } = useGrantForm(groups[0]);
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: () =>
      call(giveGrant, {
        params: { finess },
        body: {
          to: form.to === 'group' ? { group: form.group } : { login: form.login.trim() },
          class: form.class,
          until: form.until,
          reason: form.reason.trim(),
        },
      }),
    onSuccess: async () => {
      onClose();
      say(m.people_granted());
      await client.invalidateQueries({ queryKey: about(describeAccess) });
    },
  });
  const refused = (field: keyof typeof CODES_OF) =>
    isProblem(give.error, ...CODES_OF[field]) ? give.error.problem.detail : undefined;
  const elsewhere = give.error && !isProblem(give.error, ...CODES_OF.login, ...CODES_OF.until);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (check()) give.mutate();
  };
  const edit = (part: Partial<typeof form>) => {
    put(part);
    give.reset();
  };
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      {elsewhere && <ProblemState error={give.error} />}
      <fieldset className="choices">
        <legend>{m.people_grant_to()}</legend>
        <Check
          type="radio"
          name="to"
          checked={form.to === 'group'}
          disabled={groups.length === 0}
          onChange={() => edit({ to: 'group' })}
        >
          {m.people_grant_group()}
          {groups.length === 0 && <span className="hint under">{m.people_grant_no_group()}</span>}
        </Check>
        <Check type="radio" name="to" checked={form.to === 'person'} onChange={() => edit({ to: 'person' })}>
          {m.people_grant_person()}
        </Check>
      </fieldset>
      {form.to === 'group' && (
        <SelectField
          label={m.glossary_ght()}
          value={form.group}
          onChange={(event) => edit({ group: event.target.value })}
        >
          {groups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {form.to === 'person' && (
        <TextField
          label={m.access_login()}
          hint={m.people_grant_login()}
          type="email"
          autoComplete="off"
          value={form.login}
          error={missing.login ?? refused('login')}
          onChange={(event) => edit({ login: event.target.value })}
        />
      )}
      <fieldset className="choices">
        <legend>{m.people_grant_what()}</legend>
        <Check
          type="radio"
          name="class"
          checked={form.class === 'steering'}
          onChange={() => edit({ class: 'steering' })}
        >
          {m.people_steering()}
          <span className="hint under">{m.people_steering_what()}</span>
        </Check>
        <Check
          type="radio"
          name="class"
          checked={form.class === 'internal'}
          onChange={() => edit({ class: 'internal' })}
        >
          {m.people_internal()}
          <span className="hint under">{m.people_internal_what()}</span>
        </Check>
      </fieldset>
      <TextField
        label={m.people_last_day()}
        hint={m.people_grant_longest()}
        type="date"
        min={today()}
        value={form.until}
        error={missing.until ?? refused('until')}
        onChange={(event) => edit({ until: event.target.value })}
      />
      <AreaField
        label={m.people_reason()}
        hint={m.people_reason_hint()}
        value={form.reason}
        error={missing.reason}
        maxLength={500}
        onChange={(event) => edit({ reason: event.target.value })}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={give.isPending}>
          {m.people_grant_do()}
        </Button>
      </div>
    </form>
  );
}
