import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';

export type Indexed = {
  readonly position: number;
  readonly name: string;
  readonly shortName: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly department: string | null;
};
export type IndexedWord = {
  readonly word: string;
  readonly occurrences: number;
  readonly postings: Uint8Array;
  readonly slips: readonly number[];
};

/** Rows fetched from the cursor, and written, at once. */
const ROWS = 5000;

/**
 * Numbers every facility in the order in which it is shown: open before closed, natural persons last; hospitals first, the
 * legal entity before its sites, the larger before the smaller.
 */
export async function renumber(cx: Cx): Promise<void> {
  await sql`delete from facilities.search_bounds`.execute(cx.tx);
  await sql`delete from facilities.search_documents`.execute(cx.tx);
  await sql`insert into facilities.search_documents (position, finess, kind)
    with held as (select legal_entity, count(*) as n from facilities.sites where open group by 1), x as (
      select e.finess, 'entity' as kind, e.open, e.natural_person as person, e.name, coalesce(h.n, 0) as size, e.category from facilities.legal_entities e left join held h on h.legal_entity = e.finess
      union all select s.finess, 'site', s.open, false, s.name, 0, s.category from facilities.sites s)
    select row_number() over (order by x.person, x.open desc, case c.aggregate when '1100' then 0 when '1200' then 1 when '4400' then 2 when '4300' then 2 when '4100' then 2 else 3 end, x.kind, x.size desc, x.name collate "C", x.finess collate "C") - 1, x.finess, x.kind
    from x left join facilities.categories c on c.code = x.category`.execute(cx.tx);
  await sql`insert into facilities.search_bounds (closed_from, persons_from)
    select e.open + s.open, e.all + s.all
    from (select count(*) filter (where open) as open, count(*) as all from facilities.legal_entities where not natural_person) e, (select count(*) filter (where open) as open, count(*) as all from facilities.sites) s`.execute(
    cx.tx,
  );
}

