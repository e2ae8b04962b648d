import { sql } from 'kysely';
import type { Head } from '@egide/engines/seal';
import type { ActorLabel } from '../actor.ts';
import type { Cx } from '../cx.ts';

export interface EntryRow {
  readonly seq: number;
  readonly entry: string;
  readonly hash: string;
}
type Tables = {
  'audit_log.entries': EntryRow & { chain: string; action: string; at: string };
  'audit_log.heads': Head;
};
const tables = (cx: Cx) => cx.tx.withTables<Tables>();
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Filters of a search; instants in UTC as `toISOString` writes them, which is how entries have them. */
export interface Search {
  /** An action, or the part before its dot. */
  readonly action?: string | undefined;
  /** Part of a name, or an account. */
  readonly actor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly before?: number | undefined;
}

/** Entries of a chain that fit, the last first. */
export function searchEntries(cx: Cx, chain: string, search: Search & { readonly limit: number }): Promise<EntryRow[]> {
  let found = tables(cx).selectFrom('audit_log.entries').select(['seq', 'entry', 'hash']).where('chain', '=', chain);
  const { action, actor, from, to, text, before, limit } = search;
  if (before !== undefined) found = found.where('seq', '<', before);
  if (action !== undefined)
    found = found.where((e) => e.or([e('action', '=', action), e('action', 'like', `${literal(action)}.%`)]));
  if (from !== undefined) found = found.where('at', '>=', from);
  if (to !== undefined) found = found.where('at', '<=', to);
  if (actor !== undefined)
    found = found.where(
      sql<boolean>`(entry::jsonb #>> '{actor,name}' ilike ${`%${literal(actor)}%`} or entry::jsonb #>> '{actor,account}' = ${actor})`,
    );
  if (text !== undefined) found = found.where('entry', 'ilike', `%${literal(text)}%`);
  return found.orderBy('seq', 'desc').limit(limit).execute();
}

/** The last entry of a chain whose action fits a pattern of `like`; null when there is none. */
export async function lastEntryLike(
  cx: Cx,
  chain: string,
  pattern: string,
): Promise<{ at: string; actor: ActorLabel } | null> {
  const row = await tables(cx)
    .selectFrom('audit_log.entries')
    .select('entry')
    .where('chain', '=', chain)
    .where('action', 'like', pattern)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  // Safe: entries are written by one function, in this form.
  return row ? (JSON.parse(row.entry) as { at: string; actor: ActorLabel }) : null;
}

/** Ends of the chains that this reader sees, or of those asked for. */
export const headsOf = (cx: Cx, chains?: readonly string[]): Promise<Head[]> => {
  const all = tables(cx).selectFrom('audit_log.heads').select(['chain', 'seq', 'hash']).orderBy('chain');
  return (chains === undefined ? all : all.where('chain', 'in', [...chains])).execute();
};

/** Entries of a chain behind `after`, up to `until`, in their order. */
export const nextEntries = (
  cx: Cx,
  { chain, after, until, limit }: { chain: string; after: number; until: number; limit: number },
): Promise<EntryRow[]> =>
  tables(cx)
    .selectFrom('audit_log.entries')
    .select(['seq', 'entry', 'hash'])
    .where('chain', '=', chain)
    .where('seq', '>', after)
    .where('seq', '<=', until)
    .orderBy('seq')
    .limit(limit)
    .execute();
