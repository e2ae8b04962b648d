import { daysBetween } from './format.ts';
import { fmt, m } from './words.ts';

interface FreshnessProps {
  collected: string;
  /** Null: it never goes stale by itself. */
  expires: string | null;
  now: string;
}

/** A bar from collection to expiry with one line for today: how much of its life a fact has left. */
export function FreshnessBar({ collected, expires, now }: FreshnessProps) {
  if (expires === null) return <span className="muted">{m.parts_no_expiry()}</span>;
  const life = Math.max(1, daysBetween(collected, expires));
  const lived = daysBetween(collected, now);
  const left = life - lived;
  const scale = Math.max(life, lived);
  const at = (days: number) => `${Math.max(0, Math.min(100, (days / scale) * 100))}%`;
  const fill = left < 0 ? 'none' : left < 60 ? 'var(--fig-mid)' : 'var(--fig-good)';
  const edge = left < 0 ? 'var(--warn)' : left < 60 ? 'var(--fig-mid-edge)' : 'var(--fig-good)';
  const said =
    left < 0
      ? m.parts_fresh_ended({ day: fmt.day(expires) })
      : m.parts_fresh_until({ day: fmt.day(expires), left: fmt.relative(expires, now) });
  return (
    <svg className="fresh" width="100%" height="20" role="img" aria-label={said}>
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--line-strong)" />
      <rect
        x="0"
        y="5"
        width={at(life)}
        height="10"
        fill={fill}
        stroke={edge}
        strokeDasharray={left < 0 ? '2.5 2' : undefined}
      />
      <line x1={at(lived)} x2={at(lived)} y1="0" y2="20" stroke="var(--text)" strokeWidth="2" />
    </svg>
  );
}
