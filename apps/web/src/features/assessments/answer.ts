import { answerIndicator, readAssessment, readIndicator, type Indicator } from '@egide/contract/assessments';
import { keyHistory, withdrawFact } from '@egide/contract/evidence';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem, NoAnswer } from '../../api/problem.ts';
import { useSilentSince } from '../../api/reach.ts';
import { nowMs } from '../../clock.ts';
import { useMe } from '../../session.ts';
import type { Saving } from '../../ui/status.tsx';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';
import { answerKey, FRAMEWORK, indicatorQuery } from './queries.ts';

export interface Answer {
  level: number | null;
  note?: string;
  justification?: string;
}

/** Time to change one's mind between two radios before the choice becomes an observation. */
const SETTLE = 1200;

/** What was not refused but could not be sent: it waits, and can be sent again. */
const waits = (error: unknown): boolean => error instanceof NoAnswer || isProblem(error, 'session-required');

/** Takes the last answer back; the ledger keeps both, and says again what it said before. */
function useTakeBack(finess: string, indicator: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { observations } = await call(keyHistory, { params: { finess, key: answerKey(indicator) } });
      const last = observations.find((one) => one.can.withdraw);
      if (last) await call(withdrawFact, { params: { finess, id: last.id } });
    },
    onSuccess: async () => {
      await Promise.all(
        [readAssessment, readIndicator].map((one) => client.invalidateQueries({ queryKey: about(one) })),
      );
      say(m.assess_taken_back({ id: indicator }));
    },
  });
}

/** Sends one answer, says what was kept and how to undo it. */
function useSend(finess: string, indicator: Indicator, onSettled: (kept: boolean) => void) {
  const client = useQueryClient();
  const back = useTakeBack(finess, indicator.id);
  const send = useMutation({
    mutationFn: (answer: Answer) =>
      call(answerIndicator, { params: { finess, framework: FRAMEWORK, indicator: indicator.id }, body: answer }),
    onSuccess: async (next, { level }) => {
      client.setQueryData(indicatorQuery(finess, indicator.id).queryKey, next);
      onSettled(true);
      if (level !== indicator.declared)
        say(
          level === null ? m.assess_said_unknown({ id: indicator.id }) : m.assess_said({ level, id: indicator.id }),
          () => back.mutate(),
        );
      await client.invalidateQueries({ queryKey: about(readAssessment) });
    },
    onError: (error) => {
      if (!waits(error)) onSettled(false);
    },
  });
  return { send, error: send.error ?? back.error };
}

/** Sends again what could not leave, once the service answers and the person is back. */
function useResume(again: (() => void) | null): void {
  const answering = useSilentSince() === null;
  const here = useMe() !== null;
  const ready = answering && here;
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (ready) latest.current?.();
  }, [ready]);
}

/** Sends answers: at once, or once the hand has settled. The page shows what will be kept while it waits. */
export function useAnswer(finess: string, indicator: Indicator) {
  const [waiting, setWaiting] = useState<Answer | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<Answer | null>(null);
  const { send, error } = useSend(finess, indicator, (kept) => {
    setWaiting(null);
    if (kept) setSavedAt(nowMs());
  });
  const { mutate } = send;
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current) mutate(pending.current);
    pending.current = null;
  }, [mutate]);
  const now = (answer: Answer) => {
    pending.current = answer;
    setWaiting(answer);
    flush();
  };
  const soon = (answer: Answer) => {
    clearTimeout(timer.current);
    pending.current = answer;
    setWaiting(answer);
    timer.current = setTimeout(flush, SETTLE);
  };
  // Leaving the page does not lose what was chosen a moment ago.
  useEffect(() => flush, [flush]);
  const stuck = waiting !== null && send.isError && waits(send.error);
  useResume(stuck ? () => now(waiting) : null);
  const saving: Saving = stuck
    ? { state: 'waiting', count: 1 }
    : waiting || send.isPending
      ? { state: 'saving' }
      : savedAt === null
        ? { state: 'idle' }
        : { state: 'saved', at: savedAt };
  return {
    now,
    soon,
    flush,
    waiting,
    saving,
    error,
    busy: send.isPending,
    again: stuck ? () => now(waiting) : undefined,
  };
}
