import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Finess, Id, Instant, Level, ofEntity, State, Verdict } from './shapes.ts';

export const AboutKind = z.enum(['entity', 'site', 'forest', 'system', 'activity', 'perimeter', 'year']);
export const About = z.object({ kind: AboutKind, id: z.string().min(1).max(200) });
export const Trust = z.enum(['declared', 'documented', 'computed', 'verified']);
export const Method = z.enum(['examine', 'interview', 'test']);
export const Value = z.union([z.boolean(), z.number(), z.string().max(2000)]);
/** Valid, ending within sixty days, ended, without end, or replaced by a later one. */
export const Freshness = z.enum(['valid', 'ending', 'ended', 'endless', 'superseded']);

/** A member of a GHT that a fact of its support entity covers. */
export const Covered = z.object({ finess: Finess, name: z.string(), since: Instant, until: Instant.nullable() });
export type Covered = z.infer<typeof Covered>;

/** One fact of the ledger as a reader may see it, with its words. */
export const Observation = z.object({
  id: Id,
  key: z.string(),
  label: z.string(),
  value: Value,
  /** The value with its unit, in the reader's language. */
  says: z.string(),
  about: About.extend({ label: z.string() }),
  collected: Instant,
  collectedDay: Day,
  expires: Instant.nullable(),
  freshness: Freshness,
  method: Method,
  trust: Trust,
  class: z.enum(['internal', 'steering', 'public']),
  /** Reached those who steer when it was recorded. */
  shared: z.boolean(),
  source: z.object({ kind: z.string(), label: z.string() }),
  recorded: Instant,
  corrects: Id.nullable(),
  correctedBy: Id.nullable(),
  /** Takes back what it corrects and says nothing in its place. */
  withdraws: z.boolean(),
  /** Members of the GHT that this fact covers, as far as the reader may know. */
  covers: z.array(Covered),
  /** A fact of the support entity of the GHT that covers this facility, with the sentence that says so; null for its own facts. */
  coveredBy: z.object({ finess: Finess, name: z.string(), members: z.number().int(), says: z.string() }).nullable(),
  /** Inside the walls only. */
  author: z.string().nullable(),
  note: z.string().nullable(),
  /** Documented from an official file, waiting for an officer to confirm it. */
  toConfirm: z.boolean(),
  /** What this reader may do with it: replace it by a correction, take it back. */
  can: z.object({ correct: z.boolean(), withdraw: z.boolean() }),
});
export type Observation = z.infer<typeof Observation>;

/** What may be said under one key, and how to ask a person. */
export const Key = z.object({
  key: z.string(),
  label: z.string(),
  meaning: z.string(),
  ask: z.string(),
  type: z.enum(['boolean', 'integer', 'number', 'date', 'enum', 'text']),
  unit: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  values: z.array(z.object({ value: z.string(), label: z.string() })),
  about: z.array(AboutKind),
  validity: z.string(),
  class: z.enum(['internal', 'steering', 'public']),
  group: z.string(),
  source: z.string().nullable(),
  /** Kept from every GHT and every peer: covers nobody. */
  withheld: z.boolean(),
  /** What a person may state: anything, only what a named document shows, or nothing. */
  byHand: z.enum(['yes', 'with-document', 'no']),
  /** Units in which a value may be given; it is converted into `unit`. Empty when the value has none. */
  units: z.array(z.object({ unit: z.string(), label: z.string() })),
});
export type Key = z.infer<typeof Key>;

export const vocabulary = endpoint({
  method: 'GET',
  path: '/vocabulary',
  summary: 'Every key: type, unit, meaning, validity, class.',
  answers: z.object({ keys: z.array(Key), groups: z.array(z.object({ id: z.string(), label: z.string() })) }),
});

export const listFacts = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/facts',
  summary: 'The latest fact of every key and subject that the reader may see.',
  params: ofEntity,
  answers: z.object({ at: Instant, facts: z.array(Observation) }),
  refuses: ['not-found'],
});

/**
 * A condition that reads a key: an indicator of a framework, an objective of a programme or a gate. `standing`: where this facility
 * stands in it today; null for a reader outside the walls, since it rests on drafts too.
 */
export const KeyReader = z.object({
  kind: z.enum(['indicator', 'objective']),
  id: z.string(),
  of: z.string(),
  title: z.string(),
  standing: z
    .union([
      z.object({ state: State, level: Level.nullable() }),
      /** `toConfirm`: it rests on an official fact that no officer has made official. */
      z.object({ verdict: Verdict, toConfirm: z.boolean() }),
    ])
    .nullable(),
  /** Why this reader, inside, is not told where the facility stands: it rests on a fact kept from every GHT and every peer. */
  withheld: z.string().nullable(),
});
export type KeyReader = z.infer<typeof KeyReader>;
export const keyHistory = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/facts/{key}',
  summary: 'Every observation of one key, the last first, corrections included, and every condition that reads it.',
  params: ofEntity.extend({ key: z.string().max(80) }),
  answers: z.object({ key: Key, observations: z.array(Observation), readers: z.array(KeyReader) }),
  refuses: ['not-found'],
});

