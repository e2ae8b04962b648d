import { readFileSync } from 'node:fs';

export type Sector = 'public' | 'private' | 'non-profit' | 'unknown';

let sectors: ReadonlyMap<string, Sector> | null = null;

/** Public, private non-profit or private commercial, from the legal status (facilities.md, section 8.2). */
export function sectorOf(status: string | null): Sector {
  sectors ??= read();
  return sectors.get(status ?? '') ?? 'unknown';
}

function read(): Map<string, Sector> {
  const text = readFileSync(new URL(import.meta.resolve('@egide/content/nomenclatures/legal-statuses.csv')), 'utf8');
  const rows = text.split('\n').filter((l) => /^\d/.test(l)).map((l) => l.split(';'));
  return new Map(rows.map(([code = '', , aggregate = '']) => [code, BY_AGGREGATE[aggregate] ?? 'unknown']));
}
const BY_AGGREGATE: Readonly<Record<string, Sector>> = { 1000: 'public', 2100: 'non-profit', 2200: 'private' };
