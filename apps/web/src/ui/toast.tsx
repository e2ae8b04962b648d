import { useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { m } from './words.ts';

interface Toast {
  id: number;
  text: string;
  undo?: (() => void) | undefined;
}

/** Milliseconds on screen: time to read it; longer when it can be undone, since a hand on the keyboard has to get there. */
const STAY = 6000;
const STAY_UNDO = 12_000;
let shown: readonly Toast[] = [];
let last = 0;
const readers = new Set<() => void>();
const put = (next: readonly Toast[]) => {
  shown = next;
  readers.forEach((tell) => tell());
};
const drop = (id: number) => put(shown.filter((toast) => toast.id !== id));

/** Says that something was done, with the way back. Errors are never toasts: they stay where they happened. */
export function say(text: string, undo?: () => void): void {
  const id = ++last;
  put([...shown, { id, text, undo }]);
  leave(id, undo ? STAY_UNDO : STAY);
}

/** Goes once its time is over, unless someone is on it. */
function leave(id: number, stay: number): void {
  setTimeout(() => {
    if (document.querySelector(`[data-toast="${id}"]:is(:hover, :focus-within)`)) leave(id, STAY);
    else drop(id);
  }, stay);
}

export function Toasts() {
  const toasts = useSyncExternalStore(
    (tell) => {
      readers.add(tell);
      return () => readers.delete(tell);
    },
    () => shown,
  );
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <div className="toast" key={toast.id} data-toast={toast.id}>
          <span>{toast.text}</span>
          {toast.undo && (
            <Button
              small
              onClick={() => {
                toast.undo?.();
                drop(toast.id);
              }}
            >
              {m.parts_undo()}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
