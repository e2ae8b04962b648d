import type { Cx } from '../../../platform/cx.ts';
import { Postings } from './postings.ts';
import * as store from './store.ts';
import { slipsOf, wordsOf } from './words.ts';

/** Words of a facility, each with whether it is in its name. Town, postcode and department are searched too, and rank below. */
export function indexedWords({
  name,
  shortName,
  town,
  postcode,
  department,
}: Omit<store.Indexed, 'position'>): Map<string, boolean> {
  const words = new Map<string, boolean>();
  for (const word of wordsOf(`${name} ${shortName ?? ''}`)) words.set(word, true);
  for (const word of wordsOf([town, postcode, department].filter((part) => part !== null).join(' ')))
    if (!words.has(word)) words.set(word, false);
  return words;
}

/** Builds the search index anew from the register as it stands in this transaction. */
export async function rebuildIndex(cx: Cx): Promise<void> {
  await store.renumber(cx);
  const postings = new Map<string, Postings>();
  for await (const facilities of store.everyFacility(cx)) {
    for (const facility of facilities)
      for (const [word, inName] of indexedWords(facility)) {
        let list = postings.get(word);
        if (list === undefined) postings.set(word, (list = new Postings()));
        list.add(facility.position, inName);
      }
  }
  await store.writeWords(cx, rows(postings));
}

function* rows(postings: ReadonlyMap<string, Postings>): Generator<store.IndexedWord> {
  for (const [word, list] of postings)
    yield { word, occurrences: list.occurrences, postings: list.bytes(), slips: slipsOf(word) };
}
