import { decode } from '../decode.ts';
import type { FactsFormat, StatedFact } from '../fact.ts';
import { header, separator } from './header.ts';
import { read } from './read.ts';

/** Plain facts as a table, one line each, as a spreadsheet saves it. */
export const factsCsv: FactsFormat<StatedFact> = {
  id: 'facts-csv',
  title: { fr: 'Faits en CSV', en: 'Facts in CSV' },
  extensions: ['.csv', '.txt', '.tsv'],
  detects: ({ head }) => {
    const [first = '', second = ''] = decode(head)
      .text.replace(/^\ufeff/, '')
      .split(/\r?\n/, 2);
    const heading = /^sep=.$/i.test(first) ? second : first;
    return header(heading.split(separator(heading)).map((cell) => cell.replace(/^"|"$/g, ''))).ok;
  },
  read,
  toFacts: (fact) => [fact],
};
