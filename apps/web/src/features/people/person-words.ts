import type { Hold, Person } from '@egide/contract/people';
import type { z } from 'zod';
import type { StatusKind } from '../../ui/glyph.tsx';
import { m } from '../../ui/words.ts';

export type Held = z.infer<typeof Hold>;

/** How far a person is on the way from the link to the first code. */
export const STANDING = {
  invited: { kind: 'todo', word: m.people_standing_invited },
  enrolling: { kind: 'todo', word: m.people_standing_enrolling },
  active: { kind: 'ok', word: m.people_standing_active },
  disabled: { kind: 'unknown', word: m.people_standing_disabled },
} as const satisfies Record<Person['standing'], { kind: StatusKind; word: () => string }>;

/** Roles that count today. */
export const current = (person: Person): readonly Held[] => person.holds.filter((hold) => hold.ended === null);
/** Roles that no longer count, with who held them, the last ended first. */
export const past = (people: readonly Person[]): readonly { person: Person; hold: Held }[] =>
  people
    .flatMap((person) => person.holds.filter((hold) => hold.ended !== null).map((hold) => ({ person, hold })))
    .sort((a, b) => (b.hold.ended ?? '').localeCompare(a.hold.ended ?? ''));
