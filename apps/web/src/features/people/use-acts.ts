import {
  addPerson,
  disablePerson,
  enablePerson,
  endRole,
  listEverybody,
  listPeople,
  type Person,
} from '@egide/contract/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { parisDay } from '@egide/kernel/days';
import { ROLE_WORD } from '../../shell/role-words.ts';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';
import type { Held } from './person-words.ts';

/** Whatever lists people is asked again. */
export function usePeopleAgain() {
  const client = useQueryClient();
  return async () => {
    for (const list of [listPeople, listEverybody]) await client.invalidateQueries({ queryKey: about(list) });
  };
}

interface Ended {
  person: Person;
  hold: Held;
}

/** What is done at once and can be undone: a role ended, an account closed. The first error that is left stands in `error`. */
export function useActs() {
  const again = usePeopleAgain();
  const giveBack = useMutation({
    mutationFn: ({ person, hold }: Ended) =>
      call(addPerson, {
        body: {
          login: person.login,
          name: person.name,
          role: hold.role,
          organisation: hold.organisation.id,
          ...(hold.until ? { until: parisDay(Date.parse(hold.until)) } : {}),
        },
      }),
    onSuccess: again,
  });
  const end = useMutation({
    mutationFn: ({ person, hold }: Ended) => call(endRole, { params: { account: person.account, hold: hold.id } }),
    onSuccess: async (_, ended) => {
      say(m.people_role_ended({ name: ended.person.name, role: ROLE_WORD[ended.hold.role]() }), () =>
        giveBack.mutate(ended),
      );
      await again();
    },
  });
  const reopen = useMutation({
    mutationFn: (person: Person) => call(enablePerson, { params: { account: person.account } }),
    onSuccess: async (_, person) => {
      say(m.people_reopened({ name: person.name }));
      await again();
    },
  });
  const close = useMutation({
    mutationFn: (person: Person) => call(disablePerson, { params: { account: person.account } }),
    onSuccess: async (_, person) => {
      say(m.people_closed({ name: person.name }), () => reopen.mutate(person));
      await again();
    },
  });
  return {
    end: end.mutate,
    close: close.mutate,
    reopen: reopen.mutate,
    error: end.error ?? giveBack.error ?? close.error ?? reopen.error,
  };
}
