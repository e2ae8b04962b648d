import type { FactsFormat, StatedFact } from '../fact.ts';
import { read } from './read.ts';

/** Plain facts in JSON: an array of facts as README.md, beside, describes them. */
export const factsJson: FactsFormat<StatedFact> = {
  id: 'facts-json',
  title: { fr: 'Faits en JSON', en: 'Facts in JSON' },
  extensions: ['.json'],
  detects: ({ head }) => new TextDecoder('utf-8').decode(head).trimStart().startsWith('['),
  read,
  toFacts: (fact) => [fact],
};
