import type { Fact, FactValue, Trust } from '@egide/engines/rules';
import { sql } from 'kysely';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Cx } from '../../platform/cx.ts';
import type { Checked } from './observation.ts';

interface Row {
  legal_entity: string;
  id: string;
  recorded_order: number;
  key: string;
  value: FactValue;
  about_kind: Fact['about']['kind'];
  about_id: string;
  collected: Date;
  collected_day: string | null;
  expires: Date | null;
  method: 'examine' | 'interview' | 'test';
  trust: Trust;
  class: 'internal' | 'steering' | 'public';
  shared: boolean;
  source_kind: string;
  source_label: string;
  source: Record<string, unknown>;
  recorded: Date;
  corrects: string | null;
}
type Tables = {
  'evidence.observations': Row & { fingerprint: string };
  'evidence.details': { legal_entity: string; observation: string; author: string | null; author_name: string; note: string | null };
};
/** An observation as this reader sees it: `author` and `note` are null outside the walls. */
export type Stored = Row & { author_name: string | null; note: string | null };

const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** What makes two recordings the same fact: said again, it is not recorded again. */
export const fingerprint = (o: Checked): string =>
  sha256Hex(JSON.stringify([o.key, o.value, o.about.kind, o.about.id, o.collectedAt.toISOString(), o.expires === undefined ? 'default' : (o.expiresAt?.toISOString() ?? null), o.method, o.trust, o.source.kind, o.source.label, o.source.ref ?? null, o.note ?? null, o.corrects ?? null]));

/** Rows of one statement: 20 parameters each, far below the 65,535 that PostgreSQL takes. */
const BATCH = 500;

/** Appends observations in this order and answers their ids; null for one that the ledger already holds. */
export async function append(cx: Cx, legalEntity: string, observations: readonly Checked[]): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (let from = 0; from < observations.length; from += BATCH) ids.push(...(await appendBatch(cx, legalEntity, observations.slice(from, from + BATCH))));
  return ids;
}

async function appendBatch(cx: Cx, legalEntity: string, observations: readonly Checked[]): Promise<(string | null)[]> {
  const rows = observations.map((o) => ({ o, id: cx.newId() }));
  const inserted = await sql<{ id: string }>`insert into evidence.observations
    (legal_entity, id, key, value, unit, about_kind, about_id, collected, collected_day, expires, method, trust, class, shared, source_kind, source_label, source, recorded, corrects, fingerprint)
    values ${sql.join(rows.map(({ o, id }) => sql`(${legalEntity}, ${id}::uuid, ${o.key}, ${JSON.stringify(o.value)}::jsonb, null, ${o.about.kind}, ${o.about.id}, ${o.collectedAt}::timestamptz, ${o.collectedDay}::date, ${o.expiresAt}::timestamptz,
      ${o.method}, ${o.trust}, ${o.class}, ${o.shared}::boolean, ${o.source.kind}, ${o.source.label}, ${JSON.stringify(o.source.ref ?? {})}::jsonb, ${cx.now()}::timestamptz, ${o.corrects ?? null}::uuid, ${fingerprint(o)})`))}
    on conflict (legal_entity, fingerprint) do nothing returning id`.execute(cx.tx);
  const added = new Set(inserted.rows.map(({ id }) => id));
  const [author, author_name] = cx.actor.kind === 'person' || cx.actor.kind === 'service' ? [cx.actor.account, cx.actor.name] : [null, cx.actor.kind === 'system' ? cx.actor.name : 'operator'];
  const details = rows.flatMap(({ o, id }) => (added.has(id) ? [{ legal_entity: legalEntity, observation: id, author, author_name, note: o.note ?? null }] : []));
  if (details.length > 0) await tables(cx).insertInto('evidence.details').values(details).execute();
  return rows.map(({ id }) => (added.has(id) ? id : null));
}

const visible = (cx: Cx, legalEntity: string) =>
  tables(cx).selectFrom('evidence.observations as o')
    .leftJoin('evidence.details as d', (j) => j.onRef('d.legal_entity', '=', 'o.legal_entity').onRef('d.observation', '=', 'o.id'))
    .select(['o.legal_entity', 'o.id', 'o.recorded_order', 'o.key', 'o.value', 'o.about_kind', 'o.about_id', 'o.collected', 'o.collected_day', 'o.expires', 'o.method', 'o.trust', 'o.class', 'o.shared', 'o.source_kind', 'o.source_label', 'o.source', 'o.recorded', 'o.corrects', 'd.author_name', 'd.note'])
    .where('o.legal_entity', '=', legalEntity);

/** Every observation of a legal entity that the reader may see, in the order of recording. */
export const observationsOf = (cx: Cx, legalEntity: string): Promise<Stored[]> => visible(cx, legalEntity).orderBy('o.recorded_order').execute();
export const observationsOfKey = (cx: Cx, legalEntity: string, key: string): Promise<Stored[]> => visible(cx, legalEntity).where('o.key', '=', key).orderBy('o.collected', 'desc').orderBy('o.recorded_order', 'desc').execute();
export const observationById = (cx: Cx, legalEntity: string, id: string): Promise<Stored | undefined> => visible(cx, legalEntity).where('o.id', '=', id).executeTakeFirst();

/** Facts of several legal entities at once, as the reader may see them: for pages over a territory. */
export const observationsOfMany = (cx: Cx, legalEntities: readonly string[], keys: readonly string[]): Promise<Omit<Stored, 'author_name' | 'note'>[]> =>
  tables(cx).selectFrom('evidence.observations').selectAll().where('legal_entity', 'in', [...legalEntities]).where('key', 'in', [...keys]).orderBy('recorded_order').execute();

/** Takes away what is told of invented legal entities. */
export async function removeFictional(cx: Cx): Promise<void> {
  await sql`select evidence.remove_fictional()`.execute(cx.tx);
}
