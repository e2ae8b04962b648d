import type { Assessment, SubmissionLine } from '@egide/contract/assessments';
import { Level, Verdict } from '@egide/contract/shapes';
import {
  countedLevel,
  ENOUGH_KNOWN,
  evaluateFramework,
  type FrameworkScore,
  judge,
  ledgerOf,
  type Ledger,
  reaching,
  type Settled,
  TOP_LEVEL,
} from '@egide/engines/rules';
import { yearBefore } from '@egide/kernel/days';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { say } from '../../platform/words.ts';
import { seesWithheld, visibleFacility } from '../access/index.ts';
import { factsOf } from '../evidence/index.ts';
import { framework, type LoadedFramework, type LoadedIndicator, type Reader, readersOf } from '../frameworks/index.ts';
import { foresee, indicatorsOf, type Present, sameIndicators, themeLevel, together } from './foresee.ts';
import { gapsOf } from './gaps.ts';
import { type Candidate, nextLevel, nextSteps } from './next-actions.ts';
import { can } from './policy.ts';
import { submissionsOf, type SubmissionRow } from './store.ts';
import { sayAction, sayGains, sentenceOf } from './words.ts';

const NEXT = 3;

/** Where the facility stands at this instant, a year ago, and what to do next; everything judged anew from the ledger, read once. */
export async function describeAssessment(cx: Cx, input: { finess: string; framework: string }): Promise<Assessment> {
  const place = await visibleFacility(cx, input.finess, () => can.read(cx.actor, input.finess));
  const found = framework(input.framework);
  if (!found) throw refuse('not-found');
  const now = cx.now().getTime();
  const ledger = ledgerOf(await factsOf(cx, input.finess), found.rules.vocabulary);
  const [score, before] = [
    evaluateFramework(found.rules, ledger, now),
    evaluateFramework(found.rules, ledger, yearBefore(now)),
  ];
  const dimension = found.text.dimensions[0];
  if (!dimension) throw new Error('a framework has at least one dimension');
  const candidates = candidatesOf(found, { ledger, score, at: now });
  const was = new Map(indicatorsOf(before).map((i) => [i.id, i] as const));
  return {
    finess: input.finess,
    name: place.name,
    at: cx.now().toISOString(),
    framework: {
      id: found.id,
      edition: found.version,
      title: found.text.title[cx.locale],
      transcription: found.text.transcription?.[cx.locale] ?? '',
    },
    dimension: { id: dimension.id, title: dimension.title[cx.locale] },
    level: score.level,
    ...score.coverage,
    yearAgo: { level: before.level, ...before.coverage, at: new Date(yearBefore(now)).toISOString() },
    themes: describeThemes(cx, found, { score, before }),
    counts: countStates(indicatorsOf(score)),
    ...sayGains(found, { settled: indicatorsOf(score), was }, cx.locale),
    gaps: describeGaps(cx, found, candidates),
    ...describeNext(cx, found, {
      candidates,
      present: { framework: found.rules, ledger, at: now, score },
      told: (reader) => !reader.withheld || cx.sees(seesWithheld(cx.actor, place)),
    }),
    submissions: (await submissionsOf(cx, input.finess, found.id)).map(toLine),
    territory: { enough: ENOUGH_KNOWN, counts: countedLevel({ level: score.level, ...score.coverage }) !== null },
    can: rights(cx, input.finess),
  };
}

function describeThemes(
  { locale }: Cx,
  found: LoadedFramework,
  { score, before }: { score: FrameworkScore; before: FrameworkScore },
): Assessment['themes'] {
  return score.dimensions.flatMap((d, i) =>
    d.themes.map((t, j) => {
      const then = before.dimensions[i]?.themes[j];
      return {
        id: t.id,
        title: found.titleOf(t.id)[locale],
        level: t.level,
        ...t.coverage,
        yearAgo: { level: then?.level ?? null, known: then?.coverage.known ?? 0, total: t.coverage.total },
        indicators: t.indicators.map((s) => ({ ...s, title: found.indicator(s.id)?.text.title[locale] ?? s.id })),
      };
    }),
  );
}

const countStates = (settled: readonly Settled[]): Assessment['counts'] => {
  const counts = { confirmed: 0, 'to-confirm': 0, 'to-decide': 0, expired: 0, unanswered: 0 };
  for (const { state } of settled) counts[state]++;
  return counts;
};

export const rights = (cx: Cx, finess: string): Assessment['can'] => {
  const [answer, submit] = [can.answer(cx.actor, finess), can.submit(cx.actor, finess)];
  return {
    answer,
    submit,
    why: submit ? null : say(cx.locale, answer ? 'assessments.only-director' : 'assessments.read-only'),
  };
};

