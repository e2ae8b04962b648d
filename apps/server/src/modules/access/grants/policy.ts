import type { Actor } from '../../../platform/actor.ts';
import { holdsAt, readsInside } from '../policy.ts';

export const can = {
  /** Know who reads a facility: those who read inside it. */
  see: (actor: Actor, finess: string): boolean => readsInside(actor, finess),
  /** Let others read it: its director and its security officer, who answer for what leaves the walls. */
  give: (actor: Actor, finess: string): boolean => holdsAt(actor, finess, 'facility-director', 'rssi'),
};
