import { addService, addServiceKey, listServices, SERVICE_ROLES, type Service } from '@egide/contract/services';
import { HELD_AT } from '@egide/contract/roles';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../clock.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { fmt, m } from '../../ui/words.ts';
import { ShownOnce } from './shown-once.tsx';
import { WhereField } from './where-field.tsx';

type ServiceRole = (typeof SERVICE_ROLES)[number];
interface Key {
  key: string;
  expires: string;
}

/** The key goes into the machine, never by mail. */
function KeyOnce({ made, onClose }: { made: Key; onClose: () => void }) {
  return (
    <>
      <ShownOnce label={m.people_key()} secret={made.key}>
        {m.people_key_how({ day: fmt.day(made.expires) })}
      </ShownOnce>
      <div className="actions">
        <Button look="main" onClick={onClose}>
          {m.people_finished()}
        </Button>
      </div>
    </>
  );
}

const datesOf = (error: Error | null) => (isProblem(error, 'dates-refused') ? error.problem.detail : undefined);

export function NewService({ finess, open, onClose }: { finess: string | null; open: boolean; onClose: () => void }) {
  return (
    <Dialog title={m.people_service_add()} open={open} onClose={onClose}>
      <ServiceForm finess={finess} onClose={onClose} />
    </Dialog>
  );
}

function ServiceForm({ finess, onClose }: { finess: string | null; onClose: () => void }) {
  const client = useQueryClient();
  const roles = SERVICE_ROLES.filter((role) => (HELD_AT[role] === 'entity') === (finess !== null));
  const [form, setForm] = useState<{ name: string; role: ServiceRole; organisation: string; until: string }>({
    name: '',
    role: finess ? 'reader' : 'regional-officer',
    organisation: finess ?? '',
    until: '',
  });
  const [asked, setAsked] = useState(false);
  const add = useMutation({
    mutationFn: () => call(addService, { body: { ...form, name: form.name.trim() } }),
    onSuccess: () => client.invalidateQueries({ queryKey: about(listServices) }),
  });
  if (add.data) return <KeyOnce made={add.data} onClose={onClose} />;
  const put = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    add.reset();
  };
  const missing = {
    name: form.name.trim() === '' ? m.people_service_name_missing() : undefined,
    organisation: form.organisation === '' ? m.people_where_missing() : undefined,
    until: form.until === '' ? m.people_until_missing() : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(missing).every((one) => one === undefined)) add.mutate();
  };
  const said = asked ? missing : { name: undefined, organisation: undefined, until: undefined };
  const choose = (value: string) => {
    const role = roles.find((one) => one === value);
    if (role) put({ role, organisation: finess ?? (HELD_AT[role] === 'nation' ? 'nation' : '') });
  };
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      {add.error && datesOf(add.error) === undefined && <ProblemState error={add.error} />}
      <TextField
        label={m.people_service_name()}
        hint={m.people_service_name_hint()}
        autoComplete="off"
        value={form.name}
        error={said.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <SelectField
        label={m.access_roles_role()}
        hint={m.people_service_role_hint()}
        value={form.role}
        onChange={(event) => choose(event.target.value)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {ROLE_WORD[role]()}
          </option>
        ))}
      </SelectField>
      {finess === null && (
        <WhereField
          key={HELD_AT[form.role]}
          kind={HELD_AT[form.role]}
          value={form.organisation}
          onChange={(organisation) => put({ organisation })}
          error={said.organisation}
        />
      )}
      <TextField
        label={m.people_last_day()}
        hint={m.people_key_longest()}
        type="date"
        min={today()}
        value={form.until}
        error={said.until ?? datesOf(add.error)}
        onChange={(event) => put({ until: event.target.value })}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={add.isPending}>
          {m.people_service_do()}
        </Button>
      </div>
    </form>
  );
}

export function NewKey({ service, onClose }: { service: Service | null; onClose: () => void }) {
  return (
    <Dialog title={m.people_key_add()} open={service !== null} onClose={onClose}>
      {service && <KeyForm service={service} onClose={onClose} />}
    </Dialog>
  );
}

/** One more key, so that a machine changes keys without a gap. */
function KeyForm({ service, onClose }: { service: Service; onClose: () => void }) {
  const client = useQueryClient();
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const add = useMutation({
    mutationFn: () => call(addServiceKey, { params: { account: service.account }, body: { until } }),
    onSuccess: () => client.invalidateQueries({ queryKey: about(listServices) }),
  });
  if (add.data) return <KeyOnce made={add.data} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (until !== '') add.mutate();
  };
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      <p>{m.people_key_add_text({ name: service.name })}</p>
      {add.error && datesOf(add.error) === undefined && <ProblemState error={add.error} />}
      <TextField
        label={m.people_last_day()}
        hint={m.people_key_longest()}
        type="date"
        min={today()}
        value={until}
        error={asked && until === '' ? m.people_until_missing() : datesOf(add.error)}
        onChange={(event) => {
          setUntil(event.target.value);
          add.reset();
        }}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={add.isPending}>
          {m.people_key_add()}
        </Button>
      </div>
    </form>
  );
}