export const toLine = (s: SubmissionRow): SubmissionLine => ({
  id: s.id,
  at: s.at.toISOString(),
  by: s.submitted_by_name,
  edition: s.edition,
  level: s.level,
  known: s.known,
  total: s.total,
  comment: s.comment,
});

type Step = Candidate & { readonly indicator: LoadedIndicator };

/** Each indicator with what its next level asks. */
function candidatesOf(
  found: LoadedFramework,
  { ledger, score, at }: { ledger: Ledger; score: FrameworkScore; at: number },
): Step[] {
  const standing = new Map(indicatorsOf(score).map((s) => [s.id, s]));
  return found.indicators.flatMap((indicator): Step[] => {
    const settled = standing.get(indicator.id);
    if (settled === undefined) return [];
    const { kind, declared, computed } = indicator.rules;
    const next =
      settled.level === TOP_LEVEL
        ? null
        : judge(reaching(kind === 'asked' ? declared : computed, nextLevel(settled)), ledger, at);
    const keys = (next?.wouldMakeTrue ?? []).map((c) => c.key);
    return [
      {
        indicator,
        settled,
        next,
        hours: hoursOf(indicator),
        servesAlso: readersOf(keys, { of: found.id, id: indicator.id }).length,
      },
    ];
  });
}

const hoursOf = ({ text }: LoadedIndicator): Record<number, number> =>
  Object.fromEntries(Object.entries(text.steps ?? {}).map(([level, step]) => [level, step.hours]));

function describeGaps({ locale }: Cx, found: LoadedFramework, candidates: readonly Step[]): Assessment['gaps'] {
  return gapsOf(candidates).map(({ indicator, settled, next }) => ({
    indicator: indicator.id,
    title: indicator.text.title[locale],
    theme: indicator.theme.id,
    state: settled.state,
    from: levelOrNull(settled.level),
    to: next === null ? null : Level.parse(nextLevel(settled)),
    sentence: next === null ? null : sentenceOf(found, { indicator: indicator.id, level: nextLevel(settled) }, locale),
    missing: next?.wouldMakeTrue?.length ?? 0,
    reachable: next !== null && next.wouldMakeTrue !== null,
  }));
}

const levelOrNull = (level: number | null): Assessment['nextActions'][number]['from'] =>
  level === null ? null : Level.parse(level);

/** Whether this reader is told what a reader of facts answers. */
type Told = (reader: Reader) => boolean;

/** The three next steps with the effect that each would have, and all of them together. */
function describeNext(
  cx: Cx,
  found: LoadedFramework,
  { candidates, present, told }: { candidates: readonly Step[]; present: Present; told: Told },
): Pick<Assessment, 'nextActions' | 'together'> {
  const steps = nextSteps(candidates, NEXT);
  const all = foresee(
    present,
    together(
      steps.flatMap(({ next }) => next?.wouldMakeTrue ?? []),
      found.rules.vocabulary,
    ),
  );
  return {
    nextActions: steps.map((step) => describeStep(cx, found, { step, present, told })),
    together: steps.length === 0 ? null : sameIndicators(present.score, all.score),
  };
}

function describeStep(
  { locale }: Cx,
  found: LoadedFramework,
  { step, present, told }: { step: Step; present: Present; told: Told },
): Assessment['nextActions'][number] {
  const {
    indicator: { id, theme },
    settled,
    next,
    hours,
  } = step;
  const changes = next?.wouldMakeTrue ?? [];
  const after = foresee(present, changes);
  const titleOf = (indicator: string): string => found.indicator(indicator)?.text.title[locale] ?? indicator;
  return {
    indicator: id,
    ...sayAction(found, { indicator: id, level: nextLevel(settled) }, locale),
    hours: hours[nextLevel(settled)] ?? null,
    from: levelOrNull(settled.level),
    to: Level.parse(after.indicators.find((i) => i.id === id)?.to ?? nextLevel(settled)),
    theme: {
      id: theme.id,
      title: theme.title[locale],
      from: themeLevel(present.score, theme.id),
      to: themeLevel(after.score, theme.id),
    },
    indicators: after.indicators
      .filter((i) => i.id !== id)
      .map((i) => ({ id: i.id, title: titleOf(i.id), from: levelOrNull(i.from), to: levelOrNull(i.to) })),
    objectives: after.objectives
      .filter(({ reader }) => told(reader))
      .map(({ reader, from, to }) => ({
        of: reader.of,
        id: reader.id,
        title: reader.title[locale],
        from: Verdict.parse(from),
        to: Verdict.parse(to),
      })),
    alsoServes: readersOf(
      changes.map((c) => c.key),
      { of: found.id, id },
    ).map((r) => r.title[locale]),
  };
}
