import { useRef, type KeyboardEvent } from 'react';

export interface Tab {
  id: string;
  text: string;
}

/** Arrows move between tabs; only the chosen one is in the tab order. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: readonly Tab[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.findIndex((tab) => tab.id === chosen) + step + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={onKey}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          data-tab={tab.id}
          role="tab"
          type="button"
          aria-selected={tab.id === chosen}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.text}
        </button>
      ))}
    </div>
  );
}

/** Two ways to see the same thing. */
export function Segmented({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: readonly Tab[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.id} type="button" aria-pressed={choice.id === chosen} onClick={() => onChoose(choice.id)}>
          {choice.text}
        </button>
      ))}
    </div>
  );
}
