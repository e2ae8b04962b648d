import { useRouterState } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { today } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FilterChips, type Filter } from '../../ui/filters.tsx';
import { fmt, m } from '../../ui/words.ts';
import { JournalSearch } from './address.ts';

interface Action {
  action: string;
  label: string;
}
interface FiltersProps {
  search: JournalSearch;
  actions: readonly Action[];
  onSearch: (search: JournalSearch) => void;
}

/** What is asked, and below it what is in force, each with a way to take it off; both stand in the address. */
export function JournalFilters({ search, actions, onSearch }: FiltersProps) {
  const [form, setForm] = useState({
    acte: search.acte ?? '',
    personne: search.personne ?? '',
    du: search.du ?? '',
    au: search.au ?? '',
    texte: search.texte ?? '',
  });
  const address = useRouterState({ select: (state) => `${state.location.pathname}${state.location.searchStr}` });
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(JournalSearch.parse(Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''))));
  };
  return (
    <>
      <form className="asks" role="search" aria-label={m.journal_seek()} onSubmit={submit}>
        <SelectField
          label={m.journal_action()}
          value={form.acte}
          onChange={(event) => put({ acte: event.target.value })}
        >
          <option value="">{m.journal_action_any()}</option>
          {actions.map(({ action, label }) => (
            <option key={action} value={action}>
              {label}
            </option>
          ))}
          {form.acte !== '' && !actions.some(({ action }) => action === form.acte) && (
            <option value={form.acte}>{form.acte}</option>
          )}
        </SelectField>
        <TextField
          label={m.journal_person()}
          type="search"
          value={form.personne}
          onChange={(event) => put({ personne: event.target.value })}
        />
        <TextField
          label={m.journal_from()}
          type="date"
          max={today()}
          value={form.du}
          onChange={(event) => put({ du: event.target.value })}
        />
        <TextField
          label={m.journal_to()}
          type="date"
          min={form.du}
          value={form.au}
          onChange={(event) => put({ au: event.target.value })}
        />
        <TextField
          label={m.journal_text()}
          type="search"
          value={form.texte}
          onChange={(event) => put({ texte: event.target.value })}
        />
        <Button type="submit" icon="filter">
          {m.journal_do()}
        </Button>
      </form>
      <FilterChips filters={inForce(search, actions, onSearch)} address={address} onClear={() => onSearch({})} />
    </>
  );
}

/** One chip for each thing asked. */
function inForce(
  search: JournalSearch,
  actions: readonly Action[],
  onSearch: FiltersProps['onSearch'],
): readonly Filter[] {
  const chip = (id: keyof JournalSearch, name: string, say: (value: string) => string): Filter[] => {
    const value = search[id];
    return value === undefined
      ? []
      : [
          {
            id,
            name,
            chosen: [value],
            options: [{ value, text: say(value) }],
            onChange: () => onSearch({ ...search, [id]: undefined }),
          },
        ];
  };
  return [
    ...chip('acte', m.journal_action(), (value) => actions.find(({ action }) => action === value)?.label ?? value),
    ...chip('personne', m.journal_person(), (value) => value),
    ...chip('du', m.journal_from(), fmt.day),
    ...chip('au', m.journal_to(), fmt.day),
    ...chip('texte', m.journal_text(), (value) => value),
  ];
}
