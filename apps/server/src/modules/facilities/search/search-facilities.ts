import { normaliseFiness } from '@egide/kernel/finess';
import type { Cx } from '../../../platform/cx.ts';
import { readPostings } from './postings.ts';
import { type Bounds, rank, type Reading } from './rank.ts';
import * as store from './store.ts';
import { oneSlipApart, searchedWords, slipsOf, wordsOf } from './words.ts';

/** What is looked for, at most so many answers; natural persons only for whoever may see them. */
export type Search = { readonly text: string; readonly limit: number; readonly persons: boolean };
/** Candidates looked at closely before the best are shown. */
const CANDIDATES = 60;
/** Words taken for the beginning of one, and for a slip in one. */
const [BEGINNINGS, SLIPS] = [40, 8];

/** Facilities by number, even a part of it, then by the words of name, town and postcode. */
export async function searchFacilities(cx: Cx, { text, limit, persons }: Search): Promise<store.FoundFacility[]> {
  const wanted = text.slice(0, 200);
  const known = await store.bounds(cx);
  if (known === undefined) return [];
  // The largest position that PostgreSQL's integer holds: nobody is left out.
  const bounds: Bounds = persons ? { ...known, personsFrom: 2 ** 31 - 1 } : known;
  const found = new Map<string, store.FoundFacility>();
  for (const facility of [
    ...(await byNumber(cx, wanted, { before: bounds.personsFrom, limit })),
    ...(await byWords(cx, wanted, bounds)),
  ])
    found.set(facility.finess, facility);
  return [...found.values()].slice(0, limit);
}

/** `75 071 21`, `2A000`: digits with spaces; with eight of them the first may be a zero that a spreadsheet ate. */
async function byNumber(
  cx: Cx,
  text: string,
  within: { before: number; limit: number },
): Promise<store.FoundFacility[]> {
  const number = normaliseFiness(text);
  if (!/^(\d[\dAB])\d{1,7}$/.test(number)) return [];
  return store.facilitiesAt(
    cx,
    await store.positionsNumbered(cx, number.length === 8 ? [number, `0${number}`] : [number], within),
  );
}

async function byWords(cx: Cx, text: string, bounds: Bounds): Promise<store.FoundFacility[]> {
  const { words, open } = searchedWords(text);
  if (words.length === 0) return [];
  const known = await store.findWords(cx, { words, prefix: open, limit: BEGINNINGS });
  const unknown = words.filter(
    (word) => !known.some((one) => one.word === word || (word === open && one.word.startsWith(word))),
  );
  const near = await nearWords(cx, unknown);
  // A word nobody bears is left aside as long as another one is known.
  const readings = words
    .map((word) => readingsOf(word, { known, near, open: word === open }))
    .filter((one) => one.length > 0);
  const candidates = await store.facilitiesAt(cx, rank(readings, bounds, CANDIDATES));
  return closestFirst(candidates, words);
}

/** The commonest words one slip away from those that nobody bears. */
async function nearWords(cx: Cx, unknown: readonly string[]): Promise<store.FoundWord[]> {
  const slips = unknown.flatMap(slipsOf);
  if (slips.length === 0) return [];
  const sharing = await store.wordsSharing(cx, slips);
  const near = unknown.flatMap((word) => sharing.filter((other) => oneSlipApart(other, word)).slice(0, SLIPS));
  return near.length === 0 ? [] : store.findWords(cx, { words: near, prefix: null, limit: 0 });
}

function readingsOf(
  word: string,
  { known, near, open }: { known: readonly store.FoundWord[]; near: readonly store.FoundWord[]; open: boolean },
): Reading[] {
  const reading = (found: store.FoundWord, exact: boolean): Reading => ({
    exact,
    values: readPostings(found.postings, found.occurrences),
  });
  const same = known.filter((one) => one.word === word).map((one) => reading(one, true));
  const longer = open
    ? known.filter((one) => one.word !== word && one.word.startsWith(word)).map((one) => reading(one, false))
    : [];
  if (same.length + longer.length > 0) return [...same, ...longer];
  return near.filter((one) => oneSlipApart(one.word, word)).map((one) => reading(one, false));
}

/** Among open ones, then closed ones: the facility whose name holds little else than what was searched comes first. */
function closestFirst(candidates: readonly store.FoundFacility[], words: readonly string[]): store.FoundFacility[] {
  const wanted = new Set(words);
  const closeness = ({ name, open }: store.FoundFacility): number => {
    const named = wordsOf(name);
    const hits = named.filter((word) => wanted.has(word)).length;
    return (open ? 10 : 0) + (hits === wanted.size && named.length === hits ? 1 : 0);
  };
  return candidates
    .map((facility, i) => ({ facility, i, score: closeness(facility) }))
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map(({ facility }) => facility);
}
