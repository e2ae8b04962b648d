export interface DotRow {
  now: number | null;
  before?: number | null;
  goal?: number | null;
  /** Comparable facilities: first quartile, median, third quartile. */
  peers?: { low: number; median: number; high: number } | null;
  label: string;
}

/** Place of a level on the axis: 2 % to 98 %, so that dots at both ends are whole. */
const at = (level: number): string => `${2 + level * 24}%`;
const LEVELS = [0, 1, 2, 3, 4];

/** The axis over the column of plots. */
export function LevelTicks({ only = false }: { only?: boolean }) {
  return (
    <span className={only ? 'ticks only' : 'ticks'} aria-hidden={only || undefined}>
      {LEVELS.map((level) => (
        <span key={level} style={{ left: at(level) }}>
          {level}
        </span>
      ))}
    </span>
  );
}

function Peers({ peers }: { peers: NonNullable<DotRow['peers']> }) {
  return (
    <>
      <rect x={at(peers.low)} width={`${(peers.high - peers.low) * 24}%`} y="16" height="12" fill="var(--fig-band)" />
      <line x1={at(peers.median)} x2={at(peers.median)} y1="14" y2="30" stroke="var(--fig-axis)" strokeWidth="2" />
    </>
  );
}

/** Now, before, target and peers on one line of 0 to 4; the numbers stand in the same table row. */
export function DotPlot({ now, before = null, goal = null, peers = null, label }: DotRow) {
  return (
    <svg className="fig" width="100%" height="44" role="img" aria-label={label}>
      {LEVELS.map((level) => (
        <line key={level} className="axis" x1={at(level)} x2={at(level)} y1="0" y2="44" />
      ))}
      {peers && <Peers peers={peers} />}
      {now !== null && before !== null && (
        <line x1={at(before)} x2={at(now)} y1="22" y2="22" stroke="var(--fig-good)" strokeWidth="2" />
      )}
      {before !== null && (
        <circle cx={at(before)} cy="22" r="4" fill="var(--bg)" stroke="var(--fig-good)" strokeWidth="1.5" />
      )}
      {now !== null && (
        <circle cx={at(now)} cy="22" r="6" fill="var(--fig-good)" stroke="var(--bg)" strokeWidth="1.5" />
      )}
      {goal !== null && (
        <svg x={at(goal)} y="0" width="1" height="44" overflow="visible">
          <path d="M0 14 8 22 0 30-8 22z" fill="none" stroke="var(--text)" strokeWidth="1.5" />
        </svg>
      )}
    </svg>
  );
}

/** The same marks, for the legend. */
export const DOT_LEGEND = {
  now: (
    <svg width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="6" fill="var(--fig-good)" />
    </svg>
  ),
  before: (
    <svg width="12" height="14" aria-hidden="true">
      <circle cx="6" cy="7" r="4" fill="none" stroke="var(--fig-good)" strokeWidth="1.5" />
    </svg>
  ),
  goal: (
    <svg width="16" height="16" aria-hidden="true">
      <path d="M8 1 15 8 8 15 1 8z" fill="none" stroke="var(--text)" strokeWidth="1.5" />
    </svg>
  ),
  peers: (
    <svg width="28" height="14" aria-hidden="true">
      <rect y="2" width="28" height="10" fill="var(--fig-band)" />
      <path d="M14 0v14" stroke="var(--fig-axis)" strokeWidth="2" />
    </svg>
  ),
} as const;
