import type { Format } from '../format.ts';
import { readFinessPlus } from './read.ts';
import type { FinessRecord, FinessSummary } from './schema.ts';

export type * from './schema.ts';
export { departmentOf, position } from './coordinates.ts';

/** FINESS+ "Structures": the national register of facilities, JSON, plain or gzip. */
export const finessPlus: Format<FinessRecord, FinessSummary> = {
  id: 'finess-plus',
  title: { fr: 'Répertoire FINESS+, structures', en: 'FINESS+ register, structures' },
  extensions: ['.json', '.json.gz', '.gz'],
  detects: ({ head }) => {
    const start = Buffer.from(head)
      .toString('utf8')
      .replace(/^\ufeff/, '');
    return /^\s*\{/.test(start) && /"(pmej|gcc|gco|schemaVersion)"\s*:/.test(start);
  },
  read: readFinessPlus,
};
