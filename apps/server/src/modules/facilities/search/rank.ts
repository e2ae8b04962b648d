/** One way of reading a searched word, from the index. `exact`: as written; otherwise a beginning or a slip. */
export type Reading = { readonly exact: boolean; readonly values: Uint32Array };
/** Positions where facilities begin to be closed, and to be natural persons. */
export type Bounds = { readonly closedFrom: number; readonly personsFrom: number };

/** Parts of a score: `PRESENT` tells a mark from none; the others add up over the words, at most twelve. */
const OPEN = 1 << 20,
  EXACT = 1 << 8,
  NAMED = 1,
  PRESENT = 1 << 4;

/**
 * Positions that hold every searched word, best first: open, then words written as searched, then words found in the name,
 * then the order of the register. `readings`: for each searched word, its readings.
 */
export function rank(readings: readonly (readonly Reading[])[], bounds: Bounds, limit: number): number[] {
  if (readings.length === 0) return [];
  const words = readings.map((one) => marksOf(one));
  // The rarest word bounds the work of the others.
  words.sort((a, b) => a.size - b.size);
  const [rarest, ...others] = words;
  const best = new Map<number, number[]>();
  rarest?.each((position, mark) => {
    if (position >= bounds.personsFrom) return;
    let score = mark + (position < bounds.closedFrom ? OPEN : 0);
    for (const other of others) {
      const there = other.at(position);
      if (there === 0) return;
      score += there;
    }
    const equals = best.get(score);
    // Positions come in ascending order: the first ones are the best of their score.
    if (equals === undefined) best.set(score, [position]);
    else if (equals.length < limit) equals.push(position);
  });
  return [...best]
    .toSorted(([a], [b]) => b - a)
    .flatMap(([, positions]) => positions)
    .slice(0, limit);
}

/** Where one searched word stands. `at` is 0 where it does not; `each` goes up the positions. */
type Marks = {
  readonly size: number;
  at(position: number): number;
  each(visit: (position: number, mark: number) => void): void;
};

const markOf = (exact: boolean, value: number): number => PRESENT + (exact ? EXACT : 0) + (value & 1) * NAMED;

function marksOf(readings: readonly Reading[]): Marks {
  const [only, ...more] = readings;
  return only !== undefined && more.length === 0 ? sorted(only) : united(readings);
}

/** One reading: searched by halves. */
function sorted({ exact, values }: Reading): Marks {
  return {
    size: values.length,
    at(position) {
      let low = 0;
      let high = values.length - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        // Safe: the middle of two places of the array.
        const value = values[middle]!;
        if (value >>> 1 === position) return markOf(exact, value);
        if (value >>> 1 < position) low = middle + 1;
        else high = middle - 1;
      }
      return 0;
    },
    each(visit) {
      for (const value of values) visit(value >>> 1, markOf(exact, value));
    },
  };
}

/** Several readings: the best mark of each position, in one table as long as the register. */
function united(readings: readonly Reading[]): Marks {
  const marks = new Uint16Array(
    1 + readings.reduce((last, { values }) => Math.max(last, (values.at(-1) ?? 0) >>> 1), 0),
  );
  for (const { exact, values } of readings)
    for (const value of values) {
      const mark = markOf(exact, value);
      // Safe: the table reaches the last position of every reading.
      if (mark > marks[value >>> 1]!) marks[value >>> 1] = mark;
    }
  return {
    size: readings.reduce((sum, { values }) => sum + values.length, 0),
    at: (position) => marks[position] ?? 0,
    each(visit) {
      for (const [position, mark] of marks.entries()) if (mark > 0) visit(position, mark);
    },
  };
}
