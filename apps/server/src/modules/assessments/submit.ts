import { evaluateFramework } from '@egide/engines/rules';
import { actorAccount, actorName } from '../../platform/actor.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { visibleFacility } from '../access/index.ts';
import { factsOf } from '../evidence/index.ts';
import { framework } from '../frameworks/index.ts';
import { can } from './policy.ts';
import { addSubmission, type SubmissionRow } from './store.ts';

/** Lets a dated snapshot out of the walls: levels, states and coverage, no fact and no words. */
export async function submit(
  cx: Cx,
  input: { finess: string; framework: string; comment?: string | undefined },
): Promise<SubmissionRow> {
  const { finess } = input;
  await visibleFacility(cx, finess, () => can.read(cx.actor, finess));
  const found = framework(input.framework);
  if (!found) throw refuse('not-found');
  cx.allow(can.submit(cx.actor, finess) || 'only-director-submits');
  const score = evaluateFramework(found.rules, await factsOf(cx, finess), cx.now().getTime());
  if (score.level === null) throw refuse('nothing-known');
  const themes = score.dimensions.flatMap((d) => d.themes);
  const row: SubmissionRow = {
    legal_entity: finess,
    id: cx.newId(),
    framework: found.id,
    edition: found.version,
    at: cx.now(),
    submitted_by: actorAccount(cx.actor),
    submitted_by_name: actorName(cx.actor),
    level: score.level,
    known: score.coverage.known,
    total: score.coverage.total,
    themes: themes.map((t) => ({ id: t.id, level: t.level, ...t.coverage })),
    indicators: themes.flatMap((t) =>
      t.indicators.map(({ id, state, level, computed, declared }) => ({ id, state, level, computed, declared })),
    ),
    comment: input.comment ?? null,
  };
  await addSubmission(cx, row);
  await cx.record({
    chain: finess,
    action: 'assessments.submitted',
    object: row.id,
    detail: { framework: found.id, edition: found.version, level: row.level, known: row.known, total: row.total },
  });
  return row;
}
