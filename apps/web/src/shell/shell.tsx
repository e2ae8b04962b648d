import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMe, type Me } from '../session.ts';
import { useShortcuts } from '../ui/keys.ts';
import { m } from '../ui/words.ts';
import { InsecureNotice } from './insecure-notice.tsx';
import { jobsOf } from './jobs.ts';
import { Nav } from './nav.tsx';
import { Palette } from './palette.tsx';
import { PaperHead } from './paper-head.tsx';
import { usePlace } from './place.ts';
import { Shortcuts } from './shortcuts.tsx';
import { TopBar, useOnline } from './top-bar.tsx';
import { Trouble } from './trouble.tsx';
import { useWaiting } from './waiting-count.ts';

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

/** Whoever was here when the session ended still is: the page and what was typed in it stay until they come back. */
function useHost(): { me: Me | null; ended: boolean } {
  const now = useMe();
  const [last, setLast] = useState(now);
  if (now !== null && now !== last) setLast(now);
  return { me: now ?? last, ended: now === null && last !== null };
}

export function Shell() {
  const { me, ended } = useHost();
  const place = usePlace(me);
  const online = useOnline();
  const [open, setOpen] = useState<'search' | 'keys' | null>(null);
  const [search] = useState(() => () => setOpen('search'));
  const path = useRouterState({ select: (state) => state.location.pathname });
  const page = useFocusOnPage(path);
  useCtrlK(search);
  useShortcuts({ '?': () => setOpen('keys') });
  const waiting = useWaiting(place?.kind === 'region' ? place.id : null);
  if (!me) return null;
  const jobs = jobsOf(me, place, waiting);
  const close = () => setOpen(null);
  return (
    <>
      <a className="skip" href="#contenu">
        {m.shell_skip()}
      </a>
      <div className="shell">
        <TopBar me={me} place={place} onSearch={search} />
        <Nav jobs={jobs} onHelp={() => setOpen('keys')} />
        <main id="contenu" tabIndex={-1} ref={page} className={WIDE.test(path) ? 'work' : undefined}>
          <PaperHead me={me} place={place} />
          <InsecureNotice once />
          <Trouble me={me} online={online} ended={ended} />
          <Outlet />
        </main>
      </div>
      <Palette open={open === 'search'} onClose={close} jobs={jobs} />
      <Shortcuts open={open === 'keys'} onClose={close} />
    </>
  );
}
