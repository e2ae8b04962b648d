import { HELD_AT } from '@egide/contract/roles';
import { addService, listServices, SERVICE_ROLES } from '@egide/contract/services';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { m } from '../../ui/words.ts';

type ServiceRole = (typeof SERVICE_ROLES)[number];
interface NewService {
  name: string;
  role: ServiceRole;
  organisation: string;
  until: string;
}

/** What is missing, field by field, in words that say what to do. */
function missingOf(form: NewService): Partial<Record<keyof NewService, string>> {
  return {
    ...(form.name.trim() === '' ? { name: m.people_service_name_missing() } : {}),
    ...(form.organisation === '' ? { organisation: m.people_where_missing() } : {}),
    ...(form.until === '' ? { until: m.people_until_missing() } : {}),
  };
}

/** The end of a key that the server refuses: said under the field of the day. */
export const datesOf = (error: Error | null): string | undefined =>
  isProblem(error, 'dates-refused') ? error.problem.detail : undefined;

/** A service account being made: what is typed, what is wrong with it field by field, its sending, then its key. */
export function useServiceForm(finess: string | null) {
  const [form, setForm] = useState<NewService>({
    name: '',
    role: finess ? 'reader' : 'regional-officer',
    organisation: finess ?? '',
    until: '',
  });
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: () => call(addService, { body: { ...form, name: form.name.trim() } }),
    onSuccess: () => client.invalidateQueries({ queryKey: about(listServices) }),
  });
  const put = (part: Partial<NewService>) => {
    setForm({ ...form, ...part });
    add.reset();
  };
  const missing = asked ? missingOf(form) : {};
  const dates = datesOf(add.error);
  return {
    form,
    put,
    roles: SERVICE_ROLES.filter((role) => (HELD_AT[role] === 'entity') === (finess !== null)),
    chooseRole: (role: ServiceRole) =>
      put({ role, organisation: finess ?? (HELD_AT[role] === 'nation' ? 'nation' : '') }),
    wrong: { ...missing, until: missing.until ?? dates },
    /** Refused for a reason that is no field's. */
    error: dates === undefined ? add.error : null,
    busy: add.isPending,
    /** The first key, to be shown once. */
    made: add.data,
    submit: (event: FormEvent) => {
      event.preventDefault();
      setAsked(true);
      if (Object.keys(missingOf(form)).length === 0) add.mutate();
    },
  };
}
