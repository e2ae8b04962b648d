import type { PlannedFact } from './facts.ts';

export interface PlannedAnswer {
  readonly indicator: string;
  readonly level: number;
  /** Name of who answered; absent: the security officer. */
  readonly by?: string;
  /** Days before today; absent: the day of the session. */
  readonly days?: number;
}
/** One sitting of the people of a legal entity: they record facts, answer, and perhaps the director submits. */
export interface Session {
  readonly finess: string;
  readonly daysAgo: number;
  readonly facts: readonly PlannedFact[];
  readonly answers: readonly PlannedAnswer[];
  readonly submit: boolean;
}

/** A year and a day: a year ago today, what the session recorded is there. */
export const A_YEAR = 366;
