import { answerKey, NOBODY_KNOWS, settleIndicator } from '@egide/engines/rules';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { factsOf, record } from '../evidence/index.ts';
import { facility } from '../facilities/index.ts';
import { framework } from '../frameworks/index.ts';
import { can } from './policy.ts';

export interface Answer {
  readonly finess: string;
  readonly framework: string;
  readonly indicator: string;
  /** Null: nobody knows. */
  readonly level: number | null;
  readonly note?: string | undefined;
  /** Given to keep an answer that the facts contradict. */
  readonly justification?: string | undefined;
}

/** A person answers, confirms, or keeps another answer with a justification: one more observation in the ledger. */
export async function answer(cx: Cx, input: Answer): Promise<void> {
  const { finess, indicator } = input;
  if (!(await facility(cx, finess)) || !cx.sees(can.read(cx.actor, finess))) throw refuse('not-found');
  const found = framework(input.framework)?.indicator(indicator);
  if (!found) throw refuse('not-found');
  cx.allow(can.answer(cx.actor, finess));
  const { computed } = settleIndicator(found.rules, await factsOf(cx, finess), cx.now().getTime());
  const contradicts = computed !== null && input.level !== null && input.level !== computed;
  const kept = contradicts && input.justification !== undefined;
  const name = cx.actor.kind === 'person' || cx.actor.kind === 'service' ? cx.actor.name : cx.actor.kind;
  await record(cx, finess, [{
    key: answerKey(input.framework, indicator), value: input.level ?? NOBODY_KNOWS, collected: cx.now().toISOString(), method: 'interview', trust: 'declared',
    source: { kind: 'person', label: name, ...(kept ? { ref: { kept: true } } : {}) }, note: input.justification ?? input.note,
  }]);
  await cx.record({ chain: finess, action: 'assessments.indicator-answered', object: `${input.framework} ${indicator}`, detail: { level: input.level, computed, kept } });
}
