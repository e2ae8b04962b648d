import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SearchList, type Option } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { m } from '../ui/words.ts';
import type { Destination } from './jobs.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const flat = (jobs: readonly Destination[]): readonly Destination[] => jobs.flatMap((job) => (job.under ? job.under : [job]));

/** Ctrl+K: pages of this place, and facilities by name, town or number. */
export function Palette({ open, onClose, jobs }: { open: boolean; onClose: () => void; jobs: readonly Destination[] }) {
  return <Dialog title={m.shell_search()} quietTitle open={open} onClose={onClose} className="cmdk">{open && <PaletteList onClose={onClose} jobs={jobs} />}</Dialog>;
}

function PaletteList({ onClose, jobs }: { onClose: () => void; jobs: readonly Destination[] }) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const pages = flat(jobs).filter((job) => plain(job.word).includes(plain(text.trim()))).map((job): Option => ({
    id: job.to, group: m.shell_palette_pages(), text: job.word, icon: job.icon, onPick: () => { onClose(); void navigate({ to: job.to, params: job.params }); },
  }));
  return <SearchList label={m.shell_palette_label()} placeholder={m.shell_palette_typing()} value={text} onType={setText} options={pages} nothing={m.shell_palette_nothing()} />;
}
