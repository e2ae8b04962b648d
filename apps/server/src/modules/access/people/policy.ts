import type { Actor } from '../../../platform/actor.ts';
import type { Decision } from '../../../platform/cx.ts';
import type { Place } from '../places.ts';
import { holdsAt, readsInside, runsPlatform } from '../policy.ts';

const directs = (actor: Actor, place: Place): boolean =>
  place.kind === 'entity' && holdsAt(actor, place.organisation, 'facility-director');

const makeService = (actor: Actor, place: Place): Decision =>
  place.kind === 'entity'
    ? directs(actor, place) || 'only-director-gives-roles'
    : (actor.kind === 'person' &&
        place.kind !== 'platform' &&
        actor.holds.some((h) => h.kind === place.kind && h.organisation === place.organisation)) ||
      'only-officers-make-service';

export const can = {
  /** Know who works there: those who read inside, and the platform, which keeps the accounts. */
  see: (actor: Actor, place: Place): boolean =>
    runsPlatform(actor) || (place.kind === 'entity' && readsInside(actor, place.organisation)),
  giveRole: (actor: Actor, place: Place): Decision =>
    runsPlatform(actor) ||
    directs(actor, place) ||
    (place.kind === 'entity' ? 'only-director-gives-roles' : 'only-platform-gives-role'),
  /** The key of a machine is shown to whoever makes it: the director inside a facility; outside, people who hold that place themselves. Never the platform. */
  makeService,
  /** Take a key away: those who may make it; outside facilities the platform too, where nobody else is left. */
  endService: (actor: Actor, place: Place): Decision =>
    (place.kind !== 'entity' && runsPlatform(actor)) || makeService(actor, place),
  /** See the machines that are outside facilities. */
  seeServices: (actor: Actor): boolean =>
    runsPlatform(actor) || (actor.kind === 'person' && actor.holds.some((h) => h.kind !== 'entity')),
  runAccounts: (actor: Actor): boolean => runsPlatform(actor),
};
