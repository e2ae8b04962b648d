import { useEffect, useId, useState, type ReactNode } from 'react';
import { isTyping } from './keys.ts';
import { m } from './words.ts';

interface FigureProps {
  title: string;
  /** What the figure shows, in one sentence. */
  finding: ReactNode;
  legend?: ReactNode;
  drawing: ReactNode;
  /** The same numbers as a plain table, one key away. Absent when the drawing is itself a table. */
  table?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** Title, finding, legend, drawing; `T` shows the table instead. */
export function Figure({ title, finding, legend, drawing, table, className, children }: FigureProps) {
  const id = useId();
  const [plain, setPlain] = useState(false);
  useEffect(() => {
    if (!table) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 't' && !isTyping(event)) setPlain((was) => !was);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [table]);
  return (
    <figure className={className} aria-labelledby={id}>
      <figcaption>
        <div className="line">
          <h2 id={id}>{title}</h2>
          {table && (
            <button
              className="btn btn--quiet btn--small"
              type="button"
              aria-expanded={plain}
              onClick={() => setPlain(!plain)}
            >
              {plain ? m.parts_show_figure() : m.parts_show_table()} <kbd aria-hidden="true">T</kbd>
            </button>
          )}
        </div>
        <p className="finding">{finding}</p>
      </figcaption>
      {plain ? (
        table
      ) : (
        <>
          {legend}
          {drawing}
        </>
      )}
      {children}
    </figure>
  );
}
