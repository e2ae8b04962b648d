import { useId, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { m } from './words.ts';

/** The proof beside the work: why a level, from which observation, until when. Below the work on a narrow screen. */
export function SidePanel({
  title,
  onClose,
  children,
  className = '',
}: {
  title: string;
  onClose?: () => void;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <aside className={`panel why-panel ${className}`.trim()} aria-labelledby={id}>
      <div className="line">
        <h2 id={id}>{title}</h2>
        {onClose && (
          <Button look="quiet" small icon="x" iconOnly aria-label={m.parts_close_panel()} onClick={onClose} />
        )}
      </div>
      {children}
    </aside>
  );
}

/** Names and values of one thing. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode] | null)[] }) {
  return (
    <dl className="facts">
      {facts.map(
        (fact) =>
          fact && (
            <FactPair key={fact[0]} name={fact[0]}>
              {fact[1]}
            </FactPair>
          ),
      )}
    </dl>
  );
}
function FactPair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
