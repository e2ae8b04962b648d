import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Finess, Id, Instant, ofEntity } from './shapes.ts';

const Code = z.object({ code: z.string(), label: z.string() });
const Region = z.object({ code: z.string(), name: z.string(), agency: z.string().nullable() });
const Department = z.object({ code: z.string(), name: z.string() });
export const Kind = z.enum(['entity', 'site']);

/** One line of a search: enough to tell a facility from its homonyms. */
export const Found = z.object({
  finess: Finess,
  kind: Kind,
  name: z.string(),
  open: z.boolean(),
  fictional: z.boolean(),
  category: Code.nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  department: z.string().nullable(),
  /** Legal entity of a site. `name` is null for a natural person. */
  entity: z.object({ finess: Finess, name: z.string().nullable() }).nullable(),
});
export type Found = z.infer<typeof Found>;

/** Where the register comes from, to be shown on every page that uses it. */
export const Provenance = z.object({
  producer: z.string().nullable(),
  day: Day.nullable(),
  licence: z.string().nullable(),
  published: Instant.nullable(),
  fictional: z.boolean(),
});

/** `hidden`: the address may be a home or a shelter; it is not shown to anybody. `position` is absent for these and on public maps. */
export const Address = z.object({
  hidden: z.boolean(),
  street: z.string().nullable(),
  place: z.string().nullable(),
  postcode: z.string().nullable(),
  town: z.string().nullable(),
  position: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
});

export const SiteLine = z.object({
  finess: Finess,
  name: z.string(),
  category: Code.nullable(),
  town: z.string().nullable(),
  open: z.boolean(),
  opened: Day.nullable(),
  closed: Day.nullable(),
  unseenSince: Day.nullable(),
});
export type SiteLine = z.infer<typeof SiteLine>;
/** One thing that happened, in the words of the reader; `day` is that of the register where it was seen. */
export const Happening = z.object({
  day: Day.nullable(),
  /** False: it happened on that day or earlier; the day is that of the first list that shows it. */
  exact: z.boolean(),
  says: z.string(),
});
const Membership = z.object({
  code: z.string(),
  name: z.string(),
  role: z.enum(['support', 'member']),
  since: Day,
  until: Day.nullable(),
  members: z.number().int(),
  facilities: z
    .array(z.object({ finess: Finess, name: z.string(), role: z.enum(['support', 'member']) }))
    .describe('Its members today, the support entity first; empty once this facility has left'),
});

const Common = {
  finess: Finess,
  name: z.string(),
  shortName: z.string().nullable(),
  open: z.boolean(),
  opened: Day.nullable(),
  closed: Day.nullable(),
  category: Code.nullable(),
  address: Address,
  department: Department.nullable(),
  region: Region.nullable(),
  fictional: z.boolean(),
  unseenSince: Day.nullable(),
  history: z.array(Happening),
  provenance: Provenance,
};
export const Facility = z.object({
  ...Common,
  siren: z.string().nullable(),
  ape: z.string().nullable(),
  status: Code.nullable(),
  groups: z.array(Membership),
  sitesOpen: z.number().int(),
  sitesClosed: z.number().int(),
  /** The first sites, open ones before; the rest by `listSites`. */
  sites: z.array(SiteLine),
});
export type Facility = z.infer<typeof Facility>;
export const Site = z.object({
  ...Common,
  entity: z.object({ finess: Finess, name: z.string().nullable() }),
  siret: z.string().nullable(),
});
export type Site = z.infer<typeof Site>;

