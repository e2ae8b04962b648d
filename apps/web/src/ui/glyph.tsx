import type { ReactElement } from 'react';

const ring = (dash?: string) => (
  <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray={dash} />
);

/** Seven states, each with its own shape: colour only repeats what the shape says. */
const SHAPES = {
  ok: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  warn: <path d="M6 .8 11.7 11H.3z" fill="currentColor" />,
  crit: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  unknown: ring(),
  todo: (
    <>
      {ring()}
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  conflict: <path d="M6 .3 11.7 6 6 11.7.3 6z" fill="currentColor" />,
  expired: ring('2.3 2.3'),
} satisfies Record<string, ReactElement>;
export type StatusKind = keyof typeof SHAPES;
export const STATUS_KINDS = Object.keys(SHAPES) as StatusKind[]; // Safe: the keys of the table above.

/** Colour class of each state. */
export const TONE = {
  ok: 'is-ok',
  warn: 'is-warn',
  crit: 'is-crit',
  unknown: 'is-unknown',
  todo: 'is-info',
  conflict: 'is-warn',
  expired: 'is-warn',
} as const satisfies Record<StatusKind, string>;

/** The shape alone; the word must stand beside it. `plain` leaves the colour to what surrounds it. */
export function Glyph({ kind, plain = false }: { kind: StatusKind; plain?: boolean }) {
  return (
    <svg className={plain ? 'glyph' : `glyph ${TONE[kind]}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}
