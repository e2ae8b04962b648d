import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Finess = z.string().regex(/^\d{9}$/);
const Level = z.number().int().min(0).max(4);
const Value = z.union([z.boolean(), z.number(), z.string()]);
const Range = z.tuple([z.number().int(), z.number().int()]);
const day = z.iso.date();

const Site = z.strictObject({
  finess: Finess,
  name: z.string(),
  category: z.string(),
  town: z.string(),
  opened: day,
  closed: day.optional(),
});
const LegalEntity = z.strictObject({
  finess: Finess,
  name: z.string(),
  department: z.string(),
  town: z.string(),
  street: z.string(),
  status: z.string(),
  opened: day,
  siren: z.string().optional(),
  sites: z.array(Site),
});
export type DemoEntity = z.infer<typeof LegalEntity>;

const Territory = z.strictObject({
  region: z.strictObject({ code: z.string(), name: z.string(), agency: z.string() }),
  departments: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  towns: z.array(z.strictObject({ name: z.string(), department: z.string(), insee: z.string(), postcode: z.string() })),
  /** The first member is the support establishment. */
  groups: z.array(z.strictObject({ name: z.string(), number: z.string(), members: z.array(Finess).min(1) })),
  entities: z.array(LegalEntity),
});
export type DemoTerritory = z.infer<typeof Territory>;

const Role = z.enum([
  'facility-director',
  'rssi',
  'contributor',
  'reader',
  'ght-coordinator',
  'auditor',
  'regional-officer',
  'national-officer',
  'cert-officer',
  'platform-administrator',
]);
const People = z.strictObject({
  /** since, until: days before and after today; absent: since ever, without end. */
  accounts: z.array(
    z.strictObject({
      login: z.email(),
      name: z.string(),
      role: Role,
      at: z.string(),
      since: z.number().optional(),
      until: z.number().optional(),
    }),
  ),
  grants: z.array(
    z.strictObject({
      entity: Finess,
      group: z.string(),
      class: z.enum(['internal', 'steering']),
      until: z.number(),
      reason: z.string(),
    }),
  ),
  first: z.array(z.string()),
  last: z.array(z.string()),
});
export type DemoPeople = z.infer<typeof People>;

/** How a value is chosen: as it stands, or drawn. Days are counted before the day of recording. */
const Drawn = z.union([
  Value,
  z.strictObject({ from: z.number(), to: z.number() }),
  z.strictObject({ daysBefore: Range }),
  z.strictObject({ each: z.array(Value).min(1) }),
  z.strictObject({ now: Value, age: Range.optional(), before: Value.optional(), days: Range.optional() }),
]);
export type DrawnValue = z.infer<typeof Drawn>;

const Source = z.enum(['person', 'document', 'opssies', 'audit', 'exercise']);
const Way = z.strictObject({
  source: Source,
  label: z.string(),
  age: Range,
  unit: z.string().optional(),
  by: z.literal('officer').optional(),
  about: z
    .strictObject({ kind: z.enum(['system', 'activity', 'forest', 'perimeter']), ids: z.array(z.string()).min(1) })
    .optional(),
});
export type FactWay = z.infer<typeof Way>;
const FactsOfLevels = z.strictObject({
  levels: z.record(z.string(), z.record(z.string(), z.record(z.string(), Drawn))),
  asked: z.array(z.string()),
  keys: z.record(z.string(), Way),
});
export type FactsOfLevels = z.infer<typeof FactsOfLevels>;

const Published = z.strictObject({
  finess: Finess,
  level: z.number().min(0).max(4),
  known: z.number().int().min(17).max(27),
  submitted: z.number().int(),
  lastYear: z.number().optional(),
  directory: z.number().int().min(1).max(4).optional(),
  exposure: z.strictObject({ critical: z.number().int(), major: z.number().int() }).optional(),
  exercise: z.number().int().optional(),
  /** Indicators whose level the story fixes. */
  levels: z.record(z.string(), Level).optional(),
});
export type PublishedProfile = z.infer<typeof Published>;
const Evaluations = z.strictObject({
  published: z.array(Published),
  begun: z.array(z.strictObject({ finess: Finess, known: z.number().int(), level: z.number() })),
  silent: z.array(z.strictObject({ finess: Finess, silentFor: z.number().int().optional() })),
});
export type DemoEvaluations = z.infer<typeof Evaluations>;

const Fixed = z.strictObject({
  days: z.number().int(),
  value: Value.optional(),
  valueDays: z.number().int().optional(),
  expires: z.number().int().optional(),
});
const Told = z.strictObject({
  finess: Finess,
  submitted: z.number().int(),
  indicators: z.record(
    z.string(),
    z.strictObject({
      now: Level.optional(),
      lastYear: Level.optional(),
      said: z.union([z.enum(['same', 'alone', 'not']), Level]),
      by: z.string().optional(),
      days: z.number().int().optional(),
    }),
  ),
  facts: z.record(z.string(), Fixed),
  lapsed: z.record(z.string(), Fixed),
  besides: z.array(z.string()),
});
export type ToldEntity = z.infer<typeof Told>;

/** The fictional territory, whole: register, people, and what each legal entity is to look like. */
export interface Demo {
  readonly territory: DemoTerritory;
  readonly people: DemoPeople;
  readonly facts: FactsOfLevels;
  readonly evaluations: DemoEvaluations;
  /** The legal entity whose story is told in detail. */
  readonly told: ToldEntity;
}

const read = (name: string): unknown => parse(readFileSync(new URL(`../demo/${name}.yaml`, import.meta.url), 'utf8'));

/** Reads `packages/content/demo`. Throws when a file does not have its shape: it is ours, and a test reads it. */
export const readDemo = (): Demo => ({
  territory: Territory.parse(read('territory')),
  people: People.parse(read('people')),
  facts: FactsOfLevels.parse(read('facts')),
  evaluations: Evaluations.parse(read('evaluations')),
  told: Told.parse(read('montferrand')),
});
