import type { Fact, FactValue, Trust } from '@egide/engines/rules';
import { sql } from 'kysely';
import { actorAccount, actorName } from '../../platform/actor.ts';
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
  /** Takes back what it corrects and says nothing in its place. */
  withdraws: boolean;
}
type Tables = {
  'evidence.observations': Row & { fingerprint: string };
  'evidence.details': {
    legal_entity: string;
    observation: string;
    author: string | null;
    author_name: string;
    note: string | null;
  };
  'evidence.coverings': {
    legal_entity: string;
    owner: string;
    observation: string;
    until: Date | null;
    revoked: Date | null;
  };
};
/**
 * An observation as this reader sees it: `author` and `note` are null outside the walls. `owner` is who stated it; `legal_entity`
 * whom it speaks of, which differ when a fact of the support entity covers a member of its GHT.
 */
export type Stored = Row & { owner: string; author: string | null; author_name: string | null; note: string | null };

const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** What makes two recordings the same fact: said again, it is not recorded again. */
export const fingerprint = (o: Checked): string =>
  sha256Hex(
    JSON.stringify([
      o.key,
      o.value,
      o.about.kind,
      o.about.id,
      o.collectedAt.toISOString(),
      o.expires === undefined ? 'default' : (o.expiresAt?.toISOString() ?? null),
      o.method,
      o.trust,
      o.source.kind,
      o.source.label,
      o.source.ref ?? null,
      o.note ?? null,
      o.corrects ?? null,
      ...(o.withdraws === true ? ['withdraws'] : []),
    ]),
  );

/** Rows of one statement: 22 parameters each, far below the 65,535 that PostgreSQL takes. */
const BATCH = 500;

/** Appends observations in this order and answers their ids; null for one that the ledger already holds. */
export async function append(
  cx: Cx,
  legalEntity: string,
  observations: readonly Checked[],
): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (let from = 0; from < observations.length; from += BATCH)
    ids.push(...(await appendBatch(cx, legalEntity, observations.slice(from, from + BATCH))));
  return ids;
}

async function appendBatch(cx: Cx, legalEntity: string, observations: readonly Checked[]): Promise<(string | null)[]> {
  const rows = observations.map((o) => ({ o, id: cx.newId() }));
  const inserted = await sql<{ id: string }>`insert into evidence.observations
    (legal_entity, id, key, value, unit, about_kind, about_id, collected, collected_day, expires, method, trust, class, shared, withheld, source_kind, source_label, source, recorded, corrects, withdraws, fingerprint)
    values ${sql.join(
      rows.map(
        ({
          o,
          id,
        }) => sql`(${legalEntity}, ${id}::uuid, ${o.key}, ${JSON.stringify(o.value)}::jsonb, null, ${o.about.kind}, ${o.about.id}, ${o.collectedAt}::timestamptz, ${o.collectedDay}::date, ${o.expiresAt}::timestamptz,
      ${o.method}, ${o.trust}, ${o.class}, ${o.shared}::boolean, ${o.withheld}::boolean, ${o.source.kind}, ${o.source.label}, ${JSON.stringify(o.source.ref ?? {})}::jsonb, ${cx.now()}::timestamptz, ${o.corrects ?? null}::uuid, ${o.withdraws === true}::boolean, ${fingerprint(o)})`,
      ),
    )}
    on conflict (legal_entity, fingerprint) do nothing returning id`.execute(cx.tx);
  const added = new Set(inserted.rows.map(({ id }) => id));
  const [author, author_name] = [actorAccount(cx.actor), actorName(cx.actor)];
  const details = rows.flatMap(({ o, id }) =>
    added.has(id) ? [{ legal_entity: legalEntity, observation: id, author, author_name, note: o.note ?? null }] : [],
  );
  if (details.length > 0) await tables(cx).insertInto('evidence.details').values(details).execute();
  return rows.map(({ id }) => (added.has(id) ? id : null));
}

const COLUMNS = [
  'o.id',
  'o.recorded_order',
  'o.key',
  'o.value',
  'o.about_kind',
  'o.about_id',
  'o.collected',
  'o.collected_day',
  'o.expires',
  'o.method',
  'o.trust',
  'o.class',
  'o.shared',
  'o.source_kind',
  'o.source_label',
  'o.source',
  'o.recorded',
  'o.corrects',
  'o.withdraws',
] as const;

