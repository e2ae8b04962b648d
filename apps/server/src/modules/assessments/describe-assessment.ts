import type { Assessment, SubmissionLine } from '@egide/contract/assessments';
import { type Answer, evaluateFramework, type IndicatorAnswer, ledgerOf, settleIndicator, type Ledger, type Settled } from '@egide/engines/rules';
import { Level } from '@egide/contract/shapes';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { say } from '../../platform/words.ts';
import { factsOf } from '../evidence/index.ts';
import { facility } from '../facilities/index.ts';
import { framework, type LoadedFramework, type LoadedIndicator, readersOf } from '../frameworks/index.ts';
import { nextActions } from './next-actions.ts';
import { can } from './policy.ts';
import { submissionsOf, type SubmissionRow } from './store.ts';
import { sayAction, sayGains } from './words.ts';

const YEAR_MS = 365 * 86_400_000;
const NEXT = 3;

/** Where the facility stands at this instant, a year ago, and what to do next; everything judged anew from the ledger. */
export async function describeAssessment(cx: Cx, input: { finess: string; framework: string }): Promise<Assessment> {
  const place = await facility(cx, input.finess);
  const found = framework(input.framework);
  if (!place || !found || !cx.sees(can.read(cx.actor, input.finess))) throw refuse('not-found');
  const now = cx.now().getTime();
  const ledger = ledgerOf(await factsOf(cx, input.finess), found.rules.vocabulary);
  const [score, before] = [evaluateFramework(found.rules, ledger, now), evaluateFramework(found.rules, ledger, now - YEAR_MS)];
  const dimension = found.text.dimensions[0];
  if (!dimension) throw new Error('a framework has at least one dimension');
  const settled = score.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators));
  const was = new Map(before.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators.map((i) => [i.id, i] as const))));
  return {
    finess: input.finess, name: place.name, at: cx.now().toISOString(),
    framework: { id: found.id, edition: found.version, title: found.text.title[cx.locale], transcription: found.text.transcription?.[cx.locale] ?? '' },
    dimension: { id: dimension.id, title: dimension.title[cx.locale] },
    level: score.level, ...score.coverage, yearAgo: { level: before.level, ...before.coverage, at: new Date(now - YEAR_MS).toISOString() },
    themes: score.dimensions.flatMap((d, i) => d.themes.map((t, j) => ({
      id: t.id, title: found.titleOf(t.id)[cx.locale], level: t.level, ...t.coverage,
      yearAgo: { level: before.dimensions[i]?.themes[j]?.level ?? null, known: before.dimensions[i]?.themes[j]?.coverage.known ?? 0, total: t.coverage.total },
      indicators: t.indicators.map((s) => ({ ...s, title: found.indicator(s.id)?.text.title[cx.locale] ?? s.id })),
    }))),
    counts: countStates(settled), ...sayGains(found, { settled, was }, cx.locale), nextActions: describeNext(cx, found, ledger),
    submissions: (await submissionsOf(cx, input.finess, found.id)).map(toLine), can: rights(cx, input.finess),
  };
}

const countStates = (settled: readonly Settled[]): Assessment['counts'] => {
  const counts = { confirmed: 0, 'to-confirm': 0, 'to-decide': 0, expired: 0, unanswered: 0 };
  for (const { state } of settled) counts[state]++;
  return counts;
};

export const rights = (cx: Cx, finess: string): Assessment['can'] => {
  const [answer, submit] = [can.answer(cx.actor, finess), can.submit(cx.actor, finess)];
  return { answer, submit, why: submit ? null : say(cx.locale, answer ? 'assessments.only-director' : 'assessments.read-only') };
};

export const toLine = (s: SubmissionRow): SubmissionLine => ({ id: s.id, at: s.at.toISOString(), by: s.submitted_by_name, edition: s.edition, level: s.level, known: s.known, total: s.total, comment: s.comment });

function describeNext(cx: Cx, found: LoadedFramework, ledger: Ledger): Assessment['nextActions'] {
  const now = cx.now().getTime();
  const answers = new Map<string, IndicatorAnswer>();
  const candidates = found.indicators.map((i) => {
    const settled = settleIndicator(i.rules, ledger, now);
    answers.set(i.id, settled);
    return { settled, theme: i.theme.id, next: settled.next, hours: hoursOf(i), servesAlso: readersOf(keysOfChanges(settled.next), { of: found.id, id: i.id }).length };
  });
  return nextActions(candidates, NEXT).map((e) => {
    const next = answers.get(e.indicator)?.next ?? null;
    return {
      indicator: e.indicator, ...sayAction(found, e, cx.locale), hours: e.hours, from: e.from === null ? null : Level.parse(e.from), to: Level.parse(e.to),
      theme: { id: e.theme, title: found.titleOf(e.theme)[cx.locale], from: e.themeFrom, to: e.themeTo },
      alsoServes: readersOf(keysOfChanges(next), { of: found.id, id: e.indicator }).map((r) => r.title[cx.locale]),
    };
  });
}

const keysOfChanges = (next: Answer | null): string[] => (next?.wouldMakeTrue ?? []).map((c) => c.key);
const hoursOf = ({ text }: LoadedIndicator): Record<number, number> => Object.fromEntries(Object.entries(text.steps ?? {}).map(([level, step]) => [level, step.hours]));
