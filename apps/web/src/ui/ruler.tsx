import { fmt, m } from './words.ts';

const LEVELS = 4;
const GAP = 2;
const EDGE = 4;

interface RulerProps {
  /** 0 to 4, a mean or a whole level; null when nobody knows. */
  level: number | null;
  goal?: number | null;
  /** Width in pixels: 52 in lists, 64 in tables, 88 alone. */
  width?: 52 | 64 | 88;
  /** A mean of indicators always shows its decimal: `2,0` beside `2,4`. */
  mean?: boolean;
}

/** Four segments filled up to the level, a caret over the target: the same object in lists, tables and forms. */
export function LevelRuler({ level, goal = null, width = 88, mean = false }: RulerProps) {
  const write = mean ? fmt.mean : fmt.level;
  const segment = (width - 2 * EDGE - (LEVELS - 1) * GAP) / LEVELS;
  const startOf = (index: number) => EDGE + index * (segment + GAP);
  const placeOf = (value: number) =>
    startOf(Math.min(LEVELS - 1, Math.floor(value))) + (value - Math.min(LEVELS - 1, Math.floor(value))) * segment;
  const caret = goal === null ? 0 : placeOf(goal) - (Number.isInteger(goal) && goal > 0 && goal < LEVELS ? GAP / 2 : 0);
  const said =
    level === null
      ? m.parts_level_unknown()
      : goal === null
        ? m.parts_level_of({ level: write(level) })
        : m.parts_level_goal({ level: write(level), goal: fmt.level(goal) });
  return (
    <svg className="ruler" role="img" aria-label={said} width={width} height="17" viewBox={`0 0 ${width} 17`}>
      {Array.from({ length: LEVELS }, (_, index) => {
        const share = Math.max(0, Math.min(1, (level ?? 0) - index));
        return (
          <g key={index}>
            <rect className="off" x={startOf(index)} y="9" width={segment} height="6" />
            {share > 0 && <rect className="on" x={startOf(index)} y="9" width={segment * share} height="6" />}
          </g>
        );
      })}
      {goal !== null && <path className="goal" d={`M${caret - 3.5} 1.5h7l-3.5 5z`} />}
    </svg>
  );
}

/** The ruler with its number, or the word that nobody knows. */
export function Level(props: RulerProps) {
  return (
    <span className="nowrap">
      <LevelRuler {...props} />
      {props.level === null ? (
        <span className="muted">{m.parts_unknown()}</span>
      ) : (
        <b>{(props.mean ? fmt.mean : fmt.level)(props.level)}</b>
      )}
    </span>
  );
}