/** What the reader may see of every owner, with what stays inside the walls where the reader is inside. */
const visible = (cx: Cx) =>
  tables(cx)
    .selectFrom('evidence.observations as o')
    .leftJoin('evidence.details as d', (j) =>
      j.onRef('d.legal_entity', '=', 'o.legal_entity').onRef('d.observation', '=', 'o.id'),
    )
    .select([...COLUMNS, 'o.legal_entity as owner', 'd.author', 'd.author_name', 'd.note']);
const own = (cx: Cx, legalEntity: string) =>
  visible(cx).select('o.legal_entity').where('o.legal_entity', '=', legalEntity);
/** Facts of a support entity that cover this member now. */
const covering = (cx: Cx, legalEntity: string) =>
  visible(cx)
    .innerJoin('evidence.coverings as c', (j) =>
      j.onRef('c.owner', '=', 'o.legal_entity').onRef('c.observation', '=', 'o.id'),
    )
    .select('c.legal_entity')
    .where('c.legal_entity', '=', legalEntity)
    .where('c.revoked', 'is', null)
    .where((e) => e.or([e('c.until', 'is', null), e('c.until', '>', cx.now())]));

/** Every observation of a legal entity that the reader may see, of all keys or of some, in the order of recording; then those of a support entity that cover it. */
export async function observationsOf(cx: Cx, legalEntity: string, keys?: readonly string[]): Promise<Stored[]> {
  const [mine, lent] = [
    own(cx, legalEntity).orderBy('o.recorded_order'),
    covering(cx, legalEntity).orderBy('o.recorded_order'),
  ];
  if (keys === undefined) return [...(await mine.execute()), ...(await lent.execute())];
  return [
    ...(await mine.where('o.key', 'in', [...keys]).execute()),
    ...(await lent.where('o.key', 'in', [...keys]).execute()),
  ];
}
/** Its own observations of one key, those taken back included. */
export const ownOfKey = (cx: Cx, legalEntity: string, key: string): Promise<Stored[]> =>
  own(cx, legalEntity).where('o.key', '=', key).orderBy('o.recorded_order').execute();
/** One of its own observations, never one that only covers it. */
export const observationById = (cx: Cx, legalEntity: string, id: string): Promise<Stored | undefined> =>
  own(cx, legalEntity).where('o.id', '=', id).executeTakeFirst();
/** What was documented from official files and nobody has replaced yet, wherever the reader sees it, the oldest first. */
export const toConfirm = (cx: Cx): Promise<Stored[]> =>
  visible(cx)
    .select('o.legal_entity')
    .where('o.trust', '=', 'documented')
    .where('o.source_kind', '=', 'opssies')
    .where('o.withdraws', '=', false)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('evidence.observations as n')
            .select('n.id')
            .whereRef('n.legal_entity', '=', 'o.legal_entity')
            .whereRef('n.corrects', '=', 'o.id'),
        ),
      ),
    )
    .orderBy('o.recorded')
    .orderBy('o.recorded_order')
    .execute();

/** What pages over a territory and imports read: nothing that stays inside the walls. */
export type Plain = Omit<Stored, 'author' | 'author_name' | 'note'>;
const plain = (cx: Cx) =>
  tables(cx)
    .selectFrom('evidence.observations as o')
    .select([...COLUMNS, 'o.legal_entity as owner']);
/** Own facts of several legal entities at once, as the reader may see them. */
export const ownOfMany = (cx: Cx, legalEntities: readonly string[], keys: readonly string[]): Promise<Plain[]> =>
  plain(cx)
    .select('o.legal_entity')
    .where('o.legal_entity', 'in', [...legalEntities])
    .where('o.key', 'in', [...keys])
    .orderBy('o.recorded_order')
    .execute();
/** Facts of support entities that cover several legal entities now, one for each member. */
export const coveringMany = (cx: Cx, legalEntities: readonly string[], keys: readonly string[]): Promise<Plain[]> =>
  plain(cx)
    .innerJoin('evidence.coverings as c', (j) =>
      j.onRef('c.owner', '=', 'o.legal_entity').onRef('c.observation', '=', 'o.id'),
    )
    .select('c.legal_entity')
    .where('c.legal_entity', 'in', [...legalEntities])
    .where('c.revoked', 'is', null)
    .where((e) => e.or([e('c.until', 'is', null), e('c.until', '>', cx.now())]))
    .where('o.key', 'in', [...keys])
    .orderBy('o.recorded_order')
    .execute();

/** Takes away what is told of invented legal entities. */
export async function removeFictional(cx: Cx): Promise<void> {
  await sql`select evidence.remove_fictional()`.execute(cx.tx);
}
