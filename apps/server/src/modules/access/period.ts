import { dayNumber, parisDayNumber, parisStart, parseDay } from '@egide/kernel/days';
import { refuse } from '../../platform/refusal.ts';

/** Longest times that a right may be given for, in days. Ours: no text sets them. */
export const LONGEST = { grant: 1096, mandate: 1096, key: 366 } as const;

interface Asked {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** From a first to a last day, both included, in Paris; without a first day, from now. Refuses what has passed, is reversed or too long. */
export function periodOf(now: Date, { from, until }: Asked, longest: number): { since: Date; until: Date | null } {
  const today = parisDayNumber(now.getTime());
  const [first, last] = [from === undefined ? today : numberOf(from), until === undefined ? null : numberOf(until)];
  if (first < today || (last !== null && (last < first || last - first > longest)))
    throw refuse('dates-refused', { days: longest });
  return {
    since: first === today ? now : new Date(parisStart(first)),
    until: last === null ? null : lastInstant(last),
  };
}

function numberOf(text: string): number {
  const day = parseDay(text);
  if (day === null) throw refuse('dates-refused', { days: LONGEST.grant });
  return dayNumber(day);
}

/** Still that day when it is shown in Paris. */
const lastInstant = (day: number): Date => new Date(parisStart(day + 1) - 1);
