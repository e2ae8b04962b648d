import type { Indicator } from '@egide/contract/assessments';
import { useShortcuts } from '../../ui/keys.ts';
import { useAnswer } from './answer.ts';

/** The level chosen, by hand or by key: sent once it has settled, or held until its reason is given when the facts say another. */
export function useLevelChoice(finess: string, indicator: Indicator) {
  const { can, computed, declared, level, state } = indicator;
  const answer = useAnswer(finess, indicator.id);
  const { pending, draft } = answer;
  // A reason on its way is no longer asked for; a refused one is, with its words.
  const keeping = pending?.input.justification === undefined ? (draft.keeping ?? null) : null;
  const given = pending?.input.level;
  const chosen = keeping ?? (given === undefined ? (level ?? declared) : given);
  const keep = (next: number | null) =>
    answer.type({ keeping: next ?? undefined, ...(next === null ? { why: undefined } : {}) });
  const give = (next: number | null) => {
    keep(null);
    answer.now({ level: next });
  };
  const choose = (next: number) => {
    if (!can.answer) return;
    if (computed !== null && next !== computed) return keep(next);
    keep(null);
    answer.soon({ level: next });
  };
  const retain = () => {
    if (pending) answer.flush();
    else if (can.answer && computed !== null && keeping === null && state !== 'confirmed') give(computed);
  };
  useShortcuts({
    ...Object.fromEntries([0, 1, 2, 3, 4].map((one) => [String(one), () => choose(one)])),
    enter: retain,
  });
  return { answer, chosen, keeping, keep, give, choose };
}
