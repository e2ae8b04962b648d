import type { Actor } from '../../platform/actor.ts';

const isPerson = (actor: Actor) => actor.kind === 'person' || actor.kind === 'service';

export const can = {
  /** The officers of the region, and national bodies. */
  readRegion: (actor: Actor, region: string): boolean =>
    isPerson(actor) && actor.holds.some((h) => h.kind === 'nation' || (h.kind === 'region' && h.organisation === region)),
};
