import { actorName } from '../../platform/actor.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { record, sameEnd } from '../evidence/index.ts';
import { vocabulary } from '../frameworks/index.ts';
import { type OfIndicator, standingOf } from './answer.ts';

/** Shortest justification of an answer that the facts contradict, in characters. */
const JUSTIFICATION = 10;

/** Changes the words of the present answer: the same answer, of the same day, corrected. Who answered stays its source. */
export async function annotateAnswer(cx: Cx, input: OfIndicator & { readonly note: string }): Promise<void> {
  const { present } = await standingOf(cx, input);
  const { finess, note } = input;
  if (present === null || present.owner !== finess) throw refuse('answer-missing');
  if (present.source.kept === true && note.length < JUSTIFICATION)
    throw refuse('justification-needed', { count: JUSTIFICATION });
  if ((present.note ?? '') === note) return;
  await record(cx, finess, [
    {
      key: present.key,
      value: present.value,
      collected: present.collected_day ?? present.collected.toISOString(),
      expires: sameEnd(present, vocabulary()),
      method: present.method,
      trust: present.trust,
      source: { kind: 'person', label: present.source_label, ref: present.source },
      corrects: present.id,
      ...(note === '' ? {} : { note }),
    },
  ]);
  await cx.record({
    chain: finess,
    action: 'assessments.answer-annotated',
    object: `${input.framework} ${input.indicator}`,
    detail: { by: actorName(cx.actor) },
  });
}
