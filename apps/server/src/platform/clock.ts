/** The one place that asks the time. Instants, in UTC. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Milliseconds on a clock that never jumps, for how long something takes: of no use as an instant. */
export const elapsed = (): number => performance.now();
