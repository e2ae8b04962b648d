import type { Actor } from '../../platform/actor.ts';
import { isOfficerOver } from '../access/index.ts';

export const can = {
  /** The officers of the region, and national bodies. */
  readRegion: (actor: Actor, region: string): boolean => isOfficerOver(actor, region),
};
