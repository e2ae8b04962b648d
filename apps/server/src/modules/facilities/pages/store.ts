import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';

type Day = string;
type Common = {
  readonly finess: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly open: boolean;
  readonly opened: Day | null;
  readonly closed: Day | null;
  readonly category: string | null;
  readonly protection: 'hidden' | 'caution' | null;
  readonly street: string | null;
  readonly place: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly department: { code: string; name: string } | null;
  readonly region: { code: string; name: string; agency: string | null } | null;
  readonly fictional: boolean;
  readonly unseenSince: Day | null;
};
export type EntityRow = Common & {
  readonly siren: string | null;
  readonly ape: string | null;
  readonly status: string | null;
  readonly naturalPerson: boolean;
  readonly sitesOpen: number;
  readonly sitesClosed: number;
};
export type SiteRow = Common & {
  readonly siret: string | null;
  readonly entity: { readonly finess: string; readonly name: string; readonly naturalPerson: boolean };
};

const COMMON = `f.finess, f.name, f.short_name as "shortName", f.open, f.opened, f.closed, f.category, f.street, f.place, f.postcode, f.town, f.longitude, f.latitude, f.fictional, f.unseen_since as "unseenSince", c.protection,
  case when d.code is not null then json_build_object('code', d.code, 'name', d.name) end as department, case when r.code is not null then json_build_object('code', r.code, 'name', r.name, 'agency', r.agency) end as region`;
const AROUND =
  'left join facilities.categories c on c.code = f.category left join facilities.departments d on d.code = f.department left join facilities.regions r on r.code = f.region';

export async function entity(cx: Cx, finess: string): Promise<EntityRow | undefined> {
  return (
    await sql<EntityRow>`select ${sql.raw(COMMON)}, f.siren, f.ape, f.status, f.natural_person as "naturalPerson",
      (select count(*) from facilities.sites s where s.legal_entity = f.finess and s.open) as "sitesOpen", (select count(*) from facilities.sites s where s.legal_entity = f.finess and not s.open) as "sitesClosed"
    from facilities.legal_entities f ${sql.raw(AROUND)} where f.finess = ${finess}`.execute(cx.tx)
  ).rows[0];
}

export async function site(cx: Cx, finess: string): Promise<SiteRow | undefined> {
  return (
    await sql<SiteRow>`select ${sql.raw(COMMON)}, f.siret, json_build_object('finess', e.finess, 'name', e.name, 'naturalPerson', e.natural_person) as entity
    from facilities.sites f join facilities.legal_entities e on e.finess = f.legal_entity ${sql.raw(AROUND)} where f.finess = ${finess}`.execute(
      cx.tx,
    )
  ).rows[0];
}

export type SiteOf = {
  readonly finess: string;
  readonly name: string;
  readonly category: string | null;
  readonly protection: 'hidden' | 'caution' | null;
  readonly town: string | null;
  readonly open: boolean;
  readonly opened: Day | null;
  readonly closed: Day | null;
  readonly unseenSince: Day | null;
};

/** Sites of an entity, open ones first, by name; after the one named. */
export async function sitesOf(
  cx: Cx,
  finess: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<SiteOf[]> {
  return (
    await sql<SiteOf>`
    with last as (select open, name, finess from facilities.sites where finess = ${after} and legal_entity = ${finess})
    select s.finess, s.name, s.category, c.protection, s.town, s.open, s.opened, s.closed, s.unseen_since as "unseenSince" from facilities.sites s left join facilities.categories c on c.code = s.category
    where s.legal_entity = ${finess} and (${after}::text is null or (not s.open, s.name collate "fr-x-icu", s.finess) > (select not open, name collate "fr-x-icu", finess from last))
    order by not s.open, s.name collate "fr-x-icu", s.finess limit ${limit}`.execute(cx.tx)
  ).rows;
}

export type Link = {
  readonly code: string;
  readonly name: string;
  readonly role: 'support' | 'member';
  readonly since: Day;
  readonly until: Day | null;
  readonly members: number;
  readonly facilities: { readonly finess: string; readonly name: string; readonly role: 'support' | 'member' }[];
};
export async function groupsOf(cx: Cx, finess: string): Promise<Link[]> {
  return (
    await sql<Link>`select g.code, g.name, m.role, m.since, m.until, (select count(*) from facilities.current_members x where x.group_code = g.code) as members,
      (select coalesce(json_agg(json_build_object('finess', x.legal_entity, 'name', e.name, 'role', x.role) order by x.role = 'support' desc, e.name collate "fr-x-icu", e.finess), '[]')
        from facilities.current_members x join facilities.legal_entities e on e.finess = x.legal_entity and not e.natural_person where x.group_code = g.code and m.until is null) as facilities
    from facilities.group_members m join facilities.groups g on g.code = m.group_code where m.legal_entity = ${finess} order by m.until desc nulls first, m.since desc, g.code`.execute(
      cx.tx,
    )
  ).rows;
}

export type Past = {
  readonly attribute: 'name' | 'category' | 'legal-entity';
  readonly value: string | null;
  readonly until: Day;
  readonly site: string | null;
  readonly siteName: string | null;
  readonly other: string | null;
  readonly direction: 'own' | 'left' | 'came';
};

/** What ended for this facility; for an entity also the sites that left it and came to it. At most a hundred, the latest. */
export async function pastOf(cx: Cx, finess: string): Promise<Past[]> {
  return (
    await sql<Past>`
    select p.attribute, p.value, p.until, null as site, null as "siteName", null as other, 'own' as direction from facilities.past_periods p where p.finess = ${finess}
    union all select p.attribute, p.value, p.until, s.finess, s.name, e.name, 'left' from facilities.past_periods p join facilities.sites s on s.finess = p.finess join facilities.legal_entities e on e.finess = s.legal_entity and not e.natural_person
      where p.attribute = 'legal-entity' and p.value = ${finess}
    union all select p.attribute, p.value, p.until, s.finess, s.name, e.name, 'came' from facilities.sites s join facilities.past_periods p on p.finess = s.finess and p.attribute = 'legal-entity' and p.until = s.legal_entity_since
      join facilities.legal_entities e on e.finess = p.value and not e.natural_person where s.legal_entity = ${finess}
    order by until desc limit 100`.execute(cx.tx)
  ).rows;
}

export type Origin = {
  readonly producer: string | null;
  readonly day: Day | null;
  readonly licence: string | null;
  readonly published: Date | null;
};
/** The batch of the whole register that is in place. */
export async function origin(cx: Cx, fictional: boolean): Promise<Origin | undefined> {
  return (
    await sql<Origin>`select producer, data_day as day, licence, published from facilities.batches where state = 'published' and format = 'finess-plus' and fictional = ${fictional} order by number desc limit 1`.execute(
      cx.tx,
    )
  ).rows[0];
}

export async function sizes(
  cx: Cx,
): Promise<{ legalEntities: number; sites: number; groups: number; fictional: boolean }> {
  const { rows } = await sql<{
    legalEntities: number;
    sites: number;
    groups: number;
    fictional: boolean;
  }>`select (select count(*) from facilities.legal_entities) as "legalEntities", (select count(*) from facilities.sites) as sites, (select count(*) from facilities.groups) as groups,
    exists (select 1 from facilities.legal_entities where fictional) as fictional`.execute(cx.tx);
  return rows[0] ?? { legalEntities: 0, sites: 0, groups: 0, fictional: false };
}
