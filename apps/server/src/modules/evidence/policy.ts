import type { Actor } from '../../platform/actor.ts';
import type { Facility } from '../facilities/index.ts';
import { holdsAt, makesOfficial, readsInside, steers } from '../access/index.ts';

export const can = {
  /** See that this facility has a ledger at all. */
  read: (actor: Actor, facility: Facility): boolean =>
    actor.kind === 'operator' ||
    actor.kind === 'system' ||
    readsInside(actor, facility.finess) ||
    steers(actor, facility),
  /** State a fact by hand, inside the walls. */
  record: (actor: Actor, facility: Pick<Facility, 'finess'>): boolean =>
    holdsAt(actor, facility.finess, 'facility-director', 'rssi', 'contributor'),
  /** Record what an official file says, or confirm it. */
  makeOfficial: (actor: Actor, facility: Facility): boolean => makesOfficial(actor, facility.region),
};
