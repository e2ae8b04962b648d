import type { Role } from '@egide/contract/roles';
import { type Actor, grantedTo, type Hold, heldBy } from '../../platform/actor.ts';

/** Does this actor hold one of these roles at this legal entity? */
export const holdsAt = (actor: Actor, finess: string, ...roles: readonly Role[]): boolean =>
  heldBy(actor).some((h) => isAt(h, finess) && roles.some((r) => r === h.role));

/** Is this actor of the facility, whatever the role? Who has only a grant is not. */
export const worksAt = (actor: Actor, finess: string): boolean => heldBy(actor).some((h) => isAt(h, finess));

const isAt = ({ kind, organisation }: Hold, finess: string): boolean => kind === 'entity' && organisation === finess;

/** Reads what is inside the walls of this facility: its own people, and those it gave a dated grant. */
export const readsInside = (actor: Actor, finess: string): boolean =>
  worksAt(actor, finess) || grantedTo(actor).some((g) => g.finess === finess && g.class === 'internal');

/** Is an officer over this region: its own, or one of the nation. */
export const isOfficerOver = (actor: Actor, region: string | null): boolean =>
  heldBy(actor).some((h) => h.kind === 'nation' || (h.kind === 'region' && h.organisation === region));

/** Steers this facility: its region, the nation, or a grant of either class. */
export const steers = (actor: Actor, facility: { readonly finess: string; readonly region: string | null }): boolean =>
  isOfficerOver(actor, facility.region) || grantedTo(actor).some((g) => g.finess === facility.finess);

/** Is shown what a facility keeps from every GHT and every peer: its own people and its officers, nobody by a grant. */
export const seesWithheld = (
  actor: Actor,
  facility: { readonly finess: string; readonly region: string | null },
): boolean =>
  actor.kind === 'operator' ||
  actor.kind === 'system' ||
  worksAt(actor, facility.finess) ||
  isOfficerOver(actor, facility.region);

/** Runs the platform: registers, people, never a facility's data. */
export const runsPlatform = (actor: Actor): boolean =>
  actor.kind === 'operator' || heldBy(actor).some((h) => h.role === 'platform-administrator');

/** Whose word makes a file official: an officer in person, never a machine of theirs, and the operator. */
export const makesOfficial = (actor: Actor, region: string | null): boolean =>
  actor.kind === 'operator' || (actor.kind === 'person' && isOfficerOver(actor, region));
