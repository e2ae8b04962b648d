import { describeAccess, giveGrant } from '@egide/contract/grants';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem } from '../../api/problem.ts';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';

export interface Group {
  code: string;
  name: string;
}
/** What is typed, as it is seen. */
export interface Grant {
  to: 'group' | 'person';
  group: string;
  login: string;
  class: 'internal' | 'steering';
  until: string;
  reason: string;
}

/** The server says which of the fields it refuses; the field says it again. */
const CODES_OF = { login: ['nobody-of-that-login', 'not-to-oneself'], until: ['dates-refused'] } as const;
const REASON_LEAST = 5;

/** What is missing, field by field, in words that say what to do. */
function missingOf(form: Grant): Partial<Record<keyof Grant, string>> {
  return {
    ...(form.to === 'person' && !/^\S+@\S+\.\S+$/.test(form.login) ? { login: m.people_login_missing() } : {}),
    ...(form.until === '' ? { until: m.people_until_missing() } : {}),
    ...(form.reason.trim().length < REASON_LEAST ? { reason: m.people_reason_missing() } : {}),
  };
}

interface GrantFormProps {
  finess: string;
  groups: readonly Group[];
  onGiven: () => void;
}

/** A grant being given: what is typed, what is wrong with it field by field, and its sending. */
export function useGrantForm({ finess, groups, onGiven }: GrantFormProps) {
  const [first] = groups;
  const [form, setForm] = useState<Grant>({
    to: first ? 'group' : 'person',
    group: first?.code ?? '',
    login: '',
    class: 'steering',
    until: '',
    reason: '',
  });
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: () => call(giveGrant, { params: { finess }, body: bodyOf(form) }),
    onSuccess: async () => {
      onGiven();
      say(m.people_granted());
      await client.invalidateQueries({ queryKey: about(describeAccess) });
    },
  });
  const missing = asked ? missingOf(form) : {};
  const refused = (field: keyof typeof CODES_OF) =>
    isProblem(give.error, ...CODES_OF[field]) ? give.error.problem.detail : undefined;
  return {
    form,
    put: (part: Partial<Grant>) => {
      setForm({ ...form, ...part });
      give.reset();
    },
    wrong: { ...missing, login: missing.login ?? refused('login'), until: missing.until ?? refused('until') },
    /** Refused for a reason that is no field's. */
    error: isProblem(give.error, ...CODES_OF.login, ...CODES_OF.until) ? null : give.error,
    busy: give.isPending,
    submit: (event: FormEvent) => {
      event.preventDefault();
      setAsked(true);
      if (Object.keys(missingOf(form)).length === 0) give.mutate();
    },
  };
}

const bodyOf = (form: Grant) => ({
  to: form.to === 'group' ? { group: form.group } : { login: form.login.trim() },
  class: form.class,
  until: form.until,
  reason: form.reason.trim(),
});
