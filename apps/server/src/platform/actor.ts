import type { Locale } from '@egide/kernel/locale';

/** A role held somewhere, valid at the opening of the transaction. Names of roles and organisations are the contract's. */
export interface Hold {
  readonly role: string;
  readonly kind: string;
  readonly organisation: string;
}
export interface GrantHeld {
  readonly finess: string;
  readonly class: 'internal' | 'steering';
}

/** Who acts. `operator` is whoever holds the machine, through the command line; `system` is a job of ours. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly account: string;
      readonly name: string;
      readonly login: string;
      readonly locale: Locale;
      readonly session: string | null;
      readonly holds: readonly Hold[];
      readonly grants: readonly GrantHeld[];
    }
  | {
      readonly kind: 'service';
      readonly account: string;
      readonly name: string;
      readonly holds: readonly Hold[];
      readonly grants: readonly GrantHeld[];
    }
  | { readonly kind: 'operator' }
  | { readonly kind: 'system'; readonly name: string }
  | { readonly kind: 'anonymous' };

/** The account of a person or a service; null for the machine and for strangers. */
export const actorAccount = (actor: Actor): string | null =>
  actor.kind === 'person' || actor.kind === 'service' ? actor.account : null;

/** Roles held now; the machine and strangers hold none. */
export const heldBy = (actor: Actor): readonly Hold[] =>
  actor.kind === 'person' || actor.kind === 'service' ? actor.holds : [];
/** Facilities that gave this actor a grant which counts now. */
export const grantedTo = (actor: Actor): readonly GrantHeld[] =>
  actor.kind === 'person' || actor.kind === 'service' ? actor.grants : [];

/** Under which name an actor states a fact. */
export const actorName = (actor: Actor): string =>
  actor.kind === 'operator' || actor.kind === 'anonymous' ? actor.kind : actor.name;

/** How an actor is written where it stays: in the audit log, in the history of the register. */
export interface ActorLabel {
  readonly kind: Actor['kind'];
  readonly account?: string;
  readonly name?: string;
}
export function actorLabel(actor: Actor): ActorLabel {
  switch (actor.kind) {
    case 'person':
    case 'service':
      return { kind: actor.kind, account: actor.account, name: actor.name };
    case 'system':
      return { kind: 'system', name: actor.name };
    case 'operator':
    case 'anonymous':
      return { kind: actor.kind };
  }
}
