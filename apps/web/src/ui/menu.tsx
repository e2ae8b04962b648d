import { Menu as Widget } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type MenuEntry =
  | {
      kind: 'item';
      id: string;
      text: ReactNode;
      note?: ReactNode;
      icon?: IconName;
      crit?: boolean;
      chosen?: boolean;
      /** Why it cannot be used now: it stays in reach and says so. */ refusal?: string | undefined;
      onPick: () => void;
    }
  | { kind: 'label'; id: string; text: string }
  | { kind: 'rule'; id: string };

/** Before anything is done: a dialog that an entry opens gives the focus back to what had it, and the entry will be gone. */
function focusButton(entry: HTMLElement): void {
  const menu = entry.closest('[role="menu"]')?.id;
  if (menu) document.querySelector<HTMLElement>(`[aria-controls="${menu}"]`)?.focus();
}

const LINE = { itemLabel: 'menu-line' };

/** Arrows move, Enter chooses, Escape gives the focus back. `button` is what opens it. */
export function Menu({
  button,
  label,
  entries,
  end = false,
}: {
  button: ReactElement;
  label: string;
  entries: readonly MenuEntry[];
  end?: boolean;
}) {
  return (
    <Widget
      position={end ? 'bottom-end' : 'bottom-start'}
      offset={4}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
      loop
    >
      <Widget.Target>{button}</Widget.Target>
      <Widget.Dropdown className="menu menu--float" aria-label={label}>
        {entries.map((entry) => {
          if (entry.kind === 'rule') return <hr key={entry.id} />;
          if (entry.kind === 'label')
            return (
              <p key={entry.id} className="menu-label">
                {entry.text}
              </p>
            );
          return (
            <Widget.Item
              key={entry.id}
              classNames={LINE}
              className={entry.crit ? 'is-crit' : ''}
              aria-current={entry.chosen || undefined}
              aria-disabled={entry.refusal !== undefined || undefined}
              closeMenuOnClick={entry.refusal === undefined}
              onClick={
                entry.refusal === undefined
                  ? (event) => {
                      focusButton(event.currentTarget);
                      entry.onPick();
                    }
                  : undefined
              }
            >
              {entry.icon && <Icon name={entry.icon} />}
              <span>
                {entry.text}
                {entry.refusal !== undefined && <span className="small muted">{entry.refusal}</span>}
              </span>
              {entry.chosen ? <Icon name="check" /> : entry.note && <span className="muted">{entry.note}</span>}
            </Widget.Item>
          );
        })}
      </Widget.Dropdown>
    </Widget>
  );
}
