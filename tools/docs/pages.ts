import { shippedContent } from '@egide/content';
import { contentSchemas } from '@egide/content/schemas';
import { endpoints } from '@egide/contract';
import { glossaryPage, readGlossary } from '@egide/content/glossary';
import { errorsPage, readCatalogue } from './errors.ts';
import { rulesPage } from './rules.ts';
import { vocabularyPage } from './vocabulary.ts';

/** Every page of docs/ and every published schema that is made from the data, and how. */
export const pages: Readonly<Record<string, (root: string) => string>> = {
  'docs/errors.md': (root) => errorsPage(readCatalogue(root, 'fr'), readCatalogue(root, 'en'), [...endpoints.values()]),
  'docs/glossary.md': () => glossaryPage(readGlossary()),
  'docs/rules.md': () => rulesPage(shippedContent()),
  'docs/vocabulary.md': () => vocabularyPage(shippedContent()),
  ...contentSchemas,
};
