import { HELD_AT } from '@egide/contract/roles';
import { addServiceKey, listServices, type Service } from '@egide/contract/services';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { fmt, m } from '../../ui/words.ts';
import { LastDayField } from './last-day-field.tsx';
import { RoleField } from './role-field.tsx';
import { datesOf, useServiceForm } from './service-form.ts';
import { ShownOnce } from './shown-once.tsx';
import { WhereField } from './where-field.tsx';

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

export function NewService({ finess, open, onClose }: { finess: string | null; open: boolean; onClose: () => void }) {
  return (
    <Dialog title={m.people_service_add()} open={open} onClose={onClose}>
      <ServiceForm finess={finess} onClose={onClose} />
    </Dialog>
  );
}

function ServiceForm({ finess, onClose }: { finess: string | null; onClose: () => void }) {
  const { form, put, roles, chooseRole, wrong, error, busy, made, submit } = useServiceForm(finess);
  if (made) return <KeyOnce made={made} onClose={onClose} />;
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      {error && <ProblemState error={error} />}
      <TextField
        label={m.people_service_name()}
        hint={m.people_service_name_hint()}
        autoComplete="off"
        value={form.name}
        error={wrong.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <RoleField roles={roles} hint={m.people_service_role_hint()} value={form.role} onChoose={chooseRole} />
      {finess === null && (
        <WhereField
          key={HELD_AT[form.role]}
          kind={HELD_AT[form.role]}
          value={form.organisation}
          onChange={(organisation) => put({ organisation })}
          error={wrong.organisation}
        />
      )}
      <LastDayField
        hint={m.people_key_longest()}
        value={form.until}
        error={wrong.until}
        onChange={(until) => put({ until })}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={busy}>
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
      <LastDayField
        hint={m.people_key_longest()}
        value={until}
        error={asked && until === '' ? m.people_until_missing() : datesOf(add.error)}
        onChange={(day) => {
          setUntil(day);
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
