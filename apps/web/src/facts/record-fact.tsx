import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { vocabulary, type Key } from '@egide/contract/evidence';
import { ask } from '../api/ask.ts';
import { today } from '../clock.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { AreaField, TextField } from '../ui/field.tsx';
import { ProblemState } from '../ui/problem-state.tsx';
import { Skeleton } from '../ui/waiting.tsx';
import { m } from '../ui/words.ts';
import { CoversField, useSupported } from './covers-field.tsx';
import { useFactForm, type FactToState } from './fact-form.ts';
import { UnitField } from './unit-field.tsx';
import { ValueField, valueOf } from './value-field.tsx';

export type { FactToState } from './fact-form.ts';
interface RecordFactProps {
  finess: string;
  fact: FactToState | null;
  onClose: () => void;
}

/** States one fact by hand: its value, its day, the document that shows it. Everything that reads the ledger is asked again. */
export function RecordFact({ finess, fact, onClose }: RecordFactProps) {
  const keys = useQuery({ ...ask(vocabulary, {}), enabled: fact !== null, staleTime: Infinity });
  const key = keys.data?.keys.find((one) => one.key === fact?.key);
  return (
    <Dialog title={key?.label ?? m.facts_record()} open={fact !== null} onClose={onClose}>
      {keys.error && <ProblemState error={keys.error} />}
      {keys.isPending && <Skeleton />}
      {fact &&
        key &&
        (key.byHand === 'no' ? (
          <NotByHand factKey={key} onClose={onClose} />
        ) : (
          <FactForm finess={finess} fact={fact} factKey={key} onClose={onClose} />
        ))}
    </Dialog>
  );
}

/** A fact that only a measure or an official file brings. */
function NotByHand({ factKey: key, onClose }: { factKey: Key; onClose: () => void }) {
  return (
    <div className="gap-16">
      <p className="muted">{key.meaning}</p>
      <p>{m.facts_not_by_hand()}</p>
      <div className="actions">
        <Button onClick={onClose}>{m.shell_close()}</Button>
      </div>
    </div>
  );
}

function FactForm({
  finess,
  fact,
  factKey: key,
  onClose,
}: {
  finess: string;
  fact: FactToState;
  factKey: Key;
  onClose: () => void;
}) {
  const { typed, put, send } = useFactForm({ finess, fact, factKey: key, onDone: onClose });
  const supported = useSupported(finess);
  const [asked, setAsked] = useState(false);
  const value = valueOf(key, typed.value);
  const papers = key.byHand === 'with-document';
  const missing = papers && typed.document.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (value !== null && !missing) send.mutate(value);
  };
  return (
    <form className="gap-16" onSubmit={submit} noValidate>
      <p className="muted">{key.meaning}</p>
      {send.error && <ProblemState error={send.error} />}
      <ValueField
        factKey={key}
        typed={typed.value}
        onType={(next) => put({ value: next })}
        error={
          asked && value === null
            ? typed.value.trim() === ''
              ? m.facts_value_missing()
              : m.facts_wrong_value()
            : undefined
        }
      />
      <UnitField factKey={key} unit={typed.unit} onChange={(unit) => put({ unit })} />
      <TextField
        label={m.facts_collected()}
        type="date"
        required
        max={today()}
        value={typed.collected}
        onChange={(event) => put({ collected: event.target.value })}
        hint={m.facts_validity({ validity: key.validity })}
      />
      <TextField
        label={m.facts_document()}
        hint={papers ? m.facts_document_needed() : m.facts_document_hint()}
        required={papers}
        value={typed.document}
        error={asked && missing ? m.facts_document_missing() : undefined}
        onChange={(event) => put({ document: event.target.value })}
      />
      <AreaField label={m.facts_note()} value={typed.note} onChange={(event) => put({ note: event.target.value })} />
      {supported.length > 0 && key.withheld && <p className="hint">{m.facts_covers_withheld()}</p>}
      {supported.length > 0 && !fact.corrects && !key.withheld && (
        <CoversField members={supported} covering={typed.covering} onChange={(covering) => put({ covering })} />
      )}
      <div className="actions">
        <Button onClick={onClose}>{m.parts_cancel()}</Button>
        <Button look="main" type="submit" busy={send.isPending}>
          {fact.corrects ? m.facts_correct() : m.facts_record()}
        </Button>
      </div>
    </form>
  );
}
