import type { Invitation } from '@egide/contract/people';
import { HELD_AT, ROLES, type Role } from '@egide/contract/roles';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { m } from '../../ui/words.ts';
import { useInviteForm } from './invite-form.ts';
import { LastDayField } from './last-day-field.tsx';
import { RoleField } from './role-field.tsx';
import { ShownLink } from './shown-once.tsx';
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

function InviteForm({ finess, onClose }: Omit<InviteProps, 'open'>) {
  const { form, put, chooseRole, wrong, error, busy, made, submit } = useInviteForm(finess);
  if (made) return <Invited person={form} invitation={made.invitation} onClose={onClose} />;
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      {error && <ProblemState error={error} />}
      <TextField
        label={m.access_name()}
        autoComplete="off"
        value={form.name}
        error={wrong.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <TextField
        label={m.access_login()}
        type="email"
        autoComplete="off"
        value={form.login}
        error={wrong.login}
        onChange={(event) => put({ login: event.target.value })}
      />
      <RoleField
        roles={ROLES.filter((role) => finess === null || HELD_AT[role] === 'entity')}
        hint={DOES[form.role]()}
        value={form.role}
        onChoose={chooseRole}
      />
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
        hint={form.role === 'auditor' ? m.people_until_auditor() : m.people_until_optional()}
        value={form.until}
        error={wrong.until}
        onChange={(until) => put({ until })}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={busy}>
          {m.people_invite_do()}
        </Button>
      </div>
    </form>
  );
}

function Invited({
  person,
  invitation,
  onClose,
}: {
  person: { name: string; login: string };
  invitation: Invitation | null;
  onClose: () => void;
}) {
  return (
    <>
      {invitation ? (
        <ShownLink person={person} invitation={invitation} />
      ) : (
        <p className="dialog-text" role="status">
          {m.people_has_account({ name: person.name })}
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
