import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Found } from '@egide/contract/facilities';
import { paths } from '../paths.ts';
import { SearchList, type Option } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemState } from '../ui/problem-state.tsx';
import { fmt, m } from '../ui/words.ts';
import { useFacilitySearch } from './facility-search.ts';
import type { Destination } from './jobs.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const flat = (jobs: readonly Destination[]): readonly Destination[] =>
  jobs.flatMap((job) => (job.under ? job.under : [job]));

/** Ctrl+K: pages of this place, and facilities by name, town or number. */
export function Palette({ open, onClose, jobs }: { open: boolean; onClose: () => void; jobs: readonly Destination[] }) {
  return (
    <Dialog title={m.shell_search()} quietTitle open={open} onClose={onClose} className="cmdk">
      {open && <PaletteList onClose={onClose} jobs={jobs} />}
    </Dialog>
  );
}

/** Town and number, and whether it is closed: what tells a facility from its homonyms. */
const noteOf = (one: Found) =>
  [one.town, fmt.finess(one.finess), one.open ? null : m.shell_palette_closed()]
    .filter((part) => part !== null)
    .join(', ');

function PaletteList({ onClose, jobs }: { onClose: () => void; jobs: readonly Destination[] }) {
  const [text, setText] = useState('');
  const { found, busy, error } = useFacilitySearch(text);
  const navigate = useNavigate();
  const go = (to: string, params: Readonly<Record<string, string>>) => {
    onClose();
    void navigate({ to, params });
  };
  const pages = flat(jobs)
    .filter((job) => plain(job.word).includes(plain(text.trim())))
    .map((job): Option => ({
      id: job.to,
      group: m.shell_palette_pages(),
      text: job.word,
      icon: job.icon,
      onPick: () => go(job.to, job.params),
    }));
  const facilities = found.map((one): Option => ({
    id: one.finess,
    group: m.shell_palette_facilities(),
    text: one.name,
    note: noteOf(one),
    icon: 'site',
    onPick: () => go(one.kind === 'site' ? paths.site : paths.facility, { finess: one.finess }),
  }));
  return (
    <>
      <SearchList
        label={m.shell_palette_label()}
        placeholder={m.shell_palette_typing()}
        value={text}
        onType={setText}
        options={[...pages, ...facilities]}
        nothing={m.shell_palette_nothing()}
        busy={busy}
      />
      {error && <ProblemState error={error} />}
    </>
  );
}
