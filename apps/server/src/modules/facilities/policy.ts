import type { Role } from '@egide/contract/roles';
import { type Actor, heldBy } from '../../platform/actor.ts';

const holds = (actor: Actor, ...roles: readonly Role[]): boolean =>
  heldBy(actor).some((h) => roles.some((role) => role === h.role));

/** Imports registers and sees the imports under way. */
export const runsRegister = (actor: Actor): boolean =>
  actor.kind === 'operator' || holds(actor, 'platform-administrator');

/** Confirms an import: a person, so that two of them are two people. */
export const confirmsRegister = (actor: Actor): boolean =>
  actor.kind === 'person' && holds(actor, 'platform-administrator');

/** Sees natural persons of the register (legal status 70), whom it hides by default. */
export const seesPersons = (actor: Actor): boolean =>
  actor.kind === 'operator' || holds(actor, 'platform-administrator', 'national-officer');
