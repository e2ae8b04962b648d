import type { Notice } from '@egide/formats';
import { sql } from 'kysely';
import { type ActorLabel, actorLabel } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import type { Guard } from '../imports/guards.ts';
import type { ReadFile } from '../imports/read-file.ts';
import type { Counts } from '../imports/records.ts';

type State = 'received' | 'previewed' | 'waiting' | 'published' | 'refused' | 'abandoned';
type Kept = {
  readonly batch: string;
  readonly name: string;
  readonly fictional: boolean;
  readonly licence: string | null;
  readonly file: ReadFile;
  readonly state: State;
  readonly counts: Counts;
  readonly guards: readonly Guard[];
  readonly notices: readonly Notice[];
};

/** Writes what is known of a batch after its reading, over what an earlier preview of it said. */
export async function keepBatch(
  cx: Cx,
  { batch, name, fictional, licence, file, state, counts, guards, notices }: Kept,
): Promise<void> {
  const [at, by] = [cx.now(), JSON.stringify(actorLabel(cx.actor))];
  const published = state === 'published';
  await sql`insert into facilities.batches (id, format, file_name, sha256, size, producer, data_day, licence, encoding, fictional, state, counts, guards, received, received_by, previewed, published, published_by)
    values (${batch}::uuid, ${file.format}, ${name}, ${file.sha256}, ${file.size}, ${file.producer}, ${file.day}::date, ${licence}, ${file.encoding}, ${fictional}, ${state}, ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(guards)}::jsonb,
      ${at}, ${by}::jsonb, ${at}, ${published ? at : null}::timestamptz, ${published ? by : null}::jsonb)
    on conflict (id) do update set format = excluded.format, producer = excluded.producer, data_day = excluded.data_day, encoding = excluded.encoding, state = excluded.state, counts = excluded.counts, guards = excluded.guards,
      problem = null, previewed = excluded.previewed, published = excluded.published, published_by = excluded.published_by`.execute(
    cx.tx,
  );
  await sql`delete from facilities.batch_notices where batch = ${batch}::uuid`.execute(cx.tx);
  await sql`delete from facilities.batch_changes where batch = ${batch}::uuid`.execute(cx.tx);
  if (published) await sql`delete from facilities.batch_pieces where batch = ${batch}::uuid`.execute(cx.tx);
  await sql`insert into facilities.batch_notices (batch, line, level, at, code, params)
    select ${batch}::uuid, n, x ->> 'level', x ->> 'at', x ->> 'code', x -> 'params' from jsonb_array_elements(${JSON.stringify(notices)}::jsonb) with ordinality as a (x, n)`.execute(
    cx.tx,
  );
}

