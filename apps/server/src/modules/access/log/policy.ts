import type { Actor } from '../../../platform/actor.ts';
import { runsPlatform } from '../policy.ts';

export const can = {
  /** The people of the facility; what those outside did there is theirs to know, not the other way round. */
  read: (actor: Actor, finess: string): boolean => (actor.kind === 'person' || actor.kind === 'service') && actor.holds.some((h) => h.kind === 'entity' && h.organisation === finess),
  readInstance: (actor: Actor): boolean => runsPlatform(actor),
};
