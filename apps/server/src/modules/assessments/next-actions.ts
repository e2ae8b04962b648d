import type { Answer, Settled } from '@egide/engines/rules';

/** What the ranking needs of an indicator. */
export interface Candidate {
  readonly settled: Settled;
  /** The condition of the next level; null when it is at the top. */
  readonly next: Answer | null;
  /** Hours that the step to each level takes; proposed by the content. */
  readonly hours: Readonly<Record<number, number>>;
  /** How many other conditions wait for the same facts. */
  readonly servesAlso: number;
}

/** Hours counted for a step of which the content says nothing: one working day. */
const A_DAY = 8;
export const nextLevel = ({ level }: Pick<Settled, 'level'>): number => (level ?? 0) + 1;

/**
 * The next steps, best first: what the fewest hours give the most, counting one for the level gained and one for each
 * other condition served; equal ones in the order of the framework. A step that no fact can take is no step, and where two
 * answers differ somebody has to decide first.
 */
export function nextSteps<T extends Candidate>(candidates: readonly T[], count: number): T[] {
  return candidates
    .filter(
      ({ next, settled }) =>
        next !== null && next.wouldMakeTrue !== null && next.wouldMakeTrue.length > 0 && settled.state !== 'to-decide',
    )
    .map((candidate, order) => ({
      candidate,
      worth: (1 + candidate.servesAlso) / (candidate.hours[nextLevel(candidate.settled)] ?? A_DAY),
      order,
    }))
    .sort((a, b) => b.worth - a.worth || a.order - b.order)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
