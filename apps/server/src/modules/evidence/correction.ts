import type { Fact } from '@egide/engines/rules';
import { atLeastAsTrusted } from './trust.ts';

export type CorrectionFault = 'fact-corrects-nothing' | 'fact-superseded' | 'fact-official';

/**
 * May this one replace that one? A facility corrects its own words freely; what was computed or made official gives way only to
 * what is trusted as much, and only officers and the operator can state that. `replaced`: another one already replaces it.
 */
export function correctionFault(
  next: Pick<Fact, 'key' | 'trust'>,
  former: Pick<Fact, 'key' | 'trust'> | undefined,
  replaced: boolean,
): CorrectionFault | null {
  if (former === undefined || former.key !== next.key) return 'fact-corrects-nothing';
  if (replaced) return 'fact-superseded';
  const own = former.trust === 'declared' || former.trust === 'documented';
  return own || atLeastAsTrusted(next.trust, former.trust) ? null : 'fact-official';
}
