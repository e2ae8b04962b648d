import { z } from 'zod';

/** A text of the content, complete in both languages. */
export const Words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** A calendar day as the content writes it, between quotes. */
export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The text that a rule comes from. */
export const Reference = z.strictObject({
  text: z.string().min(1),
  article: z.string().min(1).optional(),
  date: DayText.optional(),
  url: z.url().optional(),
});

/** What is not taken from a text is ours, and says so. */
export const sourced = {
  reference: Reference.optional(),
  note: Words.optional(),
  proposed: z.literal(true).optional(),
};
