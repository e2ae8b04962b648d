import { today } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AreaField, Check, SelectField, TextField } from '../../ui/field.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { m } from '../../ui/words.ts';
import { useGrantForm, type Grant, type Group } from './grant-form.ts';

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

function GrantForm({ finess, groups, onClose }: Omit<GrantDialogProps, 'open'>) {
  const { form, put, wrong, error, busy, submit } = useGrantForm({ finess, groups, onGiven: onClose });
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      {error && <ProblemState error={error} />}
      <GroupOrPerson to={form.to} anyGroup={groups.length > 0} onChoose={(to) => put({ to })} />
      {form.to === 'group' ? (
        <GroupField groups={groups} value={form.group} onChange={(group) => put({ group })} />
      ) : (
        <TextField
          label={m.access_login()}
          hint={m.people_grant_login()}
          type="email"
          autoComplete="off"
          value={form.login}
          error={wrong.login}
          onChange={(event) => put({ login: event.target.value })}
        />
      )}
      <SteeringOrInternal chosen={form.class} onChoose={(next) => put({ class: next })} />
      <TextField
        label={m.people_last_day()}
        hint={m.people_grant_longest()}
        type="date"
        min={today()}
        value={form.until}
        error={wrong.until}
        onChange={(event) => put({ until: event.target.value })}
      />
      <AreaField
        label={m.people_reason()}
        hint={m.people_reason_hint()}
        value={form.reason}
        error={wrong.reason}
        maxLength={500}
        onChange={(event) => put({ reason: event.target.value })}
      />
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={busy}>
          {m.people_grant_do()}
        </Button>
      </div>
    </form>
  );
}

interface GroupOrPersonProps {
  to: Grant['to'];
  anyGroup: boolean;
  onChoose: (to: Grant['to']) => void;
}

function GroupOrPerson({ to, anyGroup, onChoose }: GroupOrPersonProps) {
  return (
    <fieldset className="choices">
      <legend>{m.people_grant_to()}</legend>
      <Check type="radio" name="to" checked={to === 'group'} disabled={!anyGroup} onChange={() => onChoose('group')}>
        {m.people_grant_group()}
        {!anyGroup && <span className="hint under">{m.people_grant_no_group()}</span>}
      </Check>
      <Check type="radio" name="to" checked={to === 'person'} onChange={() => onChoose('person')}>
        {m.people_grant_person()}
      </Check>
    </fieldset>
  );
}

interface GroupFieldProps {
  groups: readonly Group[];
  value: string;
  onChange: (group: string) => void;
}

function GroupField({ groups, value, onChange }: GroupFieldProps) {
  return (
    <SelectField label={m.glossary_ght()} value={value} onChange={(event) => onChange(event.target.value)}>
      {groups.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

interface SteeringOrInternalProps {
  chosen: Grant['class'];
  onChoose: (next: Grant['class']) => void;
}

/** The lesser of the two comes first, and is chosen beforehand. */
function SteeringOrInternal({ chosen, onChoose }: SteeringOrInternalProps) {
  return (
    <fieldset className="choices">
      <legend>{m.people_grant_what()}</legend>
      <Check type="radio" name="class" checked={chosen === 'steering'} onChange={() => onChoose('steering')}>
        {m.people_steering()}
        <span className="hint under">{m.people_steering_what()}</span>
      </Check>
      <Check type="radio" name="class" checked={chosen === 'internal'} onChange={() => onChoose('internal')}>
        {m.people_internal()}
        <span className="hint under">{m.people_internal_what()}</span>
      </Check>
    </fieldset>
  );
}
