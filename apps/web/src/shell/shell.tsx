import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../session.ts';
import { Banner } from '../ui/banner.tsx';
import { useShortcuts } from '../ui/keys.ts';
import { m } from '../ui/words.ts';
import { jobsOf } from './jobs.ts';
import { Nav } from './nav.tsx';
import { Palette } from './palette.tsx';
import { usePlace } from './place.ts';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar, useOnline } from './top-bar.tsx';

/** Pages whose columns touch the edges of the window bring their own grid. */
const WIDE = /\/maturite\/evaluer/;

function useCtrlK(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [open]);
}

/** A new page takes the focus to its content, so that a screen reader starts there. */
function useFocusOnPage(path: string) {
  const page = useRef<HTMLElement>(null);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    if (!document.activeElement?.closest('main')) page.current?.focus({ preventScroll: true });
  }, [path]);
  return page;
}

export function Shell() {
  const me = useMe();
  const place = usePlace(me);
  const online = useOnline();
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);
  const [search] = useState(() => () => setOpen('search'));
  const path = useRouterState({ select: (state) => state.location.pathname });
  const page = useFocusOnPage(path);
  useCtrlK(search);
  useShortcuts({ '?': () => setOpen('keys') });
  if (!me) return null;
  const jobs = jobsOf(me, place);
  const close = () => setOpen(null);
  return (
    <>
      <a className="skip" href="#contenu">{m.shell_skip()}</a>
      <div className="shell">
        <TopBar me={me} place={place} onSearch={search} />
        <Nav jobs={jobs} onHelp={() => setOpen('keys')} />
        <main id="contenu" tabIndex={-1} ref={page} className={WIDE.test(path) ? 'work' : undefined}>
          {!online && <div className="notice"><Banner tone="warn">{m.shell_offline_since()}</Banner></div>}
          <Outlet />
        </main>
      </div>
      <Palette open={open === 'search'} onClose={close} jobs={jobs} />
      <Shortcuts open={open === 'keys'} onClose={close} />
    </>
  );
}
