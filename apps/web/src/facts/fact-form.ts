import { About, recordFact, withdrawFact, type Key, type Observation } from '@egide/contract/evidence';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { today } from '../clock.ts';
import { say } from '../ui/toast.tsx';
import { m } from '../ui/words.ts';
import type { Covering } from './covers-field.tsx';
import type { FactValue } from './value-field.tsx';

/** What is to be said: a key, and what is already known of it. */
export interface FactToState {
  key: string;
  about?: { kind: string; id: string };
  value?: FactValue;
  corrects?: string;
}
interface Typed {
  value: string;
  unit: string;
  collected: string;
  document: string;
  note: string;
  covering: Covering;
}

/** Takes a fact back: what it had replaced counts again. */
export function useWithdraw(finess: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fact: Pick<Observation, 'id'>) => call(withdrawFact, { params: { finess, id: fact.id } }),
    onSuccess: async () => {
      say(m.facts_withdrawn());
      await client.invalidateQueries();
    },
  });
}

/** The contract of one statement, from what was typed. */
function statementOf(
  key: Key,
  fact: FactToState,
  { value, typed: { unit, collected, document, note, covering } }: { value: FactValue; typed: Typed },
) {
  return {
    key: key.key,
    value,
    collected,
    method: document ? ('examine' as const) : ('interview' as const),
    ...(unit && unit !== key.unit ? { unit } : {}),
    ...(fact.about ? { about: About.parse({ kind: fact.about.kind, id: fact.about.id }) } : {}),
    ...(fact.corrects ? { corrects: fact.corrects } : {}),
    ...(document ? { document } : {}),
    ...(note ? { note } : {}),
    ...(covering.members.length > 0
      ? { covers: [...covering.members], ...(covering.until ? { coversUntil: covering.until } : {}) }
      : {}),
  };
}

/** What is being typed, and its sending; what was recorded can be taken back from the note that says so. */
export function useFactForm({
  finess,
  fact,
  factKey: key,
  onDone,
}: {
  finess: string;
  fact: FactToState;
  factKey: Key;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>({
    value: fact.value === undefined ? '' : String(fact.value),
    unit: key.unit ?? '',
    collected: String(today()),
    document: '',
    note: '',
    covering: { members: [], until: '' },
  });
  const withdraw = useWithdraw(finess);
  const send = useMutation({
    mutationFn: (value: FactValue) =>
      call(recordFact, { params: { finess }, body: statementOf(key, fact, { value, typed }) }),
    onSuccess: async (recorded) => {
      say(m.facts_recorded(), recorded.can.withdraw ? () => withdraw.mutate(recorded) : undefined);
      onDone();
      await client.invalidateQueries();
    },
  });
  return { typed, put: (part: Partial<Typed>) => setTyped({ ...typed, ...part }), send };
}
