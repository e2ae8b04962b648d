import type { Actor } from '../../platform/actor.ts';
import { readsInside } from '../access/index.ts';

export const can = {
  /** Verdicts rest on drafts too: they stay inside the walls until something is submitted. */
  read: (actor: Actor, finess: string): boolean => readsInside(actor, finess),
};
