import type { Indicator } from '@egide/contract/assessments';
import { Level } from '@egide/contract/shapes';
import {
  type IndicatorAnswer,
  ledgerOf,
  type Ledger,
  type Settled,
  settled,
  settleIndicator,
} from '@egide/engines/rules';
import { yearBefore } from '@egide/kernel/days';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { visibleFacility } from '../access/index.ts';
import { observationsOf, type Stored, toFacts, traceInside, viewerOf } from '../evidence/index.ts';
import {
  framework,
  type LoadedFramework,
  type LoadedIndicator,
  readersOf,
  tellChange,
  tellReason,
  tellReference,
  tellShift,
  tellStanding,
} from '../frameworks/index.ts';
import { rights } from './describe-assessment.ts';
import { can } from './policy.ts';

/** One indicator with everything that its page shows: levels, reasons, facts, what would change it. */
export async function describeIndicator(
  cx: Cx,
  input: { finess: string; framework: string; indicator: string },
): Promise<Indicator> {
  const { finess } = input;
  await visibleFacility(cx, finess, () => can.read(cx.actor, finess));
  const found = framework(input.framework);
  const indicator = found?.indicator(input.indicator);
  if (!found || !indicator) throw refuse('not-found');
  const stored = await observationsOf(cx, finess, indicator.keys);
  const ledger = ledgerOf(toFacts(stored), found.rules.vocabulary);
  const answer = settleIndicator(indicator.rules, ledger, cx.now().getTime());
  const viewer = await viewerOf(cx, finess, stored);
  const byId = new Map(stored.map((o) => [o.id, o]));
  const pick = (ids: readonly string[]): Stored[] => [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const used = pick([...answer.because, ...answer.levels.flatMap((l) => l.because)].map((f) => f.id));
  await traceInside(
    cx,
    { finess, page: 'indicator', subject: { id: indicator.id, title: indicator.text.title } },
    used.concat(pick(answer.declaredFact ? [answer.declaredFact.id] : [])),
  );
  const deciding = answer.next?.because.at(0) ?? answer.because.at(0);
  const { computed, declared, level } = answer;
  const telling = { locale: cx.locale, at: cx.now() };
  return {
    id: indicator.id,
    title: indicator.text.title[cx.locale],
    state: answer.state,
    level: level === null ? null : Level.parse(level),
    computed: computed === null ? null : Level.parse(computed),
    declared: declared === null ? null : Level.parse(declared),
    contradiction: answer.contradiction,
    question: indicator.text.question[cx.locale],
    theme: { id: indicator.theme.id, title: indicator.theme.title[cx.locale] },
    kind: indicator.text.kind,
    measures: [...indicator.text.measures],
    reference: tellReference(indicator.text.reference),
    proposed: indicator.text.proposed === true,
    levels: describeLevels(cx, indicator, { settled: answer, before: yearAgo(indicator, ledger, cx) }),
    verdict: tellStanding(answer, telling),
    changes: (answer.next?.wouldMakeTrue ?? []).map((c) => tellChange(c, telling)),
    changesAt: answer.changesAt,
    changesText: tellShift(answer, becoming(indicator, ledger, answer), telling),
    declaredBy: describeDeclared(answer, stored),
    deciding: pick(deciding ? [deciding.id] : []).map((o) => viewer.show(o))[0] ?? null,
    facts: used.map((o) => viewer.show(o)),
    alsoServes: readersOf(
      used.map((o) => o.key),
      { of: found.id, id: indicator.id },
    ).map((r) => r.title[cx.locale]),
    ...neighbours(found, indicator),
    can: rights(cx, finess),
  };
}

/** How the indicator stands from the day on which it changes by itself. */
const becoming = (indicator: LoadedIndicator, ledger: Ledger, { changesAt }: IndicatorAnswer): Settled | null =>
  changesAt === null ? null : settled(indicator.rules, ledger, Date.parse(changesAt));

const yearAgo = (indicator: LoadedIndicator, ledger: Ledger, cx: Cx): number | null =>
  settled(indicator.rules, ledger, yearBefore(cx.now().getTime())).level;

function describeLevels(
  cx: Cx,
  indicator: LoadedIndicator,
  { settled, before }: { settled: IndicatorAnswer; before: number | null },
): Indicator['levels'] {
  return indicator.text.levels.map(({ level, sentence }) => {
    const judged = level === 0 || indicator.text.kind === 'asked' ? undefined : settled.levels[level - 1];
    return {
      level: Level.parse(level),
      sentence: sentence[cx.locale],
      verdict: judged?.verdict ?? null,
      reasons: judged ? tellReason(judged.reasons, { locale: cx.locale, at: cx.now() }) : null,
      yearAgo: before === level,
    };
  });
}

function describeDeclared({ declaredFact }: IndicatorAnswer, stored: readonly Stored[]): Indicator['declaredBy'] {
  const o = declaredFact && stored.find((s) => s.id === declaredFact.id);
  // Whoever changed the comment later is in the history; the answer stays that of its source.
  return o
    ? { id: o.id, name: o.source_label, at: o.collected.toISOString(), note: o.note, kept: o.source.kept === true }
    : null;
}

function neighbours(
  { indicators }: LoadedFramework,
  { id }: LoadedIndicator,
): { previous: string | null; next: string | null } {
  const i = indicators.findIndex((x) => x.id === id);
  return { previous: indicators[i - 1]?.id ?? null, next: indicators[i + 1]?.id ?? null };
}
