import { addPerson } from '@egide/contract/people';
import { HELD_AT, ROLES, type OrganisationKind, type Role } from '@egide/contract/roles';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../clock.ts';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { fmt, m } from '../../ui/words.ts';
import { addressOfInvitation, ShownOnce } from './shown-once.tsx';
import { usePeopleAgain } from './use-acts.ts';
import { WhereField } from './where-field.tsx';

/** `finess`: the facility that invites; null for the platform, which gives any role anywhere. */
interface InviteProps {
  finess: string | null;
  open: boolean;
  onClose: () => void;
}

export function Invite({ finess, open, onClose }: InviteProps) {
  return (
    <Dialog title={m.people_invite()} open={open} onClose={onClose}>
      <InviteForm finess={finess} onClose={onClose} />
    </Dialog>
  );
}

/** What each role lets do, said where it is chosen. */
const DOES = {
  'facility-director': m.people_does_director,
  rssi: m.people_does_rssi,
  contributor: m.people_does_contributor,
  reader: m.people_does_reader,
  auditor: m.people_does_auditor,
  'ght-coordinator': m.people_does_group,
  'regional-officer': m.people_does_region,
  'national-officer': m.people_does_nation,
  'cert-officer': m.people_does_cert,
  'platform-administrator': m.people_does_platform,
} as const satisfies Record<Role, () => string>;

/** Roles that are held at one place of the whole instance bear its name. */
const ALONE: Partial<Record<OrganisationKind, string>> = { nation: 'nation', platform: 'instance' };

interface Form {
  name: string;
  login: string;
  role: Role;
  organisation: string;
  until: string;
}

/** What is missing, field by field, in words that say what to do. */
function missingOf(form: Form, asked: boolean): Partial<Record<keyof Form, string>> {
  if (!asked) return {};
  return {
    ...(form.name.trim() === '' ? { name: m.people_name_missing() } : {}),
    ...(/^\S+@\S+\.\S+$/.test(form.login.trim()) ? {} : { login: m.people_login_missing() }),
    ...(form.organisation === '' ? { organisation: m.people_where_missing() } : {}),
    ...(form.role === 'auditor' && form.until === '' ? { until: m.people_until_missing() } : {}),
  };
}

function InviteForm({ finess, onClose }: Omit<InviteProps, 'open'>) {
  const again = usePeopleAgain();
  const [form, setForm] = useState<Form>({
    name: '',
    login: '',
    role: 'reader',
    organisation: finess ?? '',
    until: '',
  });
  const [asked, setAsked] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      call(addPerson, {
        body: {
          login: form.login.trim(),
          name: form.name.trim(),
          role: form.role,
          organisation: form.organisation,
          ...(form.until ? { until: form.until } : {}),
        },
      }),
    onSuccess: again,
  });
  const put = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    add.reset();
  };
  const chooseRole = (role: Role) =>
    put({
      role,
      organisation: finess ?? ALONE[HELD_AT[role]] ?? (HELD_AT[role] === HELD_AT[form.role] ? form.organisation : ''),
    });
  const missing = missingOf(form, asked);
  const dates = isProblem(add.error, 'dates-refused', 'until-needed') ? add.error.problem.detail : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(missingOf(form, true)).length === 0) add.mutate();
  };
  if (add.data) return <Invited name={form.name} invitation={add.data.invitation} onClose={onClose} />;
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      {add.error && dates === undefined && <ProblemState error={add.error} />}
      <TextField
        label={m.access_name()}
        autoComplete="off"
        value={form.name}
        error={missing.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <TextField
        label={m.access_login()}
        type="email"
        autoComplete="off"
        value={form.login}
        error={missing.login}
        onChange={(event) => put({ login: event.target.value })}
      />
      <SelectField
        label={m.access_roles_role()}
        hint={DOES[form.role]()}
        value={form.role}
        onChange={(event) => {
          const role = ROLES.find((one) => one === event.target.value);
          if (role) chooseRole(role);
        }}
      >
        {ROLES.filter((role) => finess === null || HELD_AT[role] === 'entity').map((role) => (
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
          error={missing.organisation}
        />
      )}
      <TextField
        label={m.people_last_day()}
        hint={form.role === 'auditor' ? m.people_until_auditor() : m.people_until_optional()}
        type="date"
        min={today()}
        value={form.until}
        error={missing.until ?? dates}
        onChange={(event) => put({ until: event.target.value })}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={add.isPending}>
          {m.people_invite_do()}
        </Button>
      </div>
    </form>
  );
}

function Invited({
  name,
  invitation,
  onClose,
}: {
  name: string;
  invitation: { path: string; expires: string } | null;
  onClose: () => void;
}) {
  return (
    <>
      {invitation ? (
        <ShownOnce label={m.people_link()} secret={addressOfInvitation(invitation.path)}>
          {m.people_link_for({ name, day: fmt.instant(invitation.expires) })}
        </ShownOnce>
      ) : (
        <p className="dialog-text" role="status">
          {m.people_has_account({ name })}
        </p>
      )}
      <div className="actions">
        <Button look="main" onClick={onClose}>
          {m.people_finished()}
        </Button>
      </div>
    </>
  );
}
