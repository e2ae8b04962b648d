import { z } from 'zod';
import { ConditionSchema } from './schema/condition.ts';
import { frameworkFile } from './schema/framework.ts';
import { programmeFile, ruleFile } from './schema/programme.ts';
import { VocabularyFile, VocabularyGroups } from './schema/vocabulary.ts';

const published = (title: string, schema: z.ZodType): string =>
  `${JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2)}\n`;

/** The published JSON Schemas of content files, by their path in the checkout. */
export const contentSchemas: Readonly<Record<string, () => string>> = {
  'packages/content/schemas/condition.json': () => published('Condition', ConditionSchema),
  'packages/content/schemas/framework.json': () => published('Framework', frameworkFile(ConditionSchema)),
  'packages/content/schemas/programme.json': () => published('Programme', programmeFile(ConditionSchema)),
  'packages/content/schemas/rule.json': () => published('Rule', ruleFile(ConditionSchema)),
  'packages/content/schemas/vocabulary.json': () => published('Vocabulary', VocabularyFile),
  'packages/content/schemas/vocabulary-groups.json': () => published('Vocabulary groups', VocabularyGroups),
};
