/** Numbers that look drawn by lot and are the same for the same words. */
export interface Draw {
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** One of these; they are at least one. */
  one<T>(among: readonly T[]): T;
  shuffled<T>(all: readonly T[]): T[];
}

/** FNV-1a, 32 bits: spreads words over all starting points. */
function hash(words: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** A sequence of its own for these words (mulberry32). */
export function draw(...words: readonly (string | number)[]): Draw {
  let state = hash(words.join('|'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    // Safe: the index is below the length, and callers give at least one.
    one: (among) => among[whole(0, among.length - 1)]!,
    shuffled: (all) =>
      all
        .map((item) => ({ item, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item),
  };
}
