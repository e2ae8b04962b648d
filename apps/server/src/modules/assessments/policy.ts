import type { Actor } from '../../platform/actor.ts';
import { holdsAt, readsInside } from '../access/index.ts';

export const can = {
  /** See the assessment as it is being made: drafts stay inside the walls. */
  read: (actor: Actor, finess: string): boolean => readsInside(actor, finess),
  answer: (actor: Actor, finess: string): boolean => holdsAt(actor, finess, 'facility-director', 'rssi', 'contributor'),
  submit: (actor: Actor, finess: string): boolean => holdsAt(actor, finess, 'facility-director'),
};
