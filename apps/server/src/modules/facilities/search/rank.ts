/** One way of reading a searched word, from the index. `exact`: as written; otherwise a beginning or a slip. */
export type Reading = { readonly exact: boolean; readonly values: Uint32Array };
/** Positions where facilities begin to be closed, and to be natural persons. */
export type Bounds = { readonly closedFrom: number; readonly personsFrom: number };

const OPEN = 1 << 20, EXACT = 1 << 8, NAMED = 1;

/**
 * Positions that hold every searched word, best first: open, then words written as searched, then words found in the name,
 * then the order of the register. `readings`: for each searched word, its readings.
 */
export function rank(readings: readonly (readonly Reading[])[], bounds: Bounds, limit: number): number[] {
  if (readings.length === 0) return [];
  const merged = readings.map((one) => marksOf(one));
  // The rarest word bounds the work of the others.
  merged.sort((a, b) => a.size - b.size);
  const [first, ...others] = merged;
  const best = new Best(limit);
  for (const [position, mark] of first ?? []) {
    if (position >= bounds.personsFrom) continue;
    let score = mark + (position < bounds.closedFrom ? OPEN : 0);
    for (const other of others) {
      const there = other.get(position);
      if (there === undefined) {
        score = -1;
        break;
      }
      score += there;
    }
    if (score >= 0) best.offer(score, position);
  }
  return best.positions();
}

/** Random access to the marks of one searched word; one reading in ascending order is searched by halves, several are united. */
type Marks = { readonly size: number; get(position: number): number | undefined; [Symbol.iterator](): Iterator<readonly [number, number]> };

function marksOf(readings: readonly Reading[]): Marks {
  const only = readings.length === 1 ? readings[0] : undefined;
  if (only !== undefined) return sorted(only);
  const all = new Map<number, number>();
  for (const { exact, values } of readings) for (const value of values) {
    const mark = (exact ? EXACT : 0) + (value & 1) * NAMED;
    const before = all.get(value >>> 1);
    if (before === undefined || before < mark) all.set(value >>> 1, mark);
  }
  return all;
}

function sorted({ exact, values }: Reading): Marks {
  const markOf = (value: number): number => (exact ? EXACT : 0) + (value & 1) * NAMED;
  return {
    size: values.length,
    get(position) {
      let low = 0;
      let high = values.length - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        // Safe: the middle of two places of the array.
        const value = values[middle]!;
        if (value >>> 1 === position) return markOf(value);
        if (value >>> 1 < position) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
    *[Symbol.iterator]() {
      for (const value of values) yield [value >>> 1, markOf(value)] as const;
    },
  };
}

/** Keeps the best so many; among equals the earliest position. */
class Best {
  readonly #limit: number;
  readonly #buckets = new Map<number, number[]>();
  constructor(limit: number) {
    this.#limit = limit;
  }
  offer(score: number, position: number): void {
    const bucket = this.#buckets.get(score);
    if (bucket === undefined) this.#buckets.set(score, [position]);
    else bucket.push(position);
  }
  positions(): number[] {
    const best: number[] = [];
    for (const score of [...this.#buckets.keys()].sort((a, b) => b - a)) {
      if (best.length >= this.#limit) break;
      best.push(...(this.#buckets.get(score) ?? []).sort((a, b) => a - b).slice(0, this.#limit - best.length));
    }
    return best;
  }
}
