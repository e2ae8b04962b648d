import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { observationsOf, withdrawFact } from '../evidence/index.ts';
import { type OfIndicator, standingOf } from './answer.ts';

/** Takes an answer back: the indicator stands exactly as if it had never been given. */
export async function takeBackAnswer(cx: Cx, input: OfIndicator & { readonly id: string }): Promise<void> {
  const { found } = await standingOf(cx, input);
  const { finess, id } = input;
  if (!(await observationsOf(cx, finess)).some((o) => o.id === id && o.key === found.rules.answerKey))
    throw refuse('not-found');
  await withdrawFact(cx, { finess, id });
  await cx.record({
    chain: finess,
    action: 'assessments.answer-taken-back',
    object: `${input.framework} ${input.indicator}`,
  });
}
