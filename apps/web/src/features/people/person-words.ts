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

/** Roles that count today, or will once they are accepted. */
export const current = (person: Person): readonly Held[] => person.holds.filter((hold) => hold.ended === null);
/** Roles that no longer count, with who held them, the last ended first. */
export const past = (people: readonly Person[]): readonly { person: Person; hold: Held }[] =>
  people
    .flatMap((person) => person.holds.filter((hold) => hold.ended !== null).map((hold) => ({ person, hold })))
    .sort((a, b) => (b.hold.ended ?? '').localeCompare(a.hold.ended ?? ''));

/** Not yet in: on the way from the link to the first code, or with every role still to accept. */
export const isAwaited = (person: Person): boolean =>
  person.standing === 'invited' ||
  person.standing === 'enrolling' ||
  current(person).every((hold) => hold.pending !== null);

/**
 * Another place that answers for whoever signs in to this account; null when it is the reader's own, or the platform, which
 * answers for everybody. `here`: the facility of the page, null on a page of the platform.
 */
export const openedElsewhere = ({ openedBy }: Person, here: string | null): string | null =>
  openedBy.kind === 'platform' || openedBy.id === here ? null : openedBy.name;
