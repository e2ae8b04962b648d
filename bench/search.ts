import { doors, openOperator } from '@egide/server/operator';
import type { Row } from './rules.ts';

/** What people type, by kind; each is asked many times, in turn. */
const SEARCHES = {
  'very common words': ['ch', 'centre hospitalier', 'association', 'pharmacie', 'saint', 'ehpad residence'],
  'names and towns': [
    'centre hospitalier saint martin',
    'ehpad residence saint',
    'pharmacie baville',
    'clinique saint jean',
    'chu 21',
    'association aide domicile 75',
  ],
  numbers: ['01', '750', '75 000 012', '2A00', '970000', '21000'],
  slips: ['centre hospitlier', 'asociation', 'pharmacei', 'residense saint', 'cliniqe', 'hopitall'],
  'words being typed': ['cen', 'pha', 'centre hospitalier s', 'ehpad r', 'associat', 'sai'],
} as const;
const ROUNDS = 12;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds of one search in a transaction of its own, as a request makes it, beside a bare query in one. */
export async function searchRows(data: string): Promise<Row[]> {
  const operator = await openOperator({ data, locale: 'fr' }, process.env);
  try {
    const { searchFacilities, facility } = await doors.facilities();
    const timed = async (work: Parameters<typeof operator.run>[0]): Promise<number> => {
      const began = performance.now();
      await operator.run(work);
      return performance.now() - began;
    };
    for (let i = 0; i < 20; i++)
      await timed((cx) => searchFacilities(cx, { text: 'centre hospitalier', limit: 20, persons: false }));
    const bare: number[] = [];
    for (let i = 0; i < 200; i++) bare.push(await timed((cx) => facility(cx, '010000000')));
    bare.sort((a, b) => a - b);
    const rows: Row[] = [];
    const all: number[] = [];
    const row = (name: string, times: readonly number[], share: number): Row => {
      const sorted = times.toSorted((a, b) => a - b);
      const [value, baseline] = [quantile(sorted, share), quantile(bare, share)];
      return { name, value: round(value), unit: 'ms', baseline: round(baseline), ratio: round(value / baseline) };
    };
    for (const [kind, texts] of Object.entries(SEARCHES)) {
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i++)
        for (const text of texts)
          times.push(await timed((cx) => searchFacilities(cx, { text, limit: 20, persons: false })));
      all.push(...times);
      rows.push(row(`search p95, ${kind}`, times, 0.95));
    }
    return [row('search p50, all', all, 0.5), row('search p95, all (budget 30)', all, 0.95), ...rows];
  } finally {
    await operator.close();
  }
}

const round = (value: number): number => Number(value.toPrecision(3));