/** Every facility in the order of its position, some at a time. What hides its address is not found by its town either. */
export async function* everyFacility(cx: Cx): AsyncGenerator<readonly Indexed[]> {
  await sql`declare every_facility no scroll cursor for
    select d.position, coalesce(e.name, s.name) as name, coalesce(e.short_name, s.short_name) as "shortName", 
      case when h.code is null then coalesce(e.town, s.town) end as town, case when h.code is null then coalesce(e.postcode, s.postcode) end as postcode, coalesce(e.department, s.department) as department
    from facilities.search_documents d left join facilities.legal_entities e on d.kind = 'entity' and e.finess = d.finess left join facilities.sites s on d.kind = 'site' and s.finess = d.finess
    left join facilities.categories h on h.code = coalesce(e.category, s.category) and h.protection = 'hidden' order by d.position`.execute(
    cx.tx,
  );
  for (;;) {
    const { rows } = await sql<Indexed>`fetch ${sql.raw(String(ROWS))} from every_facility`.execute(cx.tx);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close every_facility`.execute(cx.tx);
}

/** Replaces the words of the index. */
export async function writeWords(cx: Cx, words: Iterable<IndexedWord>): Promise<void> {
  await sql`delete from facilities.search_words`.execute(cx.tx);
  let rows: { word: string; occurrences: number; postings: string; slips: readonly number[] }[] = [];
  let size = 0;
  const send = async () => {
    await sql`insert into facilities.search_words (word, occurrences, postings, slips)
      select word, occurrences, decode(postings, 'base64'), slips from json_to_recordset(${JSON.stringify(rows)}::json) as x (word text, occurrences integer, postings text, slips integer[])`.execute(
      cx.tx,
    );
    [rows, size] = [[], 0];
  };
  for (const { word, occurrences, postings, slips } of words) {
    rows.push({
      word,
      occurrences,
      postings: Buffer.from(postings.buffer, postings.byteOffset, postings.length).toString('base64'),
      slips,
    });
    size += postings.length + 100;
    if (rows.length >= ROWS || size > 1_000_000) await send();
  }
  if (rows.length > 0) await send();
}

export type FoundWord = { readonly word: string; readonly occurrences: number; readonly postings: Uint8Array };

/** Words as searched, and at most so many that begin like `prefix`, the commonest first. */
export async function findWords(
  cx: Cx,
  { words, prefix, limit }: { words: readonly string[]; prefix: string | null; limit: number },
): Promise<FoundWord[]> {
  const exact = sql`select word, occurrences, postings from facilities.search_words where word = any(${[...words]}::text[])`;
  if (prefix === null) return (await sql<FoundWord>`${exact}`.execute(cx.tx)).rows;
  return (
    await sql<FoundWord>`${exact} union all (select word, occurrences, postings from facilities.search_words
    where word >= ${prefix} and word < ${`${prefix}~`} and word <> all(${[...words]}::text[]) order by occurrences desc limit ${limit})`.execute(
      cx.tx,
    )
  ).rows;
}

/** Words that share the hash of a slip, the commonest first: few of them are one slip apart. */
export async function wordsSharing(cx: Cx, slips: readonly number[]): Promise<string[]> {
  return (
    await sql<{
      word: string;
    }>`select word from facilities.search_words where slips && ${[...slips]}::integer[] order by occurrences desc limit 200`.execute(
      cx.tx,
    )
  ).rows.map(({ word }) => word);
}

export async function bounds(cx: Cx): Promise<{ closedFrom: number; personsFrom: number } | undefined> {
  return (
    await sql<{
      closedFrom: number;
      personsFrom: number;
    }>`select closed_from as "closedFrom", persons_from as "personsFrom" from facilities.search_bounds`.execute(cx.tx)
  ).rows[0];
}

export type FoundFacility = {
  readonly finess: string;
  readonly kind: 'entity' | 'site';
  readonly name: string;
  readonly shortName: string | null;
  readonly open: boolean;
  readonly naturalPerson: boolean;
  readonly category: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly department: string | null;
  readonly fictional: boolean;
  /** The address is that of a home or a shelter. */ readonly hidden: boolean;
  readonly entity: { readonly finess: string; readonly name: string; readonly naturalPerson: boolean } | null;
};
const FOUND = `select d.position, d.finess, d.kind, coalesce(e.name, s.name) as name, coalesce(e.short_name, s.short_name) as "shortName", coalesce(e.open, s.open) as open, coalesce(e.natural_person, false) as "naturalPerson",
  coalesce(e.category, s.category) as category, case when e.natural_person then null else coalesce(e.town, s.town) end as town, case when e.natural_person then null else coalesce(e.postcode, s.postcode) end as postcode,
  coalesce(e.department, s.department) as department, coalesce(e.fictional, s.fictional) as fictional, coalesce(c.protection = 'hidden', false) as hidden,
  case when d.kind = 'site' then json_build_object('finess', o.finess, 'name', o.name, 'naturalPerson', o.natural_person) end as entity
  from facilities.search_documents d left join facilities.legal_entities e on d.kind = 'entity' and e.finess = d.finess left join facilities.sites s on d.kind = 'site' and s.finess = d.finess
  left join facilities.legal_entities o on o.finess = s.legal_entity left join facilities.categories c on c.code = coalesce(e.category, s.category)`;

/** The facilities at these positions, in this order. */
export async function facilitiesAt(cx: Cx, positions: readonly number[]): Promise<FoundFacility[]> {
  const { rows } = await sql<
    FoundFacility & { position: number }
  >`${sql.raw(FOUND)} where d.position = any(${[...positions]}::integer[])`.execute(cx.tx);
  const places = new Map(positions.map((position, i) => [position, i]));
  return rows.sort((a, b) => (places.get(a.position) ?? 0) - (places.get(b.position) ?? 0));
}

/** Positions of the facilities whose number begins so, best first, before the position given. */
export async function positionsNumbered(
  cx: Cx,
  beginnings: readonly string[],
  { before, limit }: { before: number; limit: number },
): Promise<number[]> {
  const ranges = sql.join(
    beginnings.map((text) => sql`(finess ~>=~ ${text} and finess ~<~ ${`${text}~`})`),
    sql` or `,
  );
  return (
    await sql<{
      position: number;
    }>`select position from facilities.search_documents where (${ranges}) and position < ${before} order by position limit ${limit}`.execute(
      cx.tx,
    )
  ).rows.map(({ position }) => position);
}
