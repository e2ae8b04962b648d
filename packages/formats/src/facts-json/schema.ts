import { z } from 'zod';
import { TRUSTS } from '../fact.ts';
import { wrong } from '../shape.ts';

export const SUBJECTS = ['entity', 'site', 'forest', 'system', 'activity', 'perimeter', 'year'] as const;
/** Longest text of a fact, in characters. */
const LONG = 2000;
const short = (limit: number): z.ZodString =>
  z.string().min(1, { error: 'text-empty' }).max(limit, { error: 'text-too-long' });
const Plain = z.union([z.boolean(), z.number(), z.string().max(LONG, { error: 'text-too-long' })], {
  error: wrong('source-form'),
});

/** One fact of a facts file (README.md, beside). Dates are ISO 8601; `expires: null` means never. */
export const WrittenFact = z.strictObject({
  key: short(100),
  value: z.union([z.boolean(), z.number(), z.string().max(LONG)], { error: wrong('value-form') }),
  unit: short(40).optional(),
  about: z.strictObject({ kind: z.enum(SUBJECTS, { error: wrong('about-kind') }), id: short(200) }).optional(),
  collected: z.string(),
  expires: z.string().nullable().optional(),
  trust: z.enum(TRUSTS, { error: wrong('trust-unknown') }).optional(),
  organisation: z.string().optional(),
  corrects: short(64).optional(),
  source: z
    .union([z.string().max(LONG), z.record(z.string().max(64), Plain)], { error: wrong('source-form') })
    .optional(),
});
export type WrittenFact = z.infer<typeof WrittenFact>;
