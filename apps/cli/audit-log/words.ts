import { readFileSync } from 'node:fs';
import type { FaultCode, Limit } from '@egide/engines/seal';
import type { Locale } from '@egide/kernel/locale';
import { fill } from '../terminal.ts';
import type { Found, Unreadable, Verified } from './verify-export.ts';

type Catalogue = {
  readonly faults: Readonly<Record<FaultCode, string>>;
  readonly limits: Readonly<Record<Limit, string>>;
  readonly verdict: Readonly<Record<'sound' | 'wanting' | 'more' | 'line' | 'unseen' | 'sealed', string>>;
  readonly unreadable: Readonly<Record<Unreadable['code'], string>>;
};

/** Chains named in a sentence; an export of a region has hundreds. */
const NAMED = 5;
/** Faults shown on a terminal; `--json` gives the first thousand. */
const SHOWN = 20;

export function readWords(locale: Locale): Catalogue {
  // Safe: a test holds both languages against the codes.
  return JSON.parse(
    readFileSync(new URL(import.meta.resolve(`@egide/content/messages/terminal/seal.${locale}.json`)), 'utf8'),
  ) as Catalogue;
}

const few = (chains: readonly string[]): string =>
  [...chains.slice(0, NAMED), ...(chains.length > NAMED ? [`… ${chains.length}`] : [])].join(', ');

export const faultWords = (words: Catalogue, fault: Found): string => fill(words.faults[fault.code], fault);
export const limitWords = (words: Catalogue, { limit, chains }: Verified['limits'][number]): string =>
  fill(words.limits[limit], { chains: few(chains) });
export const unreadableWords = (words: Catalogue, why: Unreadable): string => fill(words.unreadable[why.code], why);

/** The verdict as a person reads it: what was found, then what cannot be seen. */
export function verdictWords(words: Catalogue, verified: Verified): string {
  const { sound, entries, chains, faults, faultsFound, limits, seals } = verified;
  const shown = faults.slice(0, SHOWN);
  const place = ({ line }: Found): string => (line === null ? '' : `${fill(words.verdict.line, { line })}: `);
  return [
    ...seals.map(({ file, at, key, chains: count }) => fill(words.verdict.sealed, { file, at, key, count })),
    fill(sound ? words.verdict.sound : words.verdict.wanting, { entries, chains, count: faultsFound }),
    ...shown.map((fault) => `  ${place(fault)}${faultWords(words, fault)}`),
    ...(faultsFound > shown.length ? [`  ${fill(words.verdict.more, { count: faultsFound - shown.length })}`] : []),
    words.verdict.unseen,
    ...limits.map((limit) => `  ${limitWords(words, limit)}`),
  ].join('\n');
}
