import {
  type Change,
  evaluateFramework,
  type Framework,
  type FrameworkScore,
  type Ledger,
  scoreOf,
  type Settled,
  type Vocabulary,
  withChanges,
} from '@egide/engines/rules';
import { type Reader, readersOf, standingIn } from '../frameworks/index.ts';

/** The ledger of a facility at one instant, and what one framework says of it. */
export interface Present {
  readonly framework: Framework;
  readonly ledger: Ledger;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly score: FrameworkScore;
}
interface Shift<T> {
  readonly from: T;
  readonly to: T;
}
/** What recording some facts would change, each thing that changes with its standing before and after. */
export interface Foreseen {
  readonly score: FrameworkScore;
  readonly indicators: readonly (Shift<number | null> & { readonly id: string })[];
  readonly objectives: readonly (Shift<string> & { readonly reader: Reader })[];
}

/** Judges anew as if these facts had been recorded: nothing is promised that the rules would not answer. */
export function foresee({ framework, ledger, at, score }: Present, changes: readonly Change[]): Foreseen {
  const then = withChanges(ledger, changes);
  const after = evaluateFramework(framework, then, at);
  const before = new Map(indicatorsOf(score).map((i) => [i.id, i.level]));
  const indicators = indicatorsOf(after).flatMap(({ id, level }) =>
    before.get(id) === level ? [] : [{ id, from: before.get(id) ?? null, to: level }],
  );
  const objectives = readersOf(
    changes.map((c) => c.key),
    null,
  ).flatMap((reader) => {
    if (reader.kind !== 'objective') return [];
    const [from, to] = [standingIn(reader, ledger, at), standingIn(reader, then, at)];
    return 'verdict' in from && 'verdict' in to && from.verdict !== to.verdict
      ? [{ reader, from: from.verdict, to: to.verdict }]
      : [];
  });
  return { score: after, indicators, objectives };
}

export const indicatorsOf = (score: FrameworkScore): Settled[] =>
  score.dimensions.flatMap((d) => d.themes.flatMap((t) => [...t.indicators]));
export const themeLevel = (score: FrameworkScore, theme: string): number | null =>
  score.dimensions.flatMap((d) => d.themes).find((t) => t.id === theme)?.level ?? null;

/** The mean before and after, over the indicators known before: what was unknown must not hide a gain or a loss. */
export function sameIndicators(
  before: FrameworkScore,
  after: FrameworkScore,
): Shift<number | null> & { readonly known: number } {
  const known = new Set(
    indicatorsOf(before)
      .filter((i) => i.level !== null)
      .map((i) => i.id),
  );
  return {
    from: before.level,
    to: scoreOf(indicatorsOf(after).filter((i) => known.has(i.id))).level,
    known: known.size,
  };
}

/** Changes of several steps, each fact once: the highest asked where two steps want the same key of the same subject. */
export function together(changes: readonly Change[], vocabulary: Vocabulary): Change[] {
  const by = new Map<string, Change>();
  for (const change of changes) {
    const subject = JSON.stringify([change.key, change.about.kind, change.about.id]);
    const known = by.get(subject);
    if (
      known === undefined ||
      (vocabulary.get(change.key)?.unit === 'level' && Number(change.value) > Number(known.value))
    )
      by.set(subject, change);
  }
  return [...by.values()];
}
