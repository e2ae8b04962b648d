import { answerIndicator, readAssessment, type Indicator } from '@egide/contract/assessments';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { nowMs } from '../../clock.ts';
import type { Saving } from '../../ui/status.tsx';
import { FRAMEWORK, indicatorQuery } from './queries.ts';

export interface Answer { level: number | null; note?: string; justification?: string }

/** Time to change one's mind between two radios before the choice becomes an observation. */
const SETTLE = 1200;

/** Sends answers: at once, or once the hand has settled. The page shows what will be kept while it waits. */
export function useAnswer(finess: string, indicator: Indicator) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<Answer | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<Answer | null>(null);
  const send = useMutation({
    mutationFn: (answer: Answer) => call(answerIndicator, { params: { finess, framework: FRAMEWORK, indicator: indicator.id }, body: answer }),
    onSuccess: async (next) => {
      client.setQueryData(indicatorQuery(finess, indicator.id).queryKey, next);
      setWaiting(null);
      setSavedAt(nowMs());
      await client.invalidateQueries({ queryKey: about(readAssessment) });
    },
    onError: () => setWaiting(null),
  });
  const { mutate } = send;
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current) mutate(pending.current);
    pending.current = null;
  }, [mutate]);
  const now = (answer: Answer) => { pending.current = answer; setWaiting(answer); flush(); };
  const soon = (answer: Answer) => {
    clearTimeout(timer.current);
    pending.current = answer;
    setWaiting(answer);
    timer.current = setTimeout(flush, SETTLE);
  };
  // Leaving the page does not lose what was chosen a moment ago.
  useEffect(() => flush, [flush]);
  const saving: Saving = waiting || send.isPending ? { state: 'saving' } : savedAt === null ? { state: 'idle' } : { state: 'saved', at: savedAt };
  return { now, soon, flush, waiting, saving, error: send.error, busy: send.isPending };
}
