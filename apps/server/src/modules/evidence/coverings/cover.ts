import { type KeyEntry, lastInstant, startOf } from '@egide/engines/rules';
import { parisDayNumber } from '@egide/kernel/days';
import type { Cx } from '../../../platform/cx.ts';
import type { Fault } from '../../../platform/refusal.ts';
import { supportedMembers } from '../../facilities/index.ts';
import { addCoverings } from './store.ts';

/** Members that a fact shall cover, by number; `until`: last day, without end when absent. */
export interface Covers {
  readonly members: readonly string[];
  readonly until?: string | undefined;
}

/** Why this facility may not cover these: only the support entity of a GHT covers, and only those who are its members today; what no peer is shown covers nobody. */
export async function coverFaults(
  cx: Cx,
  { owner, key }: { owner: string; key: Pick<KeyEntry, 'withheld'> | undefined },
  { members, until }: Covers,
): Promise<Fault[]> {
  if (members.length === 0) return [];
  if (key?.withheld) return [{ at: '/covers', code: 'covers-withheld' }];
  const today = await supportedMembers(cx, owner);
  if (today.length === 0) return [{ at: '/covers', code: 'covers-not-support' }];
  const strangers = members.flatMap((finess, i) =>
    today.includes(finess) ? [] : [{ at: `/covers/${i}`, code: 'covers-not-member', params: { finess } }],
  );
  const over = until !== undefined && endOf(until) <= cx.now();
  return [...strangers, ...(over ? [{ at: '/coversUntil', code: 'covers-over', params: { value: until } }] : [])];
}

/** Gives each member reading of that one fact. Traced in the chain of the owner and of every member. */
export async function cover(
  cx: Cx,
  { owner, observation, key }: { owner: string; observation: string; key: string },
  { members, until }: Covers,
): Promise<void> {
  // In one order, so that two recordings never wait for each other's chains.
  const covered = [...new Set(members)].sort();
  if (covered.length === 0) return;
  await addCoverings(cx, { owner, observation, members: covered, until: until === undefined ? null : endOf(until) });
  await cx.record({
    chain: owner,
    action: 'evidence.members-covered',
    object: observation,
    detail: { key, members: covered },
  });
  for (const chain of covered)
    await cx.record({ chain, action: 'evidence.covered-by-group-fact', object: observation, detail: { key, owner } });
}

/** The end of a day in Paris. */
const endOf = (day: string): Date => new Date(lastInstant(parisDayNumber(startOf(day) ?? Number.NaN), { days: 0 }));
