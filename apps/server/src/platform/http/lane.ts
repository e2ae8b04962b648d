import type { Cx } from '../cx.ts';
import { refuse } from '../refusal.ts';
import type { LaneName, Route } from './route.ts';

/**
 * Calls that hold a connection for long while they compute or send wait here, before they take one, so that those who read are not
 * kept waiting behind them. `width`: how many at once; `queue`: how many may wait, the next is asked to come back; `each`: how many
 * of one account, under way and waiting, so that nobody takes the whole lane.
 */
const LANES = {
  /** Argon2 takes a core for some ten milliseconds. */
  passwords: { width: 2, queue: 100 },
  /** An export is written whole before it is sent. */
  exports: { width: 2, queue: 20, each: 1 },
  /** A file comes in at the pace of its sender. */
  uploads: { width: 4, queue: 20, each: 2 },
} as const satisfies Record<LaneName, Sizes>;
/** `who`: whose share it takes; null for a stranger, who has none of their own. */
export type Lane = <T>(work: () => Promise<T>, who?: string | null) => Promise<T>;
interface Sizes {
  readonly width: number;
  readonly queue: number;
  readonly each?: number;
}

const SECONDS_TO_COME_BACK = 5;

export function makeLane({ width, queue, each = Infinity }: Sizes): Lane {
  const share = makeShare(each);
  const waiting: (() => void)[] = [];
  let busy = 0;
  const enter: Lane = async (work) => {
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
  return async (work, who = null) => {
    const leave = share(who);
    try {
      return await enter(work);
    } finally {
      leave();
    }
  };
}

/** Counts what is under way for each account; throws past `each`, otherwise answers how to leave. */
export function makeShare(each: number): (who: string | null) => () => void {
  const of = new Map<string, number>();
  return (who) => {
    if (who === null) return () => undefined;
    const count = of.get(who) ?? 0;
    if (count >= each) throw refuse('too-busy', { seconds: SECONDS_TO_COME_BACK });
    of.set(who, count + 1);
    return () => {
      const left = (of.get(who) ?? 1) - 1;
      if (left === 0) of.delete(who);
      else of.set(who, left);
    };
  };
}

export const makeLanes = (): Readonly<Record<LaneName, Lane>> => ({
  passwords: makeLane(LANES.passwords),
  exports: makeLane(LANES.exports),
  uploads: makeLane(LANES.uploads),
});
export const inLane = (lane: LaneName, ...routes: readonly Route[]): Route[] =>
  routes.map((route) => ({ ...route, lane }));
/** A call whose right is asked before its place in the lane and its file: who may not do it keeps nobody waiting. */
export const admitting = (admits: (cx: Cx) => void, route: Route): Route => ({ ...route, admits });
