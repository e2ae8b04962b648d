import { toInstant, type Instant } from '@egide/kernel/days';
import { err, ok, type Result } from '@egide/kernel/result';
import { nextLook } from './ahead.ts';
import type { Answer } from './answer.ts';
import { compile } from './compile.ts';
import type { Condition } from './condition.ts';
import type { Fact } from './fact.ts';
import type { Fault } from './faults.ts';
import { judge, readingOf } from './judge.ts';
import { lastEntry, startOfFact, type Ledger } from './ledger.ts';
import type { Reading } from './leaves/leaf.ts';
import type { Rule } from './node.ts';
import { becauseOf, reasonOf } from './reasons.ts';
import { verdictOf } from './verdict.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Levels go from 0, absence, to 4, the most mature. */
export const TOP_LEVEL = 4;

/** An indicator as the engine needs it: one condition for each level from 1 to 4; none for an `asked` one, which only a person answers. */
export type IndicatorSpec = {
  readonly id: string;
  readonly kind: 'asked' | 'computed';
  readonly levels: readonly { readonly level: number; readonly when?: Condition | undefined }[];
};

/** `computed` and `declared` hold the rules of levels 1 to 4. */
export type Indicator = {
  readonly id: string;
  readonly kind: 'asked' | 'computed';
  readonly answerKey: string;
  readonly computed: readonly Rule[];
  readonly declared: readonly Rule[];
  readonly everDeclared: Rule;
};

export const INDICATOR_STATES = ['confirmed', 'to-confirm', 'to-decide', 'expired', 'unanswered'] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];

/** `level` is null when it is not known. `contradiction`: both are known and differ, even when a person kept the declared one. */
export type Settled = {
  readonly id: string;
  readonly state: IndicatorState;
  readonly level: number | null;
  readonly computed: number | null;
  readonly declared: number | null;
  readonly contradiction: boolean;
};

/** The key that holds what a person answers by hand: `maturinh.5.2.1`, a whole number from 0 to 4. */
export const answerKey = (framework: string, indicator: string): string => `${framework}.${indicator}`;

export function compileIndicator(
  spec: IndicatorSpec,
  framework: string,
  vocabulary: Vocabulary,
): Result<Indicator, readonly Fault[]> {
  const key = answerKey(framework, spec.id);
  const levels = [1, 2, 3, 4];
  const asked = levels.map((value) => compile({ atLeast: { key, value } }, vocabulary));
  const computed = spec.kind === 'asked' ? [] : levels.map((level) => compile(conditionOf(spec, level), vocabulary));
  const known = compile({ known: { key } }, vocabulary);
  const placed = (rules: readonly Result<Rule, readonly Fault[]>[]) =>
    rules.flatMap((rule, i) =>
      rule.ok ? [] : rule.error.map((fault) => ({ ...fault, path: `levels/${i + 1}/when/${fault.path}` })),
    );
  const faults = [...placed(computed), ...placed([known])];
  if (faults.length > 0 || !known.ok) return err(faults);
  return ok({
    id: spec.id,
    kind: spec.kind,
    answerKey: key,
    computed: values(computed),
    declared: values(asked),
    everDeclared: known.value,
  });
}

const values = (rules: readonly Result<Rule, readonly Fault[]>[]): Rule[] =>
  rules.flatMap((rule) => (rule.ok ? [rule.value] : []));
/** A level without condition can never be met: the empty choice. */
const conditionOf = (spec: IndicatorSpec, level: number): Condition =>
  spec.levels.find((one) => one.level === level)?.when ?? { any: [] };

/** Level n when conditions 1 to n are all met; 0 only when condition 1 is not met; otherwise none. */
function levelOf(rules: readonly Rule[], reading: Reading): number | null {
  let level = 0;
  for (const { root } of rules) {
    const verdict = verdictOf(root, reading);
    if (verdict !== 'met') return level > 0 || verdict === 'not-met' ? level : null;
    level++;
  }
  return rules.length > 0 ? level : null;
}