export const NewFact = z.object({
  key: z.string().max(80),
  value: Value,
  unit: z.string().max(20).optional(),
  about: About.optional(),
  /** Day or instant; absent: now, or that of the observation corrected. */
  collected: z.union([Day, Instant]).optional(),
  expires: z.union([Day, Instant]).nullable().optional(),
  method: Method.default('interview'),
  document: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('Name of the document that says so: the fact is then documented, otherwise declared'),
  note: z.string().trim().max(4000).optional(),
  corrects: Id.optional(),
  covers: z
    .array(Finess)
    .max(200)
    .optional()
    .describe('Members of the GHT that this fact covers, for its support entity; each of them reads it'),
  coversUntil: Day.optional().describe('Last day on which they read it; until it is revoked when absent'),
});
export type NewFact = z.infer<typeof NewFact>;
export const recordFact = endpoint({
  method: 'POST',
  path: '/organisations/{finess}/facts',
  status: 201,
  summary:
    'States a fact by hand. The ledger is only appended to; `corrects` names the observation that this one replaces.',
  params: ofEntity,
  body: NewFact,
  answers: Observation,
  refuses: ['not-found', 'forbidden', 'fact-refused', 'fact-known'],
});

export const withdrawFact = endpoint({
  method: 'POST',
  path: '/organisations/{finess}/facts/{id}/withdrawal',
  status: 201,
  summary: 'Takes back what was stated by hand: the ledger keeps both, and says again what it said before.',
  params: ofEntity.extend({ id: Id }),
  answers: Observation,
  refuses: ['not-found', 'forbidden', 'fact-stays'],
});
export const revokeCovering = endpoint({
  method: 'DELETE',
  path: '/organisations/{finess}/facts/{id}/coverings/{member}',
  summary: 'A fact of the support entity no longer covers this member of the GHT. The fact itself stays.',
  params: ofEntity.extend({ id: Id, member: Finess }),
  refuses: ['not-found', 'forbidden'],
});

const Remark = z.object({ at: z.string(), code: z.string(), message: z.string() });
export const ImportReport = z.object({
  recorded: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.array(Remark),
  warnings: z.array(Remark),
  /** Why nothing was recorded until a person confirms, and how many facts then would be; null when nothing held the file back. */
  held: z.object({ message: z.string(), wouldRecord: z.number().int() }).nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;
export const OrganisationOfFile = z.object({
  name: z.string().min(1).max(200),
  organisation: Finess.optional(),
  confirm: z.stringbool().default(false).describe('Records although unusually many records are refused'),
});
export const importFacts = endpoint({
  method: 'POST',
  path: '/facts/imports',
  upload: true,
  summary:
    'Records the facts of one file: OPSSIES exchange v0.13, facts in JSON or in CSV, for one or many facilities. What a record lacks is said at its place and the others are recorded; when unusually many are refused, nothing is until `confirm`. `organisation`: the facility of facts that name none. Official when an officer imports, documented and to be confirmed when the facility does.',
  query: OrganisationOfFile,
  answers: ImportReport,
  refuses: [
    'forbidden',
    'too-busy',
    'file-empty',
    'file-too-large',
    'file-truncated',
    'file-is-archive',
    'file-is-page',
    'file-is-document',
    'file-encoding',
    'file-blank',
    'encoding-not-utf8',
    'json-syntax',
    'json-truncated',
    'json-depth',
    'json-too-many',
    'json-duplicate-key',
    'json-prototype-key',
    'json-number',
    'text-nul',
    'text-surrogate',
    'text-control',
    'opssies-root-array',
    'opssies-no-events',
    'opssies-too-many',
    'facts-not-array',
    'facts-too-many',
    'csv-columns',
    'csv-column-twice',
    'csv-quote-open',
    'import-format-unknown',
    'import-format-other',
  ],
});

export const confirmFact = endpoint({
  method: 'POST',
  path: '/organisations/{finess}/facts/{id}/confirmation',
  status: 201,
  summary:
    'An officer of the territory confirms what a facility documented from an official file: the fact becomes official.',
  params: ofEntity.extend({ id: Id }),
  answers: Observation,
  refuses: ['not-found', 'forbidden', 'fact-nothing-to-confirm'],
});

export const WaitingFact = z.object({ facility: z.object({ finess: Finess, name: z.string() }), fact: Observation });
export const listToConfirm = endpoint({
  method: 'GET',
  path: '/regions/{region}/facts/to-confirm',
  summary:
    'What facilities of the region documented from official files and an officer has not yet confirmed, the oldest first.',
  params: z.object({ region: z.string().max(8) }),
  answers: z.object({ total: z.number().int(), waiting: z.array(WaitingFact) }),
  refuses: ['not-found'],
});
