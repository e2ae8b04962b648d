import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useMe } from '../../session.ts';
import type { Saving } from '../../ui/status.tsx';
import { m } from '../../ui/words.ts';
import type { Draft } from './drafts.ts';
import type { Held, Input } from './outbox.ts';
import { draftKey, unsentOf } from './unsent.ts';

/** Milliseconds to change one's mind between two radios before the choice becomes an observation. */
const SETTLE = 1200;

/** What is typed and given for one indicator; it outlives this page, and leaves it at once when the page is left. */
export function useAnswer(finess: string, indicator: string) {
  const { box, drafts, writer } = unsentOf(useQueryClient());
  // Read again when somebody signs in: drafts and inputs belong to one person.
  useMe();
  const by = writer();
  const to = { by, finess, indicator };
  const key = draftKey(to);
  const held = useSyncExternalStore(box.subscribe, () => box.at(to));
  const waiting = useSyncExternalStore(box.subscribe, () => box.waiting(by));
  const savedAt = useSyncExternalStore(box.subscribe, () => box.arrivedAt(to));
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.at(key));
  const flush = useCallback(() => box.flush({ by, finess, indicator }), [box, by, finess, indicator]);
  useEffect(() => flush, [flush]);
  return {
    now: (input: Input) => box.put(to, input),
    soon: (input: Input) => box.put(to, input, SETTLE),
    flush,
    /** Given and neither arrived nor refused. */
    pending: held === null || held.state === 'refused' ? null : held,
    draft,
    type: (part: Draft) => drafts.put(key, part),
    saving: savingOf({ held, waiting, savedAt, draft }),
    refusal: held?.state === 'refused' ? held.error : null,
    again: () => box.again(to),
  };
}

interface Fate {
  held: Held | null;
  waiting: number;
  savedAt: number | null;
  draft: Draft;
}

/** What became of the last input here; what waits elsewhere counts too. */
function savingOf({ held, waiting, savedAt, draft }: Fate): Saving {
  if (waiting > 0) return { state: 'waiting', count: waiting };
  if (held?.state === 'settling' || held?.state === 'sending') return { state: 'saving' };
  if (draft.keeping !== undefined) return { state: 'unsaved', why: m.assess_unsaved({ level: draft.keeping }) };
  if (savedAt === null || held?.state === 'refused') return { state: 'idle' };
  return { state: 'saved', at: savedAt };
}
