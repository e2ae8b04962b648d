import {
  annotateAnswer,
  answerIndicator,
  readAssessment,
  takeBackAnswer,
  type Indicator,
} from '@egide/contract/assessments';
import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import { about } from '../../api/ask.ts';
import { call } from '../../api/call.ts';
import { isProblem, NoAnswer } from '../../api/problem.ts';
import { answering } from '../../api/reach.ts';
import { nowMs } from '../../clock.ts';
import { meQuery } from '../../session.ts';
import { say } from '../../ui/toast.tsx';
import { m } from '../../ui/words.ts';
import { makeDrafts } from './drafts.ts';
import { type Address, type Input, Outbox } from './outbox.ts';
import { FRAMEWORK, indicatorQuery } from './queries.ts';

export type Unsent = ReturnType<typeof open>;
const opened = new WeakMap<QueryClient, Unsent>();

/** What was typed and given in this window and has not arrived; one for all pages, for as long as the window is open. */
export function unsentOf(client: QueryClient): Unsent {
  const known = opened.get(client) ?? open(client);
  opened.set(client, known);
  return known;
}

export const draftKey = (to: Address): string => JSON.stringify([to.by, to.finess, to.indicator]);

function open(client: QueryClient) {
  const here = () => client.getQueryData(meQuery.queryKey)?.account ?? null;
  const drafts = makeDrafts();
  // Whoever was here when the session ended is still the one who types.
  let writer = here() ?? '';
  client.getQueryCache().subscribe(() => {
    writer = here() ?? writer;
  });
  const box = new Outbox({
    send: async (to, input) => {
      const { said, back } = await send(client, to, input);
      forget(drafts, to, input);
      if (said !== undefined) say(said, back === undefined ? undefined : () => box.put(to, { back }));
    },
    waits: (error) => error instanceof NoAnswer || isProblem(error, 'session-required'),
    open: (by) => answering() && here() === by,
    now: nowMs,
  });
  addEventListener('beforeunload', (event) => {
    const leaving = box.closing();
    if (leaving || drafts.any()) event.preventDefault();
  });
  return { box, drafts, writer: () => writer };
}

/** What has arrived is no longer a draft, unless it went on being typed. */
function forget(drafts: ReturnType<typeof makeDrafts>, to: Address, { level, note, justification }: Input): void {
  const { keeping, why, note: typed } = drafts.at(draftKey(to));
  drafts.put(draftKey(to), {
    ...(typed?.trim() === note ? { note: undefined } : {}),
    ...(justification !== undefined && why?.trim() === justification ? { why: undefined } : {}),
    ...(level !== undefined && keeping === level ? { keeping: undefined } : {}),
  });
}

/** Sends one input and shows what the indicator says from then on; answers what to say of it, with the answer that may be taken back. */
async function send(client: QueryClient, to: Address, input: Input): Promise<{ said?: string; back?: string }> {
  const { queryKey } = indicatorQuery(to.finess, to.indicator);
  const before = client.getQueryData<Indicator>(queryKey);
  // Heard by the whole window like any other change: silence and the end of a session are told by the shell.
  const next = await new MutationObserver(client, { mutationFn: () => callFor(to, input) }).mutate();
  client.setQueryData(queryKey, next);
  void client.invalidateQueries({ queryKey: about(readAssessment) });
  if (input.back !== undefined) return { said: m.assess_taken_back({ id: to.indicator }) };
  const id = next.declaredBy?.id;
  if (input.level === undefined || id === undefined || id === before?.declaredBy?.id) return {};
  return { said: saidOf(input.level, to.indicator, before?.declared ?? null), back: id };
}

function callFor({ finess, indicator }: Address, { level, back, ...words }: Input): Promise<Indicator> {
  const params = { finess, framework: FRAMEWORK, indicator };
  if (back !== undefined) return call(takeBackAnswer, { params: { ...params, id: back } });
  if (level === undefined) return call(annotateAnswer, { params, body: { note: words.note ?? '' } });
  return call(answerIndicator, { params, body: { level, ...words } });
}

/** What was done, as the reader sees it: a level chosen, an answer taken away, or a mark where there was none. */
function saidOf(level: number | null, id: string, before: number | null): string {
  if (level !== null) return m.assess_said({ level, id });
  return before === null ? m.assess_said_unknown({ id }) : m.assess_said_removed({ id, level: before });
}
