import type { Actor } from '../../../platform/actor.ts';
import { runsPlatform, worksAt } from '../policy.ts';

export const can = {
  /** The people of the facility; what those outside did there is theirs to know, not the other way round. */
  read: (actor: Actor, finess: string): boolean => worksAt(actor, finess),
  readInstance: (actor: Actor): boolean => runsPlatform(actor),
};