/** The one place where a computed and a declared answer meet: a computed one proposes, a person confirms, a contradiction is shown. */
export function settle(indicator: Indicator, reading: Reading): Settled {
  const computed = levelOf(indicator.computed, reading);
  const declared = levelOf(indicator.declared, reading);
  const contradiction = computed !== null && declared !== null && computed !== declared;
  const known = { id: indicator.id, computed, declared, contradiction };
  if (contradiction)
    return isKept(indicator, computed, reading)
      ? { ...known, state: 'confirmed', level: declared }
      : { ...known, state: 'to-decide', level: computed };
  if (declared !== null) return { ...known, state: 'confirmed', level: declared };
  if (computed !== null) return { ...known, state: 'to-confirm', level: computed };
  return { ...known, state: wasKnown(indicator, reading) ? 'expired' : 'unanswered', level: null };
}

const wasKnown = ({ everDeclared, computed }: Indicator, reading: Reading): boolean =>
  [everDeclared, ...computed.slice(0, 1)].some(({ root }) => verdictOf(root, reading) === 'expired');

export function declaredFact(indicator: Pick<Indicator, 'answerKey'>, { ledger, horizon }: Reading): Fact | null {
  const subject = ledger.byKey.get(indicator.answerKey)?.[0];
  return (subject && lastEntry(subject, horizon)?.fact) ?? null;
}

/** A person kept the declared answer with a justification, knowing every fact that decides the computed one. */
function isKept(indicator: Indicator, level: number, reading: Reading): boolean {
  const declared = declaredFact(indicator, reading);
  if (declared?.source?.['kept'] !== true) return false;
  const kept = startOfFact(declared);
  return decidingFacts(indicator, level, reading).every((fact) => startOfFact(fact) <= kept);
}

/** The facts that make the computed level: those of its conditions, and those that hold back the next. */
const decidingFacts = (indicator: Indicator, level: number, reading: Reading): Fact[] =>
  indicator.computed.slice(0, level + 1).flatMap(({ root }) => becauseOf(reasonOf(root, reading)));

/** An indicator with its reasons: `levels` answers conditions 1 to 4, `next` what reaching the level above asks. */
export type IndicatorAnswer = Settled & {
  readonly declaredFact: Fact | null;
  readonly because: readonly Fact[];
  readonly levels: readonly Answer[];
  readonly next: Answer | null;
  readonly changesAt: Instant | null;
};

/** State and level of one indicator at `at` (milliseconds since 1970), without its reasons. */
export const settled = (indicator: Indicator, facts: Ledger | readonly Fact[], at: number): Settled =>
  settle(indicator, readingOf(indicator.everDeclared, facts, at));

/** Settles one indicator at `at` (milliseconds since 1970), with everything that a screen shows of it. */
export function settleIndicator(indicator: Indicator, facts: Ledger | readonly Fact[], at: number): IndicatorAnswer {
  const reading = readingOf(indicator.everDeclared, facts, at);
  const standing = settle(indicator, reading);
  const rules = indicator.kind === 'asked' ? indicator.declared : indicator.computed;
  const change = settledUntil(indicator, reading, standing);
  return {
    ...standing,
    declaredFact: declaredFact(indicator, reading),
    because: standing.computed === null ? [] : [...new Set(decidingFacts(indicator, standing.computed, reading))],
    levels: rules.map((rule) => judge(rule, reading.ledger, at)),
    next: standing.level === TOP_LEVEL ? null : judge(reaching(rules, (standing.level ?? 0) + 1), reading.ledger, at),
    changesAt: change === null ? null : toInstant(change),
  };
}

/** One rule for a level: its condition and all those below. */
export function reaching(rules: readonly Rule[], level: number): Rule {
  const parts = rules.slice(0, level).map(({ root }) => root);
  // Safe: every indicator has at least the rule of level 1.
  const first = rules[0]!;
  return parts.length === 1
    ? first
    : { vocabulary: first.vocabulary, root: { kind: 'group', op: 'all', need: parts.length, path: 'levels', parts } };
}

/** First later instant at which the state or the level differs if nothing more is recorded. */
function settledUntil(indicator: Indicator, reading: Reading, now: Settled): number | null {
  const rules = [...indicator.computed, ...indicator.declared, indicator.everDeclared];
  const next = (at: number) => Math.min(...rules.map(({ root }) => nextLook(root, { ...reading, at })));
  for (let at = next(reading.at); at < Infinity; at = next(at)) {
    const then = settle(indicator, { ...reading, at });
    if (then.state !== now.state || then.level !== now.level) return at;
  }
  return null;
}
