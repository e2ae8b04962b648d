import type { Settled } from '@egide/engines/rules';
import { TOP_LEVEL } from '@egide/engines/rules';
import type { Candidate } from './next-actions.ts';

/** What is worth looking at first: what contradicts, what went stale, what nobody said, then what is proposed, then the lowest. */
const ORDER: readonly Settled['state'][] = ['to-decide', 'expired', 'unanswered', 'to-confirm', 'confirmed'];

/** Every indicator that is not known at the top level, the most pressing first; equal ones in the order of the framework. */
export function gapsOf<T extends Pick<Candidate, 'settled'>>(candidates: readonly T[]): T[] {
  return candidates
    .filter(({ settled }) => settled.level !== TOP_LEVEL || settled.state === 'to-decide')
    .map((candidate, order) => ({ candidate, order }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.candidate.settled.state) - ORDER.indexOf(b.candidate.settled.state) ||
        (a.candidate.settled.level ?? -1) - (b.candidate.settled.level ?? -1) ||
        a.order - b.order,
    )
    .map(({ candidate }) => candidate);
}
