import { fmt } from './words.ts';

export type SquareKind = 'good' | 'mid' | 'bad' | 'unknown' | 'expired' | 'late';
/** Beyond this many, squares stop being countable by eye: a bar and its number say it. */
const COUNTABLE = 60;

function Square({ x, size, kind }: { x: number; size: number; kind: SquareKind }) {
  const inner = { x: x + 0.75, y: 0.75, width: size - 1.5, height: size - 1.5, fill: 'none', strokeWidth: 1.5 };
  if (kind === 'unknown') return <rect {...inner} stroke="var(--fig-unknown-edge)" />;
  if (kind === 'expired') return <rect {...inner} stroke="var(--warn)" strokeDasharray="2.5 2" />;
  if (kind === 'mid' || kind === 'late')
    return <rect x={x} width={size} height={size} fill="var(--fig-mid)" stroke="var(--fig-mid-edge)" />;
  return <rect x={x} width={size} height={size} fill={kind === 'good' ? 'var(--fig-good)' : 'var(--fig-bad)'} />;
}

/** One square per hospital or per fact, in the order given. The count is written beside it, so the drawing is decoration. */
export function UnitSquares({ kinds, size = 14 }: { kinds: readonly SquareKind[]; size?: 12 | 14 }) {
  const first = kinds[0];
  if (first === undefined) return null;
  if (kinds.length > COUNTABLE)
    return (
      <span className="unitbar">
        <svg width="100%" height={size} aria-hidden="true">
          <Bar kind={first} height={size} />
        </svg>
        <span className="sr">{fmt.number(kinds.length)}</span>
      </span>
    );
  return (
    <span className="squares" aria-hidden="true">
      {kinds.map((kind, at) => (
        <svg key={at} width={size} height={size} overflow="visible">
          <Square x={0} size={size} kind={kind} />
        </svg>
      ))}
    </span>
  );
}

function Bar({ kind, height }: { kind: SquareKind; height: number }) {
  const fill =
    kind === 'good'
      ? 'var(--fig-good)'
      : kind === 'bad'
        ? 'var(--fig-bad)'
        : kind === 'unknown' || kind === 'expired'
          ? 'none'
          : 'var(--fig-mid)';
  return (
    <rect
      x="0.75"
      y="0.75"
      width="100%"
      height={height - 1.5}
      fill={fill}
      stroke={fill === 'none' ? 'var(--fig-unknown-edge)' : 'none'}
      strokeWidth="1.5"
    />
  );
}

/** The same square in a legend, with its word. */
export function LegendSquare({ kind, children }: { kind: SquareKind; children: string }) {
  return (
    <li>
      <svg width="12" height="12" overflow="visible" aria-hidden="true">
        <Square x={0} size={12} kind={kind} />
      </svg>
      {children}
    </li>
  );
}
