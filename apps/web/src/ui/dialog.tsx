import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { m } from './words.ts';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
  className?: string;
  /** The title is read out but not shown: a search palette. */
  quietTitle?: boolean;
}

/** The browser's own modal: focus kept inside, Escape closes, focus goes back where it was. */
export function Dialog({ title, open, onClose, children, actions, className = '', quietTitle = false }: DialogProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      className={`dialog ${className}`.trim()}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === box.current) box.current.close();
      }}
    >
      {open && (
        <div className="dialog-in">
          <h2 id={id} className={quietTitle ? 'sr' : undefined}>
            {title}
          </h2>
          {children}
          {actions && <div className="actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

interface TypeToConfirmProps {
  title: string;
  word: string;
  doIt: string;
  open: boolean;
  busy?: boolean;
  onClose: () => void;
  onConfirm: () => void;
  children: ReactNode;
}

/** Only for what cannot be undone: the button opens once the word has been typed. */
export function TypeToConfirm({
  title,
  word,
  doIt,
  open,
  busy = false,
  onClose,
  onConfirm,
  children,
}: TypeToConfirmProps) {
  const [typed, setTyped] = useState('');
  const ready = typed.trim() === word;
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{m.parts_keep()}</Button>
          <Button
            look="crit"
            busy={busy}
            aria-disabled={!ready || undefined}
            onClick={() => {
              if (ready) onConfirm();
            }}
          >
            {doIt}
          </Button>
        </>
      }
    >
      <div className="dialog-text">{children}</div>
      <TextField
        label={m.parts_type_to_confirm({ word })}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  );
}
