import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant } from './shapes.ts';

const ofRegion = z.object({ region: z.string().max(8) });

/** Filters of the list, as they stand in the address. */
export const Filters = z.object({
  /** Whole levels, comma-separated: `0,1`; `unknown` for those that have none. */
  levels: z
    .string()
    .regex(/^([0-4]|unknown)(,([0-4]|unknown))*$/)
    .optional(),
  department: z.string().max(4).optional(),
  sector: z.enum(['public', 'private', 'non-profit', 'unknown']).optional(),
  group: z.string().max(20).optional(),
  sort: z.enum(['level', 'name', 'coverage', 'submitted']).default('level'),
});

/** A steering fact as a cell of the list: the word, its status, its date. */
export const Cell = z.object({
  says: z.string(),
  status: z.enum(['ok', 'warn', 'crit', 'unknown', 'expired']),
  collected: Instant.nullable(),
  /** What the facility alone says since, and no officer has made official: it does not count. */
  toConfirm: z.string().nullable(),
});

export const FacilityLine = z.object({
  finess: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  sector: z.enum(['public', 'private', 'non-profit', 'unknown']),
  group: z.string().nullable(),
  level: z.number().nullable(),
  whole: z.number().int().nullable(),
  known: z.number().int(),
  total: z.number().int(),
  submitted: Instant.nullable(),
  directory: Cell,
  exposure: Cell,
  exercise: Cell,
});
export type FacilityLine = z.infer<typeof FacilityLine>;

export const Region = z.object({
  code: z.string(),
  name: z.string(),
  fictional: z.boolean(),
  at: Instant,
  /** The conclusion in one or two sentences, written by a rule. */
  verdict: z.string(),
  figures: z.object({
    median: z.number().nullable(),
    medianYearAgo: z.number().nullable(),
    /** Facilities that have submitted, however much of it is known. */
    published: z.number().int(),
    publishedYearAgo: z.number().int(),
    total: z.number().int(),
    exercise: z.number().int(),
    directory: z.object({ three: z.number().int(), audited: z.number().int() }),
    atTwo: z.number().int(),
    underTwo: z.number().int(),
  }),
  /** Facilities per whole level reached, 4 first; unknown apart. */
  distribution: z.array(z.object({ level: z.number().int().nullable(), count: z.number().int() })),
  /** Percent of known indicators from which a submitted level counts; below, it is unknown here. */
  enough: z.number().int(),
  distributionText: z.string(),
  departments: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      known: z.number().int(),
      total: z.number().int(),
      atTwo: z.number().int(),
      underTwo: z.number().int(),
    }),
  ),
  /** Who needs help first, by the rule stated, with the reasons. */
  help: z.array(z.object({ finess: z.string(), name: z.string(), where: z.string(), reasons: z.array(z.string()) })),
  helpRule: z.string(),
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  facilities: z.array(FacilityLine),
  shown: z.number().int(),
});
export type Region = z.infer<typeof Region>;

/** A region in the list of those who steer several: the same figures as its own page gives. */
export const RegionLine = z.object({
  code: z.string(),
  name: z.string(),
  fictional: z.boolean(),
  total: z.number().int(),
  published: z.number().int(),
  /** Facilities whose submitted level counts. */
  known: z.number().int(),
  median: z.number().nullable(),
});
export type RegionLine = z.infer<typeof RegionLine>;

export const readRegion = endpoint({
  method: 'GET',
  path: '/regions/{region}',
  summary: 'Where the facilities of a region stand: submitted snapshots and steering facts only.',
  params: ofRegion,
  query: Filters,
  answers: Region,
  refuses: ['not-found'],
});
export const exportRegion = endpoint({
  method: 'GET',
  path: '/regions/{region}/export',
  summary: 'The same list as CSV, formulas neutralised.',
  params: ofRegion,
  query: Filters,
  answers: z.string(),
  media: 'text/csv',
  refuses: ['not-found'],
});
export const listRegions = endpoint({
  method: 'GET',
  path: '/regions',
  summary: 'The regions that the reader steers, each with its figures.',
  answers: z.object({ regions: z.array(RegionLine) }),
});
