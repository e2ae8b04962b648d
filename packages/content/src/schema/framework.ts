import { z } from 'zod';
import { Words, sourced } from './words.ts';

const Level = z.int().min(0).max(4);
const Step = z.strictObject({ hours: z.number().positive(), action: Words });

/** The files are read with `when` left raw; the published schema puts the condition there. */
export function frameworkFile<When extends z.ZodType>(when: When) {
  const indicator = z.strictObject({
    id: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: Words,
    question: Words,
    kind: z.enum(['asked', 'computed']),
    measures: z.array(z.string().regex(/^[A-Z]+-\d+$/)),
    ...sourced,
    levels: z.array(z.strictObject({ level: Level, sentence: Words, when: when.optional() })).length(5),
    /** What reaching a level takes: hours of work and the action in words. */
    steps: z.record(z.enum(['1', '2', '3', '4']), Step).optional(),
  });
  const theme = z.strictObject({
    id: z.string().regex(/^\d+\.\d+$/),
    title: Words,
    indicators: z.array(indicator).min(1),
  });
  const dimension = z.strictObject({ id: z.string().regex(/^\d+$/), title: Words, themes: z.array(theme).min(1) });
  return z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    version: z.string().regex(/^[0-9a-z]+([.-][0-9a-z]+)*$/),
    title: Words,
    publisher: z.string().min(1),
    /** Says whose words these are, when they are not the publisher's. */
    transcription: Words.optional(),
    appliesTo: Words,
    note: Words.optional(),
    dimensions: z.array(dimension).min(1),
  });
}
