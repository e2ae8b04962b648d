import type { AnswerOf } from '@egide/contract/endpoint';
import type * as contract from '@egide/contract/facilities';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { seesPersons } from '../policy.ts';
import { historyOf } from './history.ts';
import { addressView, categoryView, statusView } from './shapes.ts';
import * as store from './store.ts';

/** Sites given with the entity; the others come page by page. */
const FIRST_SITES = 100;

type Facility = AnswerOf<typeof contract.readFacility>;
type Site = AnswerOf<typeof contract.readSite>;
type SiteLine = Facility['sites'][number];

/** Producer, day and licence of the register in place. */
export async function provenance(cx: Cx, fictional: boolean): Promise<Facility['provenance']> {
  const found = await store.origin(cx, fictional);
  return {
    producer: found?.producer ?? null,
    day: found?.day ?? null,
    licence: found?.licence ?? null,
    published: found?.published?.toISOString() ?? null,
    fictional,
  };
}

/** A natural person is, for those who may not see them, not there at all. */
async function visibleEntity(cx: Cx, finess: string): Promise<store.EntityRow> {
  const found = await store.entity(cx, finess);
  if (found === undefined || (found.naturalPerson && !seesPersons(cx.actor))) throw refuse('not-found');
  return found;
}

const common = (cx: Cx, row: store.EntityRow | store.SiteRow) => ({
  finess: row.finess,
  name: row.name,
  shortName: row.shortName,
  open: row.open,
  opened: row.opened,
  closed: row.closed,
  category: categoryView(cx.locale, row.category),
  address: addressView(row),
  department: row.department,
  region: row.region,
  fictional: row.fictional,
  unseenSince: row.unseenSince,
});
const line = (
  cx: Cx,
  { finess, name, category, protection, town, open, opened, closed, unseenSince }: store.SiteOf,
): SiteLine => ({
  finess,
  name,
  category: categoryView(cx.locale, category),
  town: protection === 'hidden' ? null : town,
  open,
  opened,
  closed,
  unseenSince,
});

/** A legal entity: identity, relations, sites, history. */
export async function readFacility(cx: Cx, { finess }: { finess: string }): Promise<Facility> {
  const row = await visibleEntity(cx, finess);
  const groups = await store.groupsOf(cx, finess);
  const sites = await store.sitesOf(cx, finess, { after: null, limit: FIRST_SITES });
  return {
    ...common(cx, row),
    siren: row.siren,
    ape: row.ape,
    status: statusView(cx.locale, row.status),
    groups,
    sitesOpen: row.sitesOpen,
    sitesClosed: row.sitesClosed,
    sites: sites.map((site) => line(cx, site)),
    history: historyOf(cx.locale, { life: row, past: await store.pastOf(cx, finess), links: groups }),
    provenance: await provenance(cx, row.fictional),
  };
}

/** The sites of an entity after the one named, open ones first. */
export async function listSites(
  cx: Cx,
  { finess, after, limit }: { finess: string; after?: string | undefined; limit: number },
): Promise<AnswerOf<typeof contract.listSites>> {
  await visibleEntity(cx, finess);
  const rows = await store.sitesOf(cx, finess, { after: after ?? null, limit: limit + 1 });
  return {
    sites: rows.slice(0, limit).map((site) => line(cx, site)),
    next: rows.length > limit ? (rows[limit - 1]?.finess ?? null) : null,
  };
}

/** A site, with the legal entity it belongs to; a natural person is not named. */
export async function readSite(cx: Cx, { finess }: { finess: string }): Promise<Site> {
  const row = await store.site(cx, finess);
  if (row === undefined) throw refuse('not-found');
  const hidden = row.entity.naturalPerson && !seesPersons(cx.actor);
  return {
    ...common(cx, row),
    siret: row.siret,
    entity: { finess: row.entity.finess, name: hidden ? null : row.entity.name },
    history: historyOf(cx.locale, { life: row, past: await store.pastOf(cx, finess), links: [] }),
    provenance: await provenance(cx, row.fictional),
  };
}

/** What the register in place is; `fictional` when it holds a fictional territory, beside a real register or alone. */
export async function readRegister(cx: Cx): Promise<AnswerOf<typeof contract.readRegister>> {
  const sizes = await store.sizes(cx);
  const real = await provenance(cx, false);
  return { ...(real.published === null && sizes.fictional ? await provenance(cx, true) : real), ...sizes };
}
