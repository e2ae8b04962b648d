import { type Actor, heldBy } from '../../platform/actor.ts';
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
  /** Import a file: whoever may record somewhere, by hand or officially; for which facility is asked of each record. */
  importSomewhere: (actor: Actor): boolean =>
    actor.kind === 'operator' ||
    heldBy(actor).some(
      ({ kind, role }) =>
        ['region', 'nation'].includes(kind) || ['facility-director', 'rssi', 'contributor'].includes(role),
    ),
  /** Record what an official file says, or confirm it. */
  makeOfficial: (actor: Actor, facility: Facility): boolean => makesOfficial(actor, facility.region),
};
