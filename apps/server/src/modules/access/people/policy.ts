import type { Actor } from '../../../platform/actor.ts';
import type { Decision } from '../../../platform/cx.ts';
import type { Place } from '../places.ts';
import { holdsAt, readsInside, runsPlatform } from '../policy.ts';

const directs = (actor: Actor, place: Place): boolean => place.kind === 'entity' && holdsAt(actor, place.organisation, 'facility-director');

export const can = {
  /** Know who works there: those who read inside, and the platform, which keeps the accounts. */
  see: (actor: Actor, place: Place): boolean => runsPlatform(actor) || (place.kind === 'entity' && readsInside(actor, place.organisation)),
  giveRole: (actor: Actor, place: Place): Decision => runsPlatform(actor) || directs(actor, place) || (place.kind === 'entity' ? 'only-director-gives-roles' : 'only-platform-gives-role'),
  /** A machine inside a facility is its director's word alone: its key is shown to whoever makes it. */
  makeService: (actor: Actor, place: Place): Decision => (place.kind === 'entity' ? directs(actor, place) || 'only-director-gives-roles' : runsPlatform(actor) || 'only-platform-gives-role'),
  runAccounts: (actor: Actor): boolean => runsPlatform(actor),
};
