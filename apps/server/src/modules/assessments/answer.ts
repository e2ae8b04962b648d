import { answerKey, type IndicatorAnswer, NOBODY_KNOWS, settleIndicator } from '@egide/engines/rules';
import { parisDay } from '@egide/kernel/days';
import { actorName } from '../../platform/actor.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { visibleFacility } from '../access/index.ts';
import { observationsOf, record, type Stored, toFacts } from '../evidence/index.ts';
import { framework, type LoadedIndicator } from '../frameworks/index.ts';
import { can } from './policy.ts';

export interface OfIndicator {
  readonly finess: string;
  readonly framework: string;
  readonly indicator: string;
}
export interface Answer extends OfIndicator {
  /** Null: nobody knows. */
  readonly level: number | null;
  readonly note?: string | undefined;
  /** Given to keep an answer that the facts contradict. */
  readonly justification?: string | undefined;
}
/** An indicator that this actor may answer, as it stands. */
export interface Standing {
  readonly found: LoadedIndicator;
  readonly settled: IndicatorAnswer;
  /** The observation that holds the present answer. */
  readonly present: Stored | null;
}

/** What is not inside the walls of the reader does not exist; whoever only reads may not answer. */
export async function standingOf(cx: Cx, { finess, framework: id, indicator }: OfIndicator): Promise<Standing> {
  await visibleFacility(cx, finess, () => can.read(cx.actor, finess));
  const found = framework(id)?.indicator(indicator);
  if (!found) throw refuse('not-found');
  cx.allow(can.answer(cx.actor, finess));
  const observations = await observationsOf(cx, finess);
  const settled = settleIndicator(found.rules, toFacts(observations), cx.now().getTime());
  return { found, settled, present: observations.find((o) => o.id === settled.declaredFact?.id) ?? null };
}

/** A person answers, confirms, or keeps another answer with a justification: one more observation in the ledger. */
export async function answer(cx: Cx, input: Answer): Promise<void> {
  const { finess, indicator } = input;
  const { settled, present } = await standingOf(cx, input);
  const { computed } = settled;
  const contradicts = computed !== null && input.level !== null && input.level !== computed;
  const kept = contradicts && input.justification !== undefined;
  const said = {
    value: input.level ?? NOBODY_KNOWS,
    note: input.justification ?? input.note,
    kept,
    name: actorName(cx.actor),
  };
  if (settled.state !== 'to-decide' && saysTheSame(present, said, cx.now())) return;
  await record(cx, finess, [
    {
      key: answerKey(input.framework, indicator),
      value: said.value,
      collected: cx.now().toISOString(),
      method: 'interview',
      trust: 'declared',
      source: { kind: 'person', label: said.name, ...(kept ? { ref: { kept: true } } : {}) },
      note: said.note,
    },
  ]);
  await cx.record({
    chain: finess,
    action: 'assessments.indicator-answered',
    object: `${input.framework} ${indicator}`,
    detail: { level: input.level, computed, kept },
  });
}

/**
 * The same person saying the same on the same day (Paris) adds nothing: validity is counted in days, so no answer of the
 * rules could differ. On another day it renews the answer, from somebody else it confirms it: both are worth a line.
 */
export function saysTheSame(
  present: Pick<Stored, 'value' | 'note' | 'collected' | 'source' | 'author_name'> | null,
  said: { value: number | string; note: string | undefined; kept: boolean; name: string },
  now: Date,
): boolean {
  return (
    present !== null &&
    present.value === said.value &&
    (said.note === undefined || (present.note ?? '') === said.note) &&
    (present.source.kept === true) === said.kept &&
    present.author_name === said.name &&
    parisDay(present.collected.getTime()) === parisDay(now.getTime())
  );
}