/** The file with this hash was published before. */
export async function publishedWith(cx: Cx, sha256: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from facilities.batches where sha256 = ${sha256} and state = 'published' limit 1`.execute(cx.tx);
  return rows.length > 0;
}

/** Day of the data of the register as published, or null. */
export async function publishedDay(cx: Cx, fictional: boolean): Promise<string | null> {
  const { rows } = await sql<{
    day: string | null;
  }>`select max(data_day) as day from facilities.batches where state = 'published' and format = 'finess-plus' and fictional = ${fictional}`.execute(
    cx.tx,
  );
  return rows[0]?.day ?? null;
}

/** Sites that this batch takes from one legal entity to another. */
export async function movesOf(cx: Cx, batch: string): Promise<{ site: string; from: string; to: string }[]> {
  return (
    await sql<{ site: string; from: string; to: string }>`
    select id as site, before ->> 'legal_entity' as "from", after ->> 'legal_entity' as "to" from facilities.batch_changes where batch = ${batch}::uuid and kind = 'site' and change = 'moved' order by id`.execute(
      cx.tx,
    )
  ).rows;
}

/** A batch just received, of which only the bytes are known. */
export async function addBatch(
  cx: Cx,
  { id, format, name, licence }: { id: string; format: string; name: string; licence: string | null },
): Promise<void> {
  await sql`insert into facilities.batches (id, format, file_name, sha256, size, licence, state, received, received_by)
    values (${id}::uuid, ${format}, ${name}, '', 0, ${licence}, 'received', ${cx.now()}, ${JSON.stringify(actorLabel(cx.actor))}::jsonb)`.execute(
    cx.tx,
  );
}
export async function addPiece(
  cx: Cx,
  batch: string,
  { piece, bytes }: { piece: number; bytes: Uint8Array },
): Promise<void> {
  await sql`insert into facilities.batch_pieces (batch, piece, bytes) values (${batch}::uuid, ${piece}, ${bytes})`.execute(
    cx.tx,
  );
}
export async function endPieces(
  cx: Cx,
  batch: string,
  { sha256, size }: { sha256: string; size: number },
): Promise<void> {
  await sql`update facilities.batches set sha256 = ${sha256}, size = ${size} where id = ${batch}::uuid`.execute(cx.tx);
}
export async function pieceOf(cx: Cx, batch: string, piece: number): Promise<Uint8Array | undefined> {
  return (
    await sql<{
      bytes: Buffer;
    }>`select bytes from facilities.batch_pieces where batch = ${batch}::uuid and piece = ${piece}`.execute(cx.tx)
  ).rows[0]?.bytes;
}

export type BatchRow = {
  readonly id: string;
  readonly number: number;
  readonly format: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly producer: string | null;
  readonly day: string | null;
  readonly licence: string | null;
  readonly encoding: string | null;
  readonly fictional: boolean;
  readonly state: State;
  readonly counts: Counts | null;
  readonly guards: readonly Guard[];
  readonly problem: { code: string; params: Readonly<Record<string, string | number>> } | null;
  readonly received: Date;
  readonly receivedBy: ActorLabel;
  readonly published: Date | null;
  readonly publishedBy: ActorLabel | null;
  readonly confirmations: readonly { account: string; name: string; at: string }[];
};
const BATCH =
  sql.raw(`select id, number, format, file_name as "fileName", sha256, size, producer, data_day as day, licence, encoding, fictional, state, counts, guards, problem, received, received_by as "receivedBy", published, published_by as "publishedBy",
  coalesce((select json_agg(json_build_object('account', c.account, 'name', c.name, 'at', c.at) order by c.at) from facilities.batch_confirmations c where c.batch = b.id), '[]') as confirmations from facilities.batches b`);

export const lastBatches = async (cx: Cx, limit: number): Promise<BatchRow[]> =>
  (await sql<BatchRow>`${BATCH} order by number desc limit ${limit}`.execute(cx.tx)).rows;
export const batchById = async (cx: Cx, id: string): Promise<BatchRow | undefined> =>
  (await sql<BatchRow>`${BATCH} where id = ${id}::uuid`.execute(cx.tx)).rows[0];
/** The same, kept from changing until the end of the transaction. */
export async function lockBatch(cx: Cx, id: string): Promise<BatchRow | undefined> {
  await sql`select 1 from facilities.batches where id = ${id}::uuid for update`.execute(cx.tx);
  return batchById(cx, id);
}

export async function confirm(
  cx: Cx,
  batch: string,
  { account, name }: { account: string; name: string },
): Promise<void> {
  await sql`insert into facilities.batch_confirmations (batch, account, name, at) values (${batch}::uuid, ${account}::uuid, ${name}, ${cx.now()})`.execute(
    cx.tx,
  );
}
/** Ends a batch that will not be published; its bytes go. */
export async function endBatch(
  cx: Cx,
  batch: string,
  { state, problem }: { state: 'refused' | 'abandoned'; problem: BatchRow['problem'] },
): Promise<void> {
  await sql`update facilities.batches set state = ${state}, problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb where id = ${batch}::uuid`.execute(
    cx.tx,
  );
  await sql`delete from facilities.batch_pieces where batch = ${batch}::uuid`.execute(cx.tx);
}

export type NoticeRow = {
  readonly line: number;
  readonly level: 'rejected' | 'warning';
  readonly at: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};
export async function noticesOf(
  cx: Cx,
  batch: string,
  { after, limit }: { after: number; limit: number },
): Promise<NoticeRow[]> {
  return (
    await sql<NoticeRow>`select line, level, at, code, params from facilities.batch_notices where batch = ${batch}::uuid and line > ${after} order by line limit ${limit}`.execute(
      cx.tx,
    )
  ).rows;
}
export async function noticeCounts(
  cx: Cx,
  batch: string,
): Promise<{ level: 'rejected' | 'warning'; code: string; count: number; at: string; params: NoticeRow['params'] }[]> {
  return (
    await sql<{ level: 'rejected' | 'warning'; code: string; count: number; at: string; params: NoticeRow['params'] }>`
    select level, code, count(*) as count, (array_agg(at order by line))[1] as at, (array_agg(params order by line))[1] as params from facilities.batch_notices where batch = ${batch}::uuid group by level, code order by min(line)`.execute(
      cx.tx,
    )
  ).rows;
}

export type ChangeRow = {
  readonly change: 'added' | 'changed' | 'moved' | 'closed' | 'unseen';
  readonly kind: 'entity' | 'site' | 'group';
  readonly id: string;
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
};
/** Changes after the one given, in the order of change, kind and number. */
export async function changesOf(
  cx: Cx,
  batch: string,
  { after, limit }: { after: ChangeRow | null; limit: number },
): Promise<ChangeRow[]> {
  const beyond = after === null ? sql`true` : sql`(change, kind, id) > (${after.change}, ${after.kind}, ${after.id})`;
  return (
    await sql<ChangeRow>`select change, kind, id, name, before, after from facilities.batch_changes where batch = ${batch}::uuid and ${beyond} order by change, kind, id limit ${limit}`.execute(
      cx.tx,
    )
  ).rows;
}
/** The first few of each change of each kind: what a person looks at before deciding. */
export async function firstChanges(cx: Cx, batch: string, each: number): Promise<ChangeRow[]> {
  return (
    await sql<ChangeRow>`select x.* from (values ('moved'), ('closed'), ('changed'), ('unseen'), ('added')) c (change) cross join (values ('entity'), ('site'), ('group')) k (kind)
    cross join lateral (select change, kind, id, name, before, after from facilities.batch_changes b where b.batch = ${batch}::uuid and b.change = c.change and b.kind = k.kind order by b.id limit ${each}) x`.execute(
      cx.tx,
    )
  ).rows;
}
