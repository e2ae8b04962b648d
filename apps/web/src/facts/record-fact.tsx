import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { About, recordFact, vocabulary, type Key } from '@egide/contract/evidence';
import { ask } from '../api/ask.ts';
import { call } from '../api/call.ts';
import { today } from '../clock.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { AreaField, TextField } from '../ui/field.tsx';
import { ProblemState } from '../ui/problem-state.tsx';
import { say } from '../ui/toast.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { m } from '../ui/words.ts';
import { ValueField, valueOf, type FactValue } from './value-field.tsx';

/** What is to be said: a key, and what is already known of it. */
export interface FactToState {
  key: string;
  about?: { kind: string; id: string };
  value?: FactValue;
  corrects?: string;
}
interface RecordFactProps { finess: string; fact: FactToState | null; onClose: () => void }

/** States one fact by hand: its value, its day, the document that shows it. Everything that reads the ledger is asked again. */
export function RecordFact({ finess, fact, onClose }: RecordFactProps) {
  const keys = useQuery({ ...ask(vocabulary, {}), enabled: fact !== null, staleTime: Infinity });
  const key = keys.data?.keys.find((one) => one.key === fact?.key);
  return (
    <Dialog title={key?.label ?? m.facts_record()} open={fact !== null} onClose={onClose}>
      {keys.error && <ProblemState error={keys.error} />}
      {keys.isPending && <Skeleton />}
      {fact && key && <FactForm finess={finess} fact={fact} factKey={key} onClose={onClose} />}
    </Dialog>
  );
}

function FactForm({ finess, fact, factKey: key, onClose }: { finess: string; fact: FactToState; factKey: Key; onClose: () => void }) {
  const client = useQueryClient();
  const [form, setForm] = useState({ typed: fact.value === undefined ? '' : String(fact.value), collected: String(today()), document: '', note: '' });
  const [wrong, setWrong] = useState(false);
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const send = useMutation({
    mutationFn: (value: FactValue) => call(recordFact, {
      params: { finess },
      body: {
        key: key.key, value, collected: form.collected, method: form.document ? 'examine' : 'interview',
        ...(fact.about ? { about: About.parse({ kind: fact.about.kind, id: fact.about.id }) } : {}), ...(fact.corrects ? { corrects: fact.corrects } : {}),
        ...(form.document ? { document: form.document } : {}), ...(form.note ? { note: form.note } : {}),
      },
    }),
    onSuccess: async () => {
      say(m.facts_recorded());
      onClose();
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = valueOf(key, form.typed);
    setWrong(value === null);
    if (value !== null) send.mutate(value);
  };
  return (
    <form className="gap-16" onSubmit={submit}>
      <p className="muted">{key.meaning}</p>
      {send.error && <ProblemState error={send.error} />}
      <ValueField factKey={key} typed={form.typed} onType={(typed) => put({ typed })} error={wrong ? m.facts_wrong_value() : undefined} />
      <TextField label={m.facts_collected()} type="date" required max={today()} value={form.collected} onChange={(event) => put({ collected: event.target.value })} hint={m.facts_validity({ validity: key.validity })} />
      <TextField label={m.facts_document()} hint={m.facts_document_hint()} value={form.document} onChange={(event) => put({ document: event.target.value })} />
      <AreaField label={m.facts_note()} value={form.note} onChange={(event) => put({ note: event.target.value })} />
      <div className="actions"><Button onClick={onClose}>{m.parts_cancel()}</Button><Button look="main" type="submit" busy={send.isPending}>{fact.corrects ? m.facts_correct() : m.facts_record()}</Button></div>
    </form>
  );
}
