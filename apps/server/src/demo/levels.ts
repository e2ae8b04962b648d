import type { Draw } from './draw.ts';

/** Level from 0 to 4 of each known indicator; an indicator that is absent is not known. */
export type Levels = ReadonlyMap<string, number>;

export interface Wish {
  /** Mean to reach, one decimal. */
  readonly level: number;
  /** How many indicators are known. */
  readonly known: number;
  /** Indicators whose level is settled already: a number, or null when nothing may be known. */
  readonly forced: ReadonlyMap<string, number | null>;
}

/** Mean with one decimal, half up, in whole numbers: the rule of the engine. */
const mean = (sum: number, known: number): number => Math.floor((20 * sum + known) / (2 * known)) / 10;

/** The sum of levels whose mean over `known` reads `level`; over fewer than eleven there may be none, then the nearest. */
function sumFor(level: number, known: number, most = 4 * known): number {
  const near = Math.min(most, Math.round(level * known));
  return [near, near - 1, near + 1].find((sum) => sum <= most && mean(sum, known) === level) ?? near;
}

/** Changes levels one step at a time until they sum to `sum`; `may` says which may still move in that direction. */
function settle(
  levels: Map<string, number>,
  sum: number,
  { movable, draw }: { movable: readonly string[]; draw: Draw },
): void {
  let total = [...levels.values()].reduce((a, b) => a + b, 0);
  while (total !== sum) {
    const step = total < sum ? 1 : -1;
    const free = movable.filter((id) => (step > 0 ? (levels.get(id) ?? 4) < 4 : (levels.get(id) ?? 0) > 0));
    if (free.length === 0) throw new Error(`levels cannot reach the sum ${sum}`);
    const id = draw.one(free);
    levels.set(id, (levels.get(id) ?? 0) + step);
    total += step;
  }
}

/** Levels around the wished mean, which they reach exactly. */
export function levelsAround(indicators: readonly string[], wish: Wish, draw: Draw): Levels {
  const settled = [...wish.forced].flatMap(([id, level]) => (level === null ? [] : [[id, level] as const]));
  const free = draw.shuffled(indicators.filter((id) => !wish.forced.has(id))).slice(0, wish.known - settled.length);
  const levels = new Map<string, number>(settled);
  for (const id of free) levels.set(id, Math.max(0, Math.min(4, Math.round(wish.level + draw.next() * 2 - 1))));
  const most = settled.reduce((sum, [, level]) => sum + level, 4 * free.length);
  settle(levels, sumFor(wish.level, wish.known, most), { movable: free, draw });
  return levels;
}

/** The same indicators earlier, when the mean was `level`: none was higher than it is now. */
export function levelsBefore(now: Levels, level: number, draw: Draw): Levels {
  const levels = new Map(now);
  const sum = sumFor(level, now.size);
  if (sum > [...now.values()].reduce((a, b) => a + b, 0)) throw new Error('levels only rise in the demonstration');
  settle(levels, sum, { movable: [...now.keys()], draw });
  return levels;
}
