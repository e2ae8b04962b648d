import { ABOUT_KINDS, VALUE_TYPES } from '@egide/engines/rules';
import { z } from 'zod';
import { Words } from './words.ts';

const count = z.int().positive();

/** Who or what records a fact of a key. */
export const RECORDERS = [
  'person',
  'document',
  'opssies',
  'audit',
  'exposure-audit',
  'continuity',
  'exercises',
  'import',
  'case-file',
  'officer',
  'sae',
] as const;

/** One key of the vocabulary, as its file says it. */
export const VocabularyKey = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/),
  label: Words,
  meaning: Words,
  ask: Words,
  type: z.enum(VALUE_TYPES),
  unit: z.string().min(1).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  values: z
    .array(z.strictObject({ value: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) }))
    .min(2)
    .optional(),
  about: z.array(z.enum(ABOUT_KINDS)).min(1),
  validity: z
    .union([z.strictObject({ days: count }), z.strictObject({ months: count }), z.strictObject({ years: count })])
    .nullable(),
  class: z.enum(['internal', 'steering']),
  recordedBy: z.array(z.enum(RECORDERS)).min(1),
  group: z.string().min(1),
  source: z.string().min(1).optional(),
  proposed: z.literal(true).optional(),
  /** Given by the State's own services: it counts for those who steer once an officer has made it official. */
  official: z.literal(true).optional(),
  /** Views that never show it: these three together, for the database knows one such wall. */
  withheldFrom: z.tuple([z.literal('public'), z.literal('ght'), z.literal('peers')]).optional(),
});
export type VocabularyKey = z.infer<typeof VocabularyKey>;

export const VocabularyFile = z.strictObject({ keys: z.array(VocabularyKey).min(1) });

/** The domains of the facility page, in the order shown. */
export const VocabularyGroups = z.strictObject({
  groups: z.array(z.strictObject({ id: z.string().min(1), label: Words })).min(1),
});
export type VocabularyGroup = z.infer<typeof VocabularyGroups>['groups'][number];
