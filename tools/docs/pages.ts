import { endpoints } from '@egide/contract';
import { glossaryPage, readGlossary } from '@egide/content/glossary';
import { errorsPage, readCatalogue } from './errors.ts';

/** Every page of docs/ that is made from the data, and how. */
export const pages: Readonly<Record<string, (root: string) => string>> = {
  'docs/errors.md': (root) => errorsPage(readCatalogue(root, 'fr'), readCatalogue(root, 'en'), [...endpoints.values()]),
  'docs/glossary.md': () => glossaryPage(readGlossary()),
};
