import type { Notice } from '@egide/formats';
import { sql } from 'kysely';
import { actorLabel } from '../../../platform/actor.ts';
import type { Cx } from '../../../platform/cx.ts';
import type { Guard } from '../imports/guards.ts';
import type { ReadFile } from '../imports/read-file.ts';
import type { Counts } from '../imports/records.ts';

type State = 'received' | 'previewed' | 'waiting' | 'published' | 'refused' | 'abandoned';
type Kept = {
  readonly batch: string; readonly name: string; readonly fictional: boolean; readonly licence: string | null; readonly file: ReadFile;
  readonly state: State; readonly counts: Counts; readonly guards: readonly Guard[]; readonly notices: readonly Notice[];
};

/** Writes what is known of a batch after its reading, over what an earlier preview of it said. */
export async function keepBatch(cx: Cx, { batch, name, fictional, licence, file, state, counts, guards, notices }: Kept): Promise<void> {
  const [at, by] = [cx.now(), JSON.stringify(actorLabel(cx.actor))];
  const published = state === 'published';
  await sql`insert into facilities.batches (id, format, file_name, sha256, size, producer, data_day, licence, encoding, fictional, state, counts, guards, received, received_by, previewed, published, published_by)
    values (${batch}::uuid, ${file.format}, ${name}, ${file.sha256}, ${file.size}, ${file.producer}, ${file.day}::date, ${licence}, ${file.encoding}, ${fictional}, ${state}, ${JSON.stringify(counts)}::jsonb, ${JSON.stringify(guards)}::jsonb,
      ${at}, ${by}::jsonb, ${at}, ${published ? at : null}::timestamptz, ${published ? by : null}::jsonb)
    on conflict (id) do update set format = excluded.format, producer = excluded.producer, data_day = excluded.data_day, encoding = excluded.encoding, state = excluded.state, counts = excluded.counts, guards = excluded.guards,
      problem = null, previewed = excluded.previewed, published = excluded.published, published_by = excluded.published_by`.execute(cx.tx);
  await sql`delete from facilities.batch_notices where batch = ${batch}::uuid`.execute(cx.tx);
  await sql`delete from facilities.batch_changes where batch = ${batch}::uuid`.execute(cx.tx);
  if (published) await sql`delete from facilities.batch_pieces where batch = ${batch}::uuid`.execute(cx.tx);
  await sql`insert into facilities.batch_notices (batch, line, level, at, code, params)
    select ${batch}::uuid, n, x ->> 'level', x ->> 'at', x ->> 'code', x -> 'params' from jsonb_array_elements(${JSON.stringify(notices)}::jsonb) with ordinality as a (x, n)`.execute(cx.tx);
}

/** The file with this hash was published before. */
export async function publishedWith(cx: Cx, sha256: string): Promise<boolean> {
  const { rows } = await sql`select 1 from facilities.batches where sha256 = ${sha256} and state = 'published' limit 1`.execute(cx.tx);
  return rows.length > 0;
}

/** Day of the data of the register as published, or null. */
export async function publishedDay(cx: Cx, fictional: boolean): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select max(data_day) as day from facilities.batches where state = 'published' and format = 'finess-plus' and fictional = ${fictional}`.execute(cx.tx);
  return rows[0]?.day ?? null;
}

/** Sites that this batch takes from one legal entity to another. */
export async function movesOf(cx: Cx, batch: string): Promise<{ site: string; from: string; to: string }[]> {
  return (await sql<{ site: string; from: string; to: string }>`
    select id as site, before ->> 'legal_entity' as "from", after ->> 'legal_entity' as "to" from facilities.batch_changes where batch = ${batch}::uuid and kind = 'site' and change = 'moved' order by id`.execute(cx.tx)).rows;
}
