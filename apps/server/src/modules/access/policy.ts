import type { Role } from '@egide/contract/roles';
import type { Actor } from '../../platform/actor.ts';

/** Does this actor hold one of these roles at this legal entity? */
export const holdsAt = (actor: Actor, finess: string, ...roles: readonly Role[]): boolean =>
  (actor.kind === 'person' || actor.kind === 'service') && actor.holds.some((h) => h.kind === 'entity' && h.organisation === finess && roles.some((r) => r === h.role));

/** Does this actor hold one of these roles anywhere? */
export const holds = (actor: Actor, ...roles: readonly Role[]): boolean =>
  (actor.kind === 'person' || actor.kind === 'service') && actor.holds.some((h) => roles.some((r) => r === h.role));

/** Reads what is inside the walls of this facility: its own people, and those it gave a dated grant. */
export const readsInside = (actor: Actor, finess: string): boolean =>
  (actor.kind === 'person' || actor.kind === 'service') &&
  (actor.holds.some((h) => h.kind === 'entity' && h.organisation === finess) || actor.grants.some((g) => g.finess === finess && g.class === 'internal'));

/** Steers this facility: its region, the nation, or a grant of the steering class. */
export const steers = (actor: Actor, facility: { readonly finess: string; readonly region: string | null }): boolean =>
  (actor.kind === 'person' || actor.kind === 'service') &&
  (actor.holds.some((h) => h.kind === 'nation' || (h.kind === 'region' && h.organisation === facility.region)) || actor.grants.some((g) => g.finess === facility.finess));

/** Runs the platform: registers, people, never a facility's data. */
export const runsPlatform = (actor: Actor): boolean => actor.kind === 'operator' || holds(actor, 'platform-administrator');

/** Officers whose word makes a file official. */
export const makesOfficial = (actor: Actor, region: string | null): boolean =>
  actor.kind === 'operator' || (actor.kind === 'person' && actor.holds.some((h) => h.kind === 'nation' || (h.kind === 'region' && h.organisation === region)));
