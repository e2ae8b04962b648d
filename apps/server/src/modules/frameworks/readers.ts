import { shippedContent } from '@egide/content';
import {
  type Indicator,
  type IndicatorState,
  keysOf,
  type Ledger,
  type Rule,
  settled,
  type Verdict,
  verdict,
} from '@egide/engines/rules';
import type { Words } from '@egide/kernel/locale';
import { frameworks, vocabulary } from './content.ts';

/** A condition somewhere in the content that reads a key: `5.2.1` of `maturinh`, `O3.A` of `care-d2`. */
export type Reader = {
  readonly id: string;
  readonly of: string;
  readonly title: Words;
  /** Its answer rests on a fact that no GHT and no peer is shown: it is not told to them either. */
  readonly withheld: boolean;
} & (
  { readonly kind: 'indicator'; readonly indicator: Indicator } | { readonly kind: 'objective'; readonly rule: Rule }
);
/** Whether one of these keys is shown neither to a GHT nor to a peer. */
export const anyWithheld = (keys: readonly string[]): boolean => keys.some((key) => vocabulary().get(key)?.withheld);

export type ReaderName = Pick<Reader, 'of' | 'id'>;

let index: ReadonlyMap<string, readonly Reader[]> | null = null;

/** Who else reads these keys: indicators and objectives, in the order of the content, `except` one. */
export function readersOf(keys: readonly string[], except: ReaderName | null): Reader[] {
  index ??= build();
  const found = new Set<Reader>();
  for (const key of keys)
    for (const reader of index.get(key) ?? [])
      if (reader.id !== except?.id || reader.of !== except.of) found.add(reader);
  return [...found];
}

/** Where the facts of a facility stand in what reads them, at `at` (milliseconds since 1970). */
export function standingIn(
  reader: Reader,
  ledger: Ledger,
  at: number,
): { state: IndicatorState; level: number | null } | { verdict: Verdict } {
  if (reader.kind === 'objective') return { verdict: verdict(reader.rule, ledger, at) };
  const { state, level } = settled(reader.indicator, ledger, at);
  return { state, level };
}

function build(): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  const add = (reader: Reader, keys: readonly string[]) => {
    for (const key of new Set(keys)) readers.set(key, [...(readers.get(key) ?? []), reader]);
  };
  for (const { id: of, indicators } of frameworks()) {
    for (const {
      id,
      text: { title },
      rules: indicator,
      keys,
    } of indicators)
      add(
        {
          kind: 'indicator',
          id,
          of,
          title: { fr: `${id} ${title.fr}`, en: `${id} ${title.en}` },
          withheld: anyWithheld(keys),
          indicator,
        },
        keys,
      );
  }
  for (const p of shippedContent().programmes)
    for (const { id, title, when, rule } of p.objectives)
      add(
        {
          kind: 'objective',
          id,
          of: p.id,
          title: {
            fr: `${p.title.fr}\u00a0: ${numbered(id, title.fr)}`,
            en: `${p.title.en}: ${numbered(id, title.en)}`,
          },
          withheld: anyWithheld(keysOf(when)),
          rule,
        },
        keysOf(when),
      );
  return readers;
}

/** `O3.A Titre`: a number of the text is how people call an objective; a word such as `gate` is ours and stays inside. */
const numbered = (id: string, title: string): string => (/\d/.test(id) ? `${id} ${title}` : title);
