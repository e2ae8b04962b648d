import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import type { Place } from '../places.ts';

/** Whether a role given there to this account counts without the person's word. */
export async function countsAtOnce(cx: Cx, account: string, { kind, organisation }: Place): Promise<boolean> {
  const { rows } = await sql<{
    now: boolean;
  }>`select access.counts_at_once(${account}::uuid, ${kind}, ${organisation}) as now`.execute(cx.tx);
  return rows[0]?.now === true;
}

/** Keeps the link of a pending role, in place of the one before. */
export async function ask(cx: Cx, hold: string, { hash, until }: { hash: string; until: Date }): Promise<void> {
  await sql`select access.ask_acceptance(${hold}::uuid, ${hash}, ${cx.now()}, ${until})`.execute(cx.tx);
}

export interface Asked extends Place {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly until: Date | null;
  readonly giver: string | null;
  readonly vouched_kind: string;
  readonly vouched_organisation: string;
  readonly expires: Date;
}
/** What this link asks and whom; undefined when it is none, was used or is too old. */
export async function asked(cx: Cx, hash: string): Promise<Asked | undefined> {
  return (await sql<Asked>`select * from access.asked(${hash}, ${cx.now()})`.execute(cx.tx)).rows[0];
}
/** Uses the link. False when somebody was faster, or when it is not one's own. */
export async function answer(cx: Cx, hash: string, accepts: boolean): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select access.answer_asked(${hash}, ${accepts}, ${cx.now()}) as done`.execute(cx.tx);
  return rows[0]?.done === true;
}

/** Of these roles, those that wait for acceptance by a link that still works, with its end. */
export async function linksUntil(cx: Cx, holds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{
    membership: string;
    expires: Date;
  }>`select * from access.asked_until(${[...holds]}::uuid[]) where expires > ${cx.now()}`.execute(cx.tx);
  return new Map(rows.map((row) => [row.membership, row.expires]));
}
