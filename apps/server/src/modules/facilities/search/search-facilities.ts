import { normaliseFiness } from '@egide/kernel/finess';
import type { Cx } from '../../../platform/cx.ts';
import { readPostings } from './postings.ts';
import { type Bounds, rank, type Reading } from './rank.ts';
import * as store from './store.ts';
import { oneSlipApart, searchedWords, slipsOf, wordsOf } from './words.ts';

/** What is looked for, at most so many answers; natural persons only for whoever may see them. */
export type Search = { readonly text: string; readonly limit: number; readonly persons: boolean };
/** Candidates looked at closely before the best are shown. */
const CANDIDATES = 120;
/** Beginnings and slips taken for one word. */
const READINGS = 40;

/** Facilities by number, even a part of it, then by the words of name, town and postcode. */
export async function searchFacilities(cx: Cx, { text, limit, persons }: Search): Promise<store.FoundFacility[]> {
  const wanted = text.slice(0, 200);
  const found = new Map<string, store.FoundFacility>();
  for (const facility of [...await byNumber(cx, wanted, limit), ...(await byWords(cx, wanted, persons))]) if (persons || !facility.naturalPerson) found.set(facility.finess, facility);
  return [...found.values()].slice(0, limit);
}

/** `75 071 21`, `2A000`: digits with spaces; with eight of them the first may be a zero that a spreadsheet ate. */
function byNumber(cx: Cx, text: string, limit: number): Promise<store.FoundFacility[]> {
  const number = normaliseFiness(text);
  if (!/^(\d[\dAB])\d{1,7}$/.test(number)) return Promise.resolve([]);
  return store.facilitiesNumbered(cx, number.length === 8 ? [number, `0${number}`] : [number], limit);
}

async function byWords(cx: Cx, text: string, persons: boolean): Promise<store.FoundFacility[]> {
  const { words, open } = searchedWords(text);
  const limits = await store.bounds(cx);
  if (words.length === 0 || limits === undefined) return [];
  const known = await store.findWords(cx, { words, prefix: open, slips: [] });
  const there = new Set(known.map(({ word }) => word));
  const unknown = words.filter((word) => !there.has(word) && !(word === open && known.some((one) => one.word.startsWith(word))));
  const near = unknown.length === 0 ? [] : await store.findWords(cx, { words: [], prefix: null, slips: unknown.flatMap(slipsOf) });
  const readings = words.map((word) => readingsOf(word, { known, near, open: word === open })).filter((one) => one.length > 0);
  // A word nobody bears is left aside as long as another one is known.
  const bounds: Bounds = persons ? { ...limits, personsFrom: Number.POSITIVE_INFINITY } : limits;
  const candidates = await store.facilitiesAt(cx, rank(readings, bounds, CANDIDATES));
  return closestFirst(candidates, words);
}

type Words = readonly { readonly word: string; readonly occurrences: number; readonly postings: Uint8Array }[];

function readingsOf(word: string, { known, near, open }: { known: Words; near: Words; open: boolean }): Reading[] {
  const reading = (found: Words[number], exact: boolean): Reading => ({ exact, values: readPostings(found.postings, found.occurrences) });
  const same = known.filter((one) => one.word === word).map((one) => reading(one, true));
  const longer = open ? known.filter((one) => one.word !== word && one.word.startsWith(word)).slice(0, READINGS).map((one) => reading(one, false)) : [];
  if (same.length + longer.length > 0) return [...same, ...longer];
  return near.filter((one) => oneSlipApart(one.word, word)).slice(0, READINGS).map((one) => reading(one, false));
}

/** Among open ones, then closed ones: the facility whose name holds little else than what was searched comes first. */
function closestFirst(candidates: readonly store.FoundFacility[], words: readonly string[]): store.FoundFacility[] {
  const wanted = new Set(words);
  const closeness = ({ name, open }: store.FoundFacility): number => {
    const named = wordsOf(name);
    const hits = named.filter((word) => wanted.has(word)).length;
    return (open ? 10 : 0) + (hits === wanted.size && named.length === hits ? 1 : 0);
  };
  return candidates.map((facility, i) => ({ facility, i, score: closeness(facility) })).sort((a, b) => b.score - a.score || a.i - b.i).map(({ facility }) => facility);
}
