import { toInstant, type Instant } from '@egide/kernel/days';
import { err, ok, type Result } from '@egide/kernel/result';
import type { Answer } from './answer.ts';
import { compile } from './compile.ts';
import type { Condition } from './condition.ts';
import type { Fact } from './fact.ts';
import type { Fault } from './faults.ts';
import { compileIndicator, settle, type Indicator, type IndicatorSpec, type Settled } from './indicator.ts';
import { judge, readingOf } from './judge.ts';
import type { Ledger } from './ledger.ts';
import type { Rule } from './node.ts';
import type { Vocabulary } from './vocabulary.ts';

type Titled = { readonly id: string };
export type FrameworkSpec = Titled & {
  readonly version: string;
  readonly dimensions: readonly (Titled & {
    readonly themes: readonly (Titled & { readonly indicators: readonly IndicatorSpec[] })[];
  })[];
};
/** A framework whose every condition is checked and ready. */
export type Framework = Titled & {
  readonly version: string;
  readonly vocabulary: Vocabulary;
  readonly dimensions: readonly (Titled & {
    readonly themes: readonly (Titled & { readonly indicators: readonly Indicator[] })[];
  })[];
};

/** `level`: mean of the known indicators, one decimal, half up; null when none is known. Never shown without its coverage. */
export type Score = {
  readonly level: number | null;
  readonly coverage: { readonly known: number; readonly total: number };
};
export type ThemeScore = Titled & Score & { readonly indicators: readonly Settled[] };
export type DimensionScore = Titled & Score & { readonly themes: readonly ThemeScore[] };
export type FrameworkScore = Titled &
  Score & { readonly version: string; readonly at: Instant; readonly dimensions: readonly DimensionScore[] };

/** Faults carry the place of the indicator before that of the condition: `5.2.1/levels/3/when/all/0/atLeast`. */
export function compileFramework(spec: FrameworkSpec, vocabulary: Vocabulary): Result<Framework, readonly Fault[]> {
  const faults: Fault[] = [];
  const dimensions = spec.dimensions.map((dimension) => ({
    id: dimension.id,
    themes: dimension.themes.map((theme) => ({
      id: theme.id,
      indicators: theme.indicators.flatMap((indicator) => {
        const made = compileIndicator(indicator, spec.id, vocabulary);
        if (made.ok) return [made.value];
        faults.push(...made.error.map((fault) => ({ ...fault, path: `${indicator.id}/${fault.path}` })));
        return [];
      }),
    })),
  }));
  return faults.length > 0 ? err(faults) : ok({ id: spec.id, version: spec.version, vocabulary, dimensions });
}

/** Mean of the known levels, rounded in whole numbers so that 2.25 gives 2.3 and no binary fraction says otherwise. */
export function scoreOf(settled: readonly Pick<Settled, 'level'>[]): Score {
  let [sum, known] = [0, 0];
  for (const { level } of settled) {
    if (level === null) continue;
    sum += level;
    known++;
  }
  return {
    level: known === 0 ? null : Math.floor((20 * sum + known) / (2 * known)) / 10,
    coverage: { known, total: settled.length },
  };
}

/** Percent of known indicators from which a level counts for a territory: below, the mean of what is known would mislead. Proposed by us. */
export const ENOUGH_KNOWN = 60;

/** The level that counts for a territory: that of the assessment when enough of it is known, else none. */
export const countedLevel = (
  s: { readonly level: number | null; readonly known: number; readonly total: number } | undefined,
): number | null => (s && s.level !== null && s.total > 0 && s.known * 100 >= s.total * ENOUGH_KNOWN ? s.level : null);

/** Every indicator settled, then level and coverage by theme, by dimension and overall, at `at` (milliseconds since 1970). */
export function evaluateFramework(framework: Framework, facts: Ledger | readonly Fact[], at: number): FrameworkScore {
  const reading = readingOf(framework, facts, at);
  const dimensions = framework.dimensions.map((dimension): DimensionScore => {
    const themes = dimension.themes.map((theme): ThemeScore => {
      const indicators = theme.indicators.map((indicator) => settle(indicator, reading));
      return { id: theme.id, ...scoreOf(indicators), indicators };
    });
    return { id: dimension.id, ...scoreOf(themes.flatMap((theme) => theme.indicators)), themes };
  });
  const all = dimensions.flatMap((dimension) => dimension.themes.flatMap((theme) => theme.indicators));
  return { id: framework.id, version: framework.version, at: toInstant(at), ...scoreOf(all), dimensions };
}

export type ProgrammeSpec = Titled & { readonly objectives: readonly (Titled & { readonly when: Condition })[] };
export type Programme = Titled & {
  readonly vocabulary: Vocabulary;
  readonly objectives: readonly (Titled & { readonly rule: Rule })[];
};
export type ObjectiveAnswer = Titled & Answer;

export function compileProgramme(spec: ProgrammeSpec, vocabulary: Vocabulary): Result<Programme, readonly Fault[]> {
  const faults: Fault[] = [];
  const objectives = spec.objectives.flatMap(({ id, when }) => {
    const rule = compile(when, vocabulary);
    if (rule.ok) return [{ id, rule: rule.value }];
    faults.push(...rule.error.map((fault) => ({ ...fault, path: `${id}/when/${fault.path}` })));
    return [];
  });
  return faults.length > 0 ? err(faults) : ok({ id: spec.id, vocabulary, objectives });
}

export function evaluateProgramme(
  programme: Programme,
  facts: Ledger | readonly Fact[],
  at: number,
): readonly ObjectiveAnswer[] {
  const { ledger } = readingOf(programme, facts, at);
  return programme.objectives.map(({ id, rule }) => ({ id, ...judge(rule, ledger, at) }));
}
