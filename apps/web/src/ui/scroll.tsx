import type { ReactNode } from 'react';

/** What is wider than its place scrolls inside it, by keyboard too. */
export function Scroll({
  label,
  className = 'scroll',
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
