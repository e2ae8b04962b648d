import { decode } from '../decode.ts';
import type { Format } from '../format.ts';
import { header, readGhtMembers, separator } from './read.ts';
import type { GhtRecord, GhtSummary } from './schema.ts';

export type * from './schema.ts';

/** Lists of GHT: members by legal entity, or codes. CSV in UTF-8 or Windows-1252. */
export const ghtMembers: Format<GhtRecord, GhtSummary> = {
  id: 'ght-members',
  title: { fr: 'Liste des membres des GHT', en: 'List of GHT members' },
  extensions: ['.csv'],
  detects: ({ head }) => {
    const first = decode(head).text.split(/\r?\n/, 1)[0] ?? '';
    return header(first.split(separator(first)).map((cell) => cell.replace(/^"|"$/g, ''))) !== null;
  },
  read: readGhtMembers,
};
