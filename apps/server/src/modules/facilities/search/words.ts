/**
 * The words under which a facility is indexed and looked for. One form for accents, hyphens, `St` and `Saint`, `CH` and
 * `Centre hospitalier`: both sides go through here, so a synonym costs nothing at the time of the search.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ch: ['centre', 'hospitalier'],
  chu: ['centre', 'hospitalier', 'universitaire'],
  chr: ['centre', 'hospitalier', 'regional'],
  chru: ['centre', 'hospitalier', 'regional', 'universitaire'],
  chi: ['centre', 'hospitalier', 'intercommunal'],
  chs: ['centre', 'hospitalier', 'specialise'],
  clcc: ['centre', 'lutte', 'contre', 'cancer'],
  hia: ['hopital', 'instruction', 'armees'],
  ctre: ['centre'],
  ctr: ['centre'],
  hosp: ['hospitalier'],
  hop: ['hopital'],
  hopitaux: ['hopital'],
  clin: ['clinique'],
  ass: ['association'],
  asso: ['association'],
  assoc: ['association'],
  st: ['saint'],
  ste: ['sainte'],
  etab: ['etablissement'],
  ets: ['etablissement'],
  dept: ['departemental'],
  dep: ['departemental'],
  med: ['medico'],
  res: ['residence'],
  fond: ['fondation'],
};
const EMPTY_WORDS = new Set([
  'de',
  'des',
  'du',
  'd',
  'la',
  'le',
  'les',
  'l',
  'et',
  'en',
  'au',
  'aux',
  'a',
  'sur',
  'sous',
  'pour',
  'cedex',
]);
/** Longer words are cut: nothing in the register is that long but damage. */
const LONGEST = 40;

/** Lower case, no accent, ligatures opened: `CŒUR` → `coeur`. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss');

const split = (text: string): string[] =>
  plain(text)
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

function spelled(words: readonly string[]): string[] {
  const meaning = words.flatMap((word) => ABBREVIATIONS[word] ?? [word.slice(0, LONGEST)]);
  const kept = meaning.filter((word) => !EMPTY_WORDS.has(word));
  // A name made of small words only is still a name.
  return [...new Set(kept.length > 0 ? kept : meaning)];
}

/** Words of a name or a town, each once, in order. */
export const wordsOf = (text: string): string[] => spelled(split(text));

/** Words of a search; `open` is the last one when it may still be being typed, and then also stands for what begins so. */
export function searchedWords(text: string): { readonly words: readonly string[]; readonly open: string | null } {
  const raw = split(text).slice(0, 12);
  const last = raw.at(-1);
  const open =
    last !== undefined &&
    last.length >= 2 &&
    !(last in ABBREVIATIONS) &&
    !EMPTY_WORDS.has(last) &&
    !/[\s.,;]$/.test(text)
      ? last
      : null;
  return { words: spelled(raw), open };
}

/** 32-bit FNV-1a, signed as PostgreSQL's integer. */
function hash(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Below this length a slip changes too much of a word to be forgiven. */
const SHORTEST_SLIP = 4;

/** Hashes of the word and of the word with one letter left out. Words one slip apart share at least one. Numbers have none. */
export function slipsOf(word: string): number[] {
  if (word.length < SHORTEST_SLIP || /\d/.test(word)) return [];
  const found = new Set([hash(word)]);
  for (let i = 0; i < word.length; i++) found.add(hash(word.slice(0, i) + word.slice(i + 1)));
  return [...found];
}

/** One letter added, left out, replaced, or two neighbours swapped. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  return (
    short.slice(i + 1) === long.slice(i + 1) ||
    (short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2))
  );
}
