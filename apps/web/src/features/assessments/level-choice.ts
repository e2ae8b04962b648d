import type { Indicator } from '@egide/contract/assessments';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { useShortcuts } from '../../ui/keys.ts';
import { useAnswer, type Answer } from './answer.ts';

/** The level chosen, by hand or by key: sent once it has settled, or held until its reason is given when the facts say another. */
export function useLevelChoice(finess: string, indicator: Indicator) {
  const { can, computed, declared, level, state } = indicator;
  const answer = useAnswer(finess, indicator);
  const [keeping, keep] = useState<number | null>(null);
  const chosen = keeping ?? (answer.waiting ? answer.waiting.level : (level ?? declared));
  const give = (next: Answer) => {
    keep(null);
    answer.now(next);
  };
  const choose = (next: number) => {
    if (!can.answer) return;
    if (computed !== null && next !== computed) return keep(next);
    keep(null);
    answer.soon({ level: next });
  };
  const retain = () => {
    if (answer.waiting) answer.flush();
    else if (can.answer && computed !== null && keeping === null && state !== 'confirmed') give({ level: computed });
  };
  useLevelKeys({ finess, indicator, choose, retain });
  return { answer, chosen, keeping, keep, give, choose };
}

interface LevelKeys {
  finess: string;
  indicator: Indicator;
  choose: (level: number) => void;
  retain: () => void;
}

/** 0 to 4 choose, Enter keeps, J and K go on and back. */
function useLevelKeys({ finess, indicator, choose, retain }: LevelKeys) {
  const navigate = useNavigate();
  const go = (id: string | null) => {
    if (id) void navigate({ to: paths.indicator, params: { finess, indicator: id } });
  };
  useShortcuts({
    ...Object.fromEntries([0, 1, 2, 3, 4].map((level) => [String(level), () => choose(level)])),
    enter: retain,
    j: () => go(indicator.next),
    k: () => go(indicator.previous),
  });
}
