import { z } from 'zod';
import { Reference, Words, sourced } from './words.ts';

/** Numbers of the texts: `P1`, `O3.A`, `gate`. */
const ObjectiveId = z.string().regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/);

export function programmeFile<When extends z.ZodType>(when: When) {
  return z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    call: z.string().min(1),
    title: Words,
    publisher: z.string().min(1),
    appliesTo: Words,
    note: Words.optional(),
    reference: Reference.optional(),
    proposed: z.literal(true).optional(),
    objectives: z
      .array(z.strictObject({ id: ObjectiveId, title: Words, when, ...sourced, evidence: z.array(Words).optional() }))
      .min(1),
  });
}

/** One rule callable by its number: `R3`, `R8-2028`. */
export function ruleFile<When extends z.ZodType>(when: When) {
  return z.strictObject({ id: z.string().regex(/^R\d+(-[a-z0-9]+)*$/), title: Words, when, ...sourced });
}
