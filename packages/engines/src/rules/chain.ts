import { VERDICTS, type Verdict } from './answer.ts';

// Indexed by the closed union itself.
const RANK: Readonly<Record<Verdict, number>> = { 'not-met': 0, unknown: 1, expired: 2, met: 3 };

/** Place of a verdict in the chain not-met < unknown < expired < met. */
export const rank = (verdict: Verdict): number => RANK[verdict];

/** The `count`-th greatest of the verdicts: `all` asks for as many as there are (the smallest), `any` for one (the greatest). */
export function kthGreatest(verdicts: readonly Verdict[], count: number): Verdict {
  let above = 0;
  for (let i = VERDICTS.length - 1; i > 0; i--) {
    // Safe: i runs over the indexes of VERDICTS.
    const verdict = VERDICTS[i]!;
    for (const other of verdicts) if (other === verdict) above++;
    if (above >= count) return verdict;
  }
  return 'not-met';
}

export const smallest = (verdicts: readonly Verdict[]): Verdict => kthGreatest(verdicts, verdicts.length);

/** Swaps met and not-met; an unknown or expired part says nothing about its contrary. */
export const negated = (verdict: Verdict): Verdict =>
  verdict === 'met' ? 'not-met' : verdict === 'not-met' ? 'met' : 'unknown';
