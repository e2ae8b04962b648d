import { addPerson } from '@egide/contract/people';
import { HELD_AT, type OrganisationKind, type Role } from '@egide/contract/roles';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { m } from '../../ui/words.ts';
import { usePeopleAgain } from './use-acts.ts';

/** Roles that are held at one place of the whole instance bear its name. */
const ALONE: Partial<Record<OrganisationKind, string>> = { nation: 'nation', platform: 'instance' };

/** What is typed, as it is seen. */
interface Invitee {
  name: string;
  login: string;
  role: Role;
  organisation: string;
  until: string;
}

/** What is missing, field by field, in words that say what to do. */
function missingOf(form: Invitee): Partial<Record<keyof Invitee, string>> {
  return {
    ...(form.name.trim() === '' ? { name: m.people_name_missing() } : {}),
    ...(/^\S+@\S+\.\S+$/.test(form.login.trim()) ? {} : { login: m.people_login_missing() }),
    ...(form.organisation === '' ? { organisation: m.people_where_missing() } : {}),
    ...(form.role === 'auditor' && form.until === '' ? { until: m.people_until_missing() } : {}),
  };
}

/** Somebody being invited: what is typed, what is wrong with it field by field, its sending, then the link. */
export function useInviteForm(finess: string | null) {
  const [form, setForm] = useState<Invitee>({
    name: '',
    login: '',
    role: 'reader',
    organisation: finess ?? '',
    until: '',
  });
  const [asked, setAsked] = useState(false);
  const again = usePeopleAgain();
  const add = useMutation({ mutationFn: () => call(addPerson, { body: bodyOf(form) }), onSuccess: again });
  const put = (part: Partial<Invitee>) => {
    setForm({ ...form, ...part });
    add.reset();
  };
  const missing = asked ? missingOf(form) : {};
  const dates = isProblem(add.error, 'dates-refused', 'until-needed') ? add.error.problem.detail : undefined;
  return {
    form,
    put,
    /** A place already chosen stays when the next role is held at such a place too. */
    chooseRole: (role: Role) => {
      const chosen = HELD_AT[role] === HELD_AT[form.role] ? form.organisation : '';
      put({ role, organisation: finess ?? ALONE[HELD_AT[role]] ?? chosen });
    },
    wrong: { ...missing, until: missing.until ?? dates },
    /** Refused for a reason that is no field's. */
    error: dates === undefined ? add.error : null,
    busy: add.isPending,
    made: add.data,
    submit: (event: FormEvent) => {
      event.preventDefault();
      setAsked(true);
      if (Object.keys(missingOf(form)).length === 0) add.mutate();
    },
  };
}

const bodyOf = (form: Invitee) => ({
  login: form.login.trim(),
  name: form.name.trim(),
  role: form.role,
  organisation: form.organisation,
  ...(form.until ? { until: form.until } : {}),
});
