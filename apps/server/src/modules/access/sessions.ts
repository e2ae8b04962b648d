import { INSTANCE } from '../../platform/audit-log/entry.ts';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import * as store from './store.ts';

function person(cx: Cx) {
  if (cx.actor.kind !== 'person' || cx.actor.session === null) throw refuse('session-required');
  return { account: cx.actor.account, session: cx.actor.session };
}

export async function listSessions(cx: Cx) {
  const me = person(cx);
  const rows = await store.sessionsOf(cx, me.account);
  return {
    sessions: rows.map((s) => ({
      id: s.id,
      opened: s.opened.toISOString(),
      seen: s.seen.toISOString(),
      agent: s.agent,
      address: s.address,
      current: s.id === me.session,
    })),
  };
}

export async function endSession(cx: Cx, input: { session: string }): Promise<void> {
  const me = person(cx);
  if (!(await store.removeSession(cx, me.account, input.session))) throw refuse('not-found');
  await cx.record({
    chain: INSTANCE,
    action: 'access.signed-out',
    object: me.account,
    detail: { session: input.session },
  });
}

export const signOut = (cx: Cx): Promise<void> => endSession(cx, { session: person(cx).session });

export async function signOutEverywhere(cx: Cx): Promise<void> {
  const me = person(cx);
  await store.removeSessions(cx, me.account);
  await cx.record({ chain: INSTANCE, action: 'access.signed-out', object: me.account, detail: { everywhere: true } });
}
