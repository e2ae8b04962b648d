import { refuse } from '../refusal.ts';
import type { LaneName, Route } from './route.ts';

/**
 * Calls that hold a connection for long while they compute or send wait here, before they take one, so that those who read are not
 * kept waiting behind them. `width`: how many at once; `queue`: how many may wait, the next is asked to come back.
 */
const LANES = {
  /** Argon2 takes a core for some ten milliseconds. */
  passwords: { width: 2, queue: 100 },
  /** An export goes at the pace of its reader. */
  exports: { width: 2, queue: 20 },
  /** A file comes in at the pace of its sender. */
  uploads: { width: 4, queue: 20 },
} as const satisfies Record<LaneName, { readonly width: number; readonly queue: number }>;
export type Lane = <T>(work: () => Promise<T>) => Promise<T>;

const SECONDS_TO_COME_BACK = 5;

export function makeLane({ width, queue }: { readonly width: number; readonly queue: number }): Lane {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (work) => {
    if (busy < width) busy += 1;
    else if (waiting.length >= queue) throw refuse('too-busy', { seconds: SECONDS_TO_COME_BACK });
    // Whoever leaves hands the place over: nobody slips in between.
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

export const makeLanes = (): Readonly<Record<LaneName, Lane>> => ({
  passwords: makeLane(LANES.passwords),
  exports: makeLane(LANES.exports),
  uploads: makeLane(LANES.uploads),
});
export const inLane = (lane: LaneName, ...routes: readonly Route[]): Route[] =>
  routes.map((route) => ({ ...route, lane }));
