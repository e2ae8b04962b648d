import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface Option {
  id: string;
  group: string;
  text: ReactNode;
  note?: string | undefined;
  icon: IconName;
  onPick: () => void;
}

interface SearchListProps {
  label: string;
  placeholder: string;
  value: string;
  onType: (text: string) => void;
  options: readonly Option[];
  /** Said when nothing answers. */
  nothing: ReactNode;
  busy?: boolean;
  /** Takes the focus when it appears: a search palette does, a field among others does not. */
  autoFocus?: boolean;
}

/** Arrows move along the options and keep the active one in view, Enter chooses it. */
function useActiveOption(options: readonly Option[]) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, options.length - 1);
  const move = (next: number) => {
    setAt(next);
    list.current?.querySelectorAll('[role="option"]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent) => {
    const count = options.length;
    if (event.key === 'ArrowDown' && count > 0) move((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) move((active - 1 + count) % count);
    else if (event.key === 'Enter' && options[active]) options[active].onPick();
    else return;
    event.preventDefault();
  };
  return { list, active, setAt, onKey };
}

/** A field with its list: arrows move, Enter chooses, the field keeps the focus (combobox pattern of ARIA 1.2). */
export function SearchList({
  label,
  placeholder,
  value,
  onType,
  options,
  nothing,
  busy = false,
  autoFocus = true,
}: SearchListProps) {
  const id = useId();
  const { list, active, setAt, onKey } = useActiveOption(options);
  const found = options.length > 0;
  return (
    <>
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={found}
        aria-controls={id}
        aria-activedescendant={options[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus={autoFocus}
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onKeyDown={onKey}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
        }}
      />
      <div className="menu" id={id} role="listbox" aria-label={label} aria-busy={busy} ref={list} hidden={!found}>
        <Groups id={id} options={options} active={active} onPoint={setAt} />
      </div>
      {!found && !busy && (
        <p className="cmdk-none muted" role="status">
          {nothing}
        </p>
      )}
    </>
  );
}

interface GroupsProps {
  id: string;
  options: readonly Option[];
  active: number;
  onPoint: (index: number) => void;
}

/** Options under the name of their group; they are counted through the groups. */
function Groups({ id, options, active, onPoint }: GroupsProps) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => (
    <div role="group" aria-label={group} key={group}>
      <p aria-hidden="true">{group}</p>
      {options.map(
        (option, index) =>
          option.group === group && (
            <div
              role="option"
              id={`${id}-${index}`}
              key={option.id}
              aria-selected={index === active}
              data-active={index === active || undefined}
              onMouseMove={() => onPoint(index)}
              onClick={option.onPick}
            >
              <Icon name={option.icon} />
              <span>{option.text}</span>
              {option.note && <span className="muted">{option.note}</span>}
            </div>
          ),
      )}
    </div>
  ));
}
