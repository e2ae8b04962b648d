import type { ReactNode } from 'react';

/** The name of the product with its sign. */
export function Mark({ children = 'Égide' }: { children?: ReactNode }) {
  return (
    <>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M4.5 7.5v11M4.5 7.5h11M4.5 13h7.5M4.5 18.5h11M9 4.2l4.5-2.7"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
        />
      </svg>
      {children}
    </>
  );
}
