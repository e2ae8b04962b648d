import type { ReactNode } from 'react';
import { copyText } from './clipboard.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { say } from './toast.tsx';
import { m } from './words.ts';

export interface Filter {
  id: string;
  name: string;
  options: readonly { value: string; text: string }[];
  /** What is chosen; nothing chosen is everything. */
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function Chip({ filter }: { filter: Filter }) {
  const { name, options, chosen, onChange } = filter;
  const words = options.filter((option) => chosen.includes(option.value)).map((option) => option.text);
  const value = words.length > 2 ? m.parts_chosen({ n: words.length }) : words.join(', ');
  if (words.length > 0) {
    return (
      <button
        className="chip"
        type="button"
        aria-label={m.parts_remove_filter({ name, value })}
        onClick={() => onChange([])}
      >
        <span>
          {m.parts_filter_label({ name })} <b>{value}</b>
        </span>
        <Icon name="x" />
      </button>
    );
  }
  return (
    <Menu
      label={name}
      button={
        <button className="chip" type="button">
          {m.parts_filter_all({ name })}
          <Icon name="down" />
        </button>
      }
      entries={options.map((option) => ({
        kind: 'item',
        id: option.value,
        text: option.text,
        onPick: () => onChange([option.value]),
      }))}
    />
  );
}

/** Chips with their value in bold, and the address that carries them: what is seen can be sent. */
export function FilterChips({
  filters,
  address,
  onClear,
  children,
}: {
  filters: readonly Filter[];
  address: string;
  onClear: () => void;
  children?: ReactNode;
}) {
  const copy = () =>
    void copyText(new URL(address, location.href).href).then(
      () => say(m.parts_link_copied()),
      () => say(m.parts_copy_refused()),
    );
  return (
    <div className="filters" role="group" aria-label={m.parts_filters()}>
      {filters.map((filter) => (
        <Chip key={filter.id} filter={filter} />
      ))}
      {filters.some((filter) => filter.chosen.length > 0) && (
        <button className="plainlink small" type="button" onClick={onClear}>
          {m.parts_clear_all()}
        </button>
      )}
      {children}
      <span className="url">
        <code>{address}</code>
        <button className="btn btn--small" type="button" onClick={copy}>
          <Icon name="link" />
          {m.parts_copy_link()}
        </button>
      </span>
    </div>
  );
}
