import { sql } from 'kysely';
import type { Cx } from '../cx.ts';

type Tables = { 'platform.instance': { name: string; value: unknown } };
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** A fact about this instance, such as the hash of its set-up token; undefined when nobody stated it. */
export async function instanceFact(cx: Cx, name: string): Promise<unknown> {
  return (await tables(cx).selectFrom('platform.instance').select('value').where('name', '=', name).executeTakeFirst())
    ?.value;
}
/** The same, and nobody changes it before this transaction ends. */
export async function instanceFactHeld(cx: Cx, name: string): Promise<unknown> {
  return (
    await tables(cx)
      .selectFrom('platform.instance')
      .select('value')
      .where('name', '=', name)
      .forShare()
      .executeTakeFirst()
  )?.value;
}
/** States a fact that nobody stated yet; false when somebody did, be it another process in this very moment. */
export async function claimInstanceFact(cx: Cx, name: string, value: unknown): Promise<boolean> {
  const { rows } =
    await sql`insert into platform.instance (name, value) values (${name}, ${JSON.stringify(value)}::jsonb) on conflict (name) do nothing returning name`.execute(
      cx.tx,
    );
  return rows.length === 1;
}
export async function setInstanceFact(cx: Cx, name: string, value: unknown): Promise<void> {
  const json = JSON.stringify(value);
  await sql`insert into platform.instance (name, value) values (${name}, ${json}::jsonb) on conflict (name) do update set value = excluded.value`.execute(
    cx.tx,
  );
}
/** False when nobody had stated it, or somebody else was faster in forgetting it. */
export async function forgetInstanceFact(cx: Cx, name: string): Promise<boolean> {
  const { numDeletedRows } = await tables(cx)
    .deleteFrom('platform.instance')
    .where('name', '=', name)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
