/** The whole level reached: 2.4 is level 2. */
export const wholeLevel = (level: number | null): number | null => (level === null ? null : Math.floor(level));

/** Median, one decimal, half up; null of nothing. */
export function median(levels: readonly number[]): number | null {
  const sorted = [...levels].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) * 5) / 10;
}

export interface Tally {
  readonly known: number;
  readonly total: number;
  readonly atTwo: number;
  readonly underTwo: number;
}
export function tally(levels: readonly (number | null)[]): Tally {
  const known = levels.filter((l) => l !== null);
  return {
    known: known.length,
    total: levels.length,
    atTwo: known.filter((l) => l >= 2).length,
    underTwo: known.filter((l) => l < 2).length,
  };
}

/** Facilities per whole level reached, 4 first, those without a level last. */
export const distribution = (levels: readonly (number | null)[]): { level: number | null; count: number }[] =>
  [4, 3, 2, 1, 0, null].map((level) => ({ level, count: levels.filter((l) => wholeLevel(l) === level).length }));
