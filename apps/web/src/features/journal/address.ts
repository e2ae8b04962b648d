import type { readInstanceLog } from '@egide/contract/audit-log';
import type { SentOf } from '@egide/contract/endpoint';
import { dayNumber, parisStart, parseDay, toInstant } from '@egide/kernel/days';
import { z } from 'zod';

const text = z.string().trim().min(1).max(120).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What the journal is searched by stands in the address, in French words: an act, a person, a first and a last day, a text. */
export const JournalSearch = z.object({
  acte: z
    .string()
    .max(80)
    .regex(/^[a-z.-]+$/)
    .optional()
    .catch(undefined),
  personne: text,
  du: day,
  au: day,
  texte: text,
});
export type JournalSearch = z.infer<typeof JournalSearch>;

type Asked = SentOf<typeof readInstanceLog>['query'];

/** Instant at which a day starts in Paris, or, with `after`, the last instant of that day. Undefined for a day that does not exist. */
function instantOf(said: string, after: boolean): string | undefined {
  const read = parseDay(said);
  return read === null
    ? undefined
    : toInstant(after ? parisStart(dayNumber(read) + 1) - 1 : parisStart(dayNumber(read)));
}

/** The address as the contract asks it; both days are included. */
export function askedOf({ acte, personne, du, au, texte }: JournalSearch): Asked {
  const [from, to] = [du && instantOf(du, false), au && instantOf(au, true)];
  return {
    ...(acte ? { action: acte } : {}),
    ...(personne ? { actor: personne } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(texte ? { text: texte } : {}),
  };
}
