import { shippedContent } from '@egide/content';
import { type Condition, type Indicator, type IndicatorState, type Ledger, type Rule, settled, type Verdict, verdict } from '@egide/engines/rules';
import type { Words } from '@egide/kernel/locale';

/** A condition somewhere in the content that reads a key: `5.2.1` of `maturinh`, `O3.A` of `care-d2`. */
export type Reader = { readonly id: string; readonly of: string; readonly title: Words } & (
  | { readonly kind: 'indicator'; readonly indicator: Indicator }
  | { readonly kind: 'objective'; readonly rule: Rule });
export type ReaderName = Pick<Reader, 'of' | 'id'>;

let index: ReadonlyMap<string, readonly Reader[]> | null = null;

/** Who else reads these keys: indicators and objectives, in the order of the content, `except` one. */
export function readersOf(keys: readonly string[], except: ReaderName | null): Reader[] {
  index ??= build();
  const found = new Set<Reader>();
  for (const key of keys) for (const reader of index.get(key) ?? []) if (reader.id !== except?.id || reader.of !== except.of) found.add(reader);
  return [...found];
}

/** Where the facts of a facility stand in what reads them, at `at` (milliseconds since 1970). */
export function standingIn(reader: Reader, ledger: Ledger, at: number): { state: IndicatorState; level: number | null } | { verdict: Verdict } {
  if (reader.kind === 'objective') return { verdict: verdict(reader.rule, ledger, at) };
  const { state, level } = settled(reader.indicator, ledger, at);
  return { state, level };
}

function build(): Map<string, Reader[]> {
  const readers = new Map<string, Reader[]>();
  const add = (reader: Reader, keys: readonly string[]) => {
    for (const key of new Set(keys)) readers.set(key, [...(readers.get(key) ?? []), reader]);
  };
  const { frameworks, programmes } = shippedContent();
  for (const { text, framework } of frameworks) {
    const compiled = new Map(framework.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators.map((i) => [i.id, i] as const))));
    for (const { id, title, levels } of text.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators))) {
      const indicator = compiled.get(id);
      // What a person answers to an indicator is read by that indicator.
      if (indicator) add({ kind: 'indicator', id, of: text.id, title: { fr: `${id} ${title.fr}`, en: `${id} ${title.en}` }, indicator }, [indicator.answerKey, ...levels.flatMap((l) => (l.when ? keysOf(l.when) : []))]);
    }
  }
  for (const p of programmes) for (const { id, title, when, rule } of p.objectives) add({ kind: 'objective', id, of: p.id, title: { fr: `${p.title.fr}\u00a0: ${numbered(id, title.fr)}`, en: `${p.title.en}: ${numbered(id, title.en)}` }, rule }, keysOf(when));
  return readers;
}

/** `O3.A Titre`: a number of the text is how people call an objective; a word such as `gate` is ours and stays inside. */
const numbered = (id: string, title: string): string => (/\d/.test(id) ? `${id} ${title}` : title);

/** Every key that a condition names, wherever it stands in it. */
export function keysOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(keysOf);
  if ('any' in condition) return condition.any.flatMap(keysOf);
  if ('not' in condition) return keysOf(condition.not);
  if ('atLeastOf' in condition) return condition.atLeastOf.of.flatMap(keysOf);
  if ('coverage' in condition) return [...keysOf(condition.coverage.condition), condition.coverage.weight];
  return Object.values(condition).flatMap((leaf: Readonly<Record<string, unknown>>) => [leaf.key, ...['before', 'from', 'to'].map((bound) => boundKey(leaf[bound]))].filter((k) => typeof k === 'string'));
}

const boundKey = (bound: unknown): unknown => (typeof bound === 'object' && bound !== null && 'key' in bound ? bound.key : undefined);