export const searchFacilities = endpoint({
  method: 'GET',
  path: '/facilities',
  summary:
    'Facilities by number, even a part of it, name, town or postcode; accents, abbreviations and slips forgiven; open ones first.',
  query: z.object({
    text: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    persons: z.stringbool().default(false).describe('Also natural persons, for those who may see them'),
  }),
  answers: z.object({ facilities: z.array(Found), provenance: Provenance }),
});
export const readFacility = endpoint({
  method: 'GET',
  path: '/facilities/{finess}',
  summary: 'A legal entity of the register: identity, relations, sites, history.',
  params: ofEntity,
  answers: Facility,
  refuses: ['not-found'],
});
export const listSites = endpoint({
  method: 'GET',
  path: '/facilities/{finess}/sites',
  summary: 'Sites of a legal entity, open ones first, page by page.',
  params: ofEntity,
  query: z.object({ after: Finess.optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
  answers: z.object({ sites: z.array(SiteLine), next: Finess.nullable() }),
  refuses: ['not-found'],
});
export const readSite = endpoint({
  method: 'GET',
  path: '/sites/{finess}',
  summary: 'A site of the register.',
  params: ofEntity,
  answers: Site,
  refuses: ['not-found'],
});

const Tally = z.object({ legalEntities: z.number().int(), sites: z.number().int(), groups: z.number().int() });
export const Counts = z.object({
  added: Tally,
  changed: Tally,
  moved: Tally,
  closed: Tally,
  unchanged: Tally,
  unseen: Tally,
});
const Said = z.object({ at: z.string(), code: z.string(), message: z.string() });
export const Batch = z.object({
  id: Id,
  number: z.number().int(),
  format: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  producer: z.string().nullable(),
  day: Day.nullable(),
  licence: z.string().nullable(),
  encoding: z.string().nullable(),
  fictional: z.boolean(),
  state: z.enum(['received', 'previewed', 'waiting', 'published', 'refused', 'abandoned']),
  counts: Counts.nullable(),
  guards: z.array(Said.omit({ at: true })),
  problem: Said.omit({ at: true }).nullable(),
  received: Instant,
  receivedBy: z.string(),
  published: Instant.nullable(),
  publishedBy: z.string().nullable(),
  /** Who confirmed, and how many confirmations are still needed before it is published. */
  confirmations: z.array(z.object({ name: z.string(), at: Instant })),
  missing: z.number().int(),
});
export type Batch = z.infer<typeof Batch>;
/** A batch with the first of what it refuses, remarks and changes; the whole list is the report. */
export const BatchDetail = Batch.extend({
  rejected: z.array(Said),
  rejectedCount: z.number().int(),
  warnings: z.array(Said.extend({ count: z.number().int() })),
  changes: z.array(
    z.object({
      change: z.enum(['added', 'changed', 'moved', 'closed', 'unseen']),
      kind: z.enum(['entity', 'site', 'group']),
      id: z.string(),
      name: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});
export type BatchDetail = z.infer<typeof BatchDetail>;
const ofBatch = z.object({ batch: Id });
const Started = z.object({ batch: Id, job: Id });

export const receiveBatch = endpoint({
  method: 'POST',
  path: '/register/batches',
  upload: true,
  status: 202,
  summary:
    'Takes a file of the national register (FINESS+ structures, JSON or gzip) or a list of GHT (CSV), and prepares its preview as a job. Nothing is published.',
  query: z.object({ name: z.string().min(1).max(200), licence: z.string().trim().max(100).optional() }),
  answers: Started,
  refuses: [
    'forbidden',
    'file-empty',
    'file-blank',
    'file-too-large',
    'file-truncated',
    'file-is-archive',
    'file-is-page',
    'file-is-document',
    'file-encoding',
    'file-other-kind',
  ],
});
export const listBatches = endpoint({
  method: 'GET',
  path: '/register/batches',
  summary: 'The last imports of the register, whatever became of them.',
  answers: z.object({ batches: z.array(Batch) }),
  refuses: ['forbidden'],
});
export const readBatch = endpoint({
  method: 'GET',
  path: '/register/batches/{batch}',
  summary: 'One import: what it would change or changed, what it refuses, what holds it back.',
  params: ofBatch,
  answers: BatchDetail,
  refuses: ['not-found'],
});
export const downloadReport = endpoint({
  method: 'GET',
  path: '/register/batches/{batch}/report.csv',
  summary: 'Every change, refusal and remark of an import as CSV, formulas neutralised.',
  params: ofBatch,
  answers: z.string(),
  media: 'text/csv',
  refuses: ['not-found'],
});
export const confirmBatch = endpoint({
  method: 'POST',
  path: '/register/batches/{batch}/confirmations',
  status: 201,
  summary:
    'Confirms an import. One administrator is enough for an ordinary one; two are needed when the guards hold it back. The last confirmation starts the publication, as a job.',
  params: ofBatch,
  answers: z.object({ missing: z.number().int(), job: Id.nullable() }),
  refuses: ['not-found', 'batch-not-ready', 'batch-over', 'batch-confirmed-already'],
});
export const abandonBatch = endpoint({
  method: 'DELETE',
  path: '/register/batches/{batch}',
  summary: 'Abandons an import that is not published; its file is removed.',
  params: ofBatch,
  refuses: ['not-found', 'batch-over'],
});
export const readRegister = endpoint({
  method: 'GET',
  path: '/register',
  summary: 'What the register in place is: producer, day, licence, size.',
  answers: Provenance.extend({ legalEntities: z.number().int(), sites: z.number().int(), groups: z.number().int() }),
});
/** A region or a GHT, by the code that roles are held at. */
const Held = z.object({ code: z.string(), name: z.string(), fictional: z.boolean() });
export const listTerritories = endpoint({
  method: 'GET',
  path: '/register/territories',
  summary: 'The regions and the open GHT of the register, with or without a facility in them.',
  answers: z.object({ regions: z.array(Held), groups: z.array(Held) }),
});
