import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import * as access from '@egide/contract/access';
import { call } from '../api/call.ts';
import { useSilentSince } from '../api/reach.ts';
import { getLocale, setLocale } from '../paraglide/runtime.js';
import { paths } from '../paths.ts';
import { meQuery, workplacesOf, type Me, type Workplace } from '../session.ts';
import { setTheme, useTheme, type Theme } from '../theme.ts';
import { Badge } from '../ui/button.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { m } from '../ui/words.ts';
import { Mark } from './mark.tsx';
import { homeOf } from './place.ts';
import { ROLE_WORD } from './role-words.ts';

/** Is there a network? What the browser knows; a call that fails says more. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      addEventListener('online', tell);
      addEventListener('offline', tell);
      return () => {
        removeEventListener('online', tell);
        removeEventListener('offline', tell);
      };
    },
    () => navigator.onLine,
  );

function OrganisationSwitcher({ me, place }: { me: Me; place: Workplace | null }) {
  const navigate = useNavigate();
  const places = workplacesOf(me);
  const face = (
    <button className="org" type="button">
      <b>{place?.name ?? m.shell_no_org()}</b>
      {places.length > 1 && <Icon name="down" />}
      {me.fictional && <Badge tone="warn">{m.shell_fictional()}</Badge>}
    </button>
  );
  if (places.length < 2)
    return (
      <span className="org org--one">
        <b>{place?.name ?? m.shell_no_org()}</b>
        {me.fictional && <Badge tone="warn">{m.shell_fictional()}</Badge>}
      </span>
    );
  const entries = places.map((one): MenuEntry => ({
    kind: 'item',
    id: `${one.kind} ${one.id} ${one.role ?? ''}`,
    text: (
      <>
        {one.name}
        {one.role && <span className="small muted">{ROLE_WORD[one.role]()}</span>}
      </>
    ),
    chosen: one.kind === place?.kind && one.id === place.id,
    onPick: () => void navigate(homeOf(one)),
  }));
  return <Menu button={face} label={m.shell_switch_org()} entries={entries} />;
}

function UserMenu({ me, place }: { me: Me; place: Workplace | null }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const theme = useTheme();
  const role = place?.role ?? me.holds[0]?.role;
  const themeEntry = (value: Theme, text: string): MenuEntry => ({
    kind: 'item',
    id: value,
    text,
    chosen: theme === value,
    onPick: () => setTheme(value),
  });
  const leave = async () => {
    await call(access.signOut, {});
    // Out of the house first: inside it, a session that is gone asks to come back.
    await navigate({ to: paths.signIn });
    client.clear();
    client.setQueryData(meQuery.queryKey, null);
  };
  const entries: MenuEntry[] = [
    { kind: 'label', id: 'theme', text: m.shell_theme() },
    themeEntry('system', m.shell_theme_system()),
    themeEntry('light', m.shell_theme_light()),
    themeEntry('dark', m.shell_theme_dark()),
    { kind: 'rule', id: 'r1' },
    {
      kind: 'item',
      id: 'language',
      text: m.shell_language(),
      onPick: () => void setLocale(getLocale() === 'fr' ? 'en' : 'fr'),
    },
    { kind: 'item', id: 'sessions', text: m.shell_sessions(), onPick: () => void navigate({ to: paths.account }) },
    { kind: 'rule', id: 'r2' },
    { kind: 'item', id: 'leave', text: m.shell_sign_out(), onPick: () => void leave() },
  ];
  return (
    <Menu
      end
      label={me.name}
      entries={entries}
      button={
        <button
          className="quiet user"
          type="button"
          aria-label={m.shell_account_menu({ name: me.name, role: role ? ROLE_WORD[role]() : '' })}
        >
          <Icon name="user" />
          <span>{me.name}</span>
        </button>
      }
    />
  );
}

/** Where I am, what I look for, whether the network holds, who I am. */
export function TopBar({ me, place, onSearch }: { me: Me; place: Workplace | null; onSearch: () => void }) {
  const online = useOnline();
  const silent = useSilentSince() !== null;
  return (
    <header className="top">
      <button className="burger" type="button" popoverTarget="nav" aria-label={m.shell_menu()}>
        <Icon name="menu" />
      </button>
      <Link className="mark" to={paths.home}>
        <Mark />
      </Link>
      <OrganisationSwitcher me={me} place={place} />
      <button className="search" type="button" aria-keyshortcuts="Control+K" aria-haspopup="dialog" onClick={onSearch}>
        <Icon name="search" />
        <span>{m.shell_search()}</span>
        <kbd aria-hidden="true">{m.shell_ctrl_k()}</kbd>
      </button>
      <div className="net">
        <Glyph kind={online && !silent ? 'ok' : 'warn'} />
        <span>{online ? (silent ? m.shell_no_answer() : m.shell_online()) : m.shell_offline()}</span>
      </div>
      <UserMenu me={me} place={place} />
    </header>
  );
}
