import { z } from 'zod';

/** Shapes that several modules share. */
export const Finess = z
  .string()
  .regex(/^(\d{2}|2[AB])\d{7}$/)
  .describe('FINESS number, nine characters');
export const Instant = z.iso.datetime().describe('Instant in UTC');
export const Day = z.iso.date().describe('Calendar day, AAAA-MM-JJ');
export const Id = z.uuid();
export const Locale = z.enum(['fr', 'en']);
export const ofEntity = z.object({ finess: Finess });

/** Address by which a person signs in. */
export const Login = z.email().max(254);
/** On one line: names stand in sentences. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\r\n\t]*$/);
/** A password being chosen; one typed to sign in is compared, not judged. */
export const Password = z.string().min(12).max(256);
/** What a reader may do on a page, and, when not, why, in words to show beside the disabled button. */
export const May = z.object({ give: z.boolean(), why: z.string().nullable() });

/** A level: 0, absence, to 4, the most mature. */
export const Level = z.number().int().min(0).max(4);
/** Where an indicator stands between what facts compute and what a person declares. */
export const State = z.enum(['confirmed', 'to-confirm', 'to-decide', 'expired', 'unanswered']);
export const Verdict = z.enum(['met', 'expired', 'unknown', 'not-met']);
