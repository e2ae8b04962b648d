import type { ImportReport } from '@egide/contract/evidence';
import { importGuards } from '@egide/content/nomenclatures';
import type { Notice, StatedFact } from '@egide/formats';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import type { Cx } from '../../platform/cx.ts';
import type { Params } from '../../platform/refusal.ts';
import { vocabulary } from '../frameworks/index.ts';
import { correctionFault } from './correction.ts';
import { statedByMany } from './facts-of.ts';
import { toNewObservation, trustOf } from './import-fact.ts';
import { isUnusual, type Outcome } from './import-guard.ts';
import { heldFacts, newsOf } from './import-ledger.ts';
import { type FactsFile, type ReadFacts, readFacts, type Stated } from './import-read.ts';
import { type Known, known, type Standing, standingOf } from './import-standing.ts';
import { sayNotice } from './import-words.ts';
import { type Checked, check, type NewObservation } from './observation.ts';
import { record } from './record.ts';

type Said = { readonly at: string; readonly code: string; readonly params: Params };
/** A fact that will be recorded for this legal entity, unless the ledger already holds it. */
type Accepted = {
  readonly at: string;
  readonly finess: string;
  readonly input: NewObservation;
  readonly checked: Checked;
};
/** What becomes of the records of a file, before anything is written. */
interface Staged {
  readonly accepted: readonly Accepted[];
  readonly rejected: readonly Said[];
  readonly warnings: readonly Said[];
}

interface Settled {
  readonly news: readonly Accepted[];
  readonly rejected: readonly Said[];
  readonly warnings: readonly Said[];
  readonly unchanged: number;
}

/**
 * Reads a file of facts, holds all of it against the register, the vocabulary and the rights of the importer, then records
 * what is accepted, in the transaction of `cx`. A record is recorded whole or refused with its place; a fact that the ledger
 * already holds, at least as trusted, is counted as unchanged. `organisation`: for facts that name no facility. `confirm`: a
 * person accepts unusual losses, without which nothing is recorded.
 */
export async function importFacts(
  cx: Cx,
  { file, organisation = null, confirm = false }: { file: FactsFile; organisation?: string | null; confirm?: boolean },
): Promise<ImportReport> {
  const read = await readFacts(file);
  const staged = await stage(cx, read, { organisation, fileName: file.name });
  const settled = await settle(cx, staged.accepted);
  const of = (level: Notice['level']): Said[] => read.notices.filter((n) => n.level === level);
  const rejected = [...of('rejected'), ...staged.rejected, ...settled.rejected];
  const held = confirm
    ? null
    : holdBack(cx, {
        news: settled.news.length,
        rejected: rejected.length,
        records: read.stated.length + of('rejected').length,
      });
  const counts = held === null ? await write(cx, settled) : { recorded: 0, unchanged: settled.unchanged };
  const say = (said: Said): ImportReport['rejected'][number] => ({
    at: said.at,
    code: said.code,
    message: sayNotice(cx.locale, said),
  });
  const report = {
    ...counts,
    rejected: rejected.map(say),
    warnings: [...of('warning'), ...staged.warnings, ...settled.warnings].map(say),
    held,
  };
  await trace(cx, { file, read, report, entities: entitiesOf(staged.accepted) });
  return report;
}

function holdBack(cx: Cx, outcome: Outcome): ImportReport['held'] {
  if (!isUnusual(outcome, importGuards().facts)) return null;
  return {
    message: sayNotice(cx.locale, {
      at: '',
      code: 'losses-unusual',
      params: { rejected: outcome.rejected, records: outcome.records, news: outcome.news },
    }),
    wouldRecord: outcome.news,
  };
}

async function stage(
  cx: Cx,
  read: ReadFacts,
  { organisation, fileName }: { organisation: string | null; fileName: string },
): Promise<Staged> {
  const named = read.stated.flatMap(({ facts }) => facts.flatMap((fact) => fact.facility ?? []));
  const register = await known(cx, named, organisation);
  const parts = read.stated.map((stated) => stageOne(cx, stated, { read, register, organisation, fileName }));
  const warnings = parts.flatMap((part) => part.warnings);
  // Said once for the whole file: it holds for each of its facts.
  const once = (code: string): Said[] => warnings.filter((w) => w.code === code).slice(0, 1);
  const each = warnings.filter((w) => w.code !== 'to-confirm' && w.code !== 'trust-lowered');
  return {
    accepted: parts.flatMap((part) => part.accepted),
    rejected: parts.flatMap((part) => part.rejected),
    warnings: [...each, ...once('to-confirm'), ...once('trust-lowered')],
  };
}

type Around = {
  readonly read: ReadFacts;
  readonly register: Known;
  readonly organisation: string | null;
  readonly fileName: string;
};

function stageOne(cx: Cx, { at, facts }: Stated, around: Around): Staged {
  const facility = facts[0]?.facility ?? null;
  const standing = standingOf(cx, facility, around);
  if ('code' in standing) return { accepted: [], rejected: [{ at: facility?.at ?? at, ...standing }], warnings: [] };
  const checked = facts.map((fact) => checkOne(cx, fact, { standing, ...around }));
  // Two facts of one record fail for one reason: it is said once.
  const faults = checked.flatMap((c) => ('faults' in c ? c.faults : []));
  const rejected = faults.filter(
    (f, i) => faults.findIndex((other) => other.at === f.at && other.code === f.code) === i,
  );
  if (rejected.length > 0) return { accepted: [], rejected, warnings: [] };
  const accepted = checked.flatMap((c) => ('faults' in c ? [] : c));
  return {
    accepted,
    rejected,
    warnings: warningsOf(facts, { at: facility?.at ?? at, standing, format: around.read.format }),
  };
}

function warningsOf(
  facts: readonly StatedFact[],
  { at, standing, format }: { at: string; standing: Standing; format: string },
): Said[] {
  const warnings: Said[] = standing.bySite
    ? [{ at, code: 'facility-by-site', params: { finess: standing.finess } }]
    : [];
  if (!facts.some((fact) => trustOf(fact, standing).lowered)) return warnings;
  return [...warnings, { at, code: format === 'opssies' ? 'to-confirm' : 'trust-lowered', params: {} }];
}

function checkOne(
  cx: Cx,
  stated: StatedFact,
  { standing, read, fileName }: Around & { standing: Standing },
): Accepted | { faults: readonly Said[] } {
  const input = toNewObservation(stated, {
    standing,
    format: read.format,
    fileName,
    key: vocabulary().get(stated.key),
  });
  const result = check(input, { vocabulary: vocabulary(), legalEntity: standing.finess, now: cx.now() });
  if (!result.ok)
    return {
      faults: result.error.map((fault) => ({
        at: placeOf(read.format, stated.at, fault.at),
        code: fault.code,
        params: fault.params ?? {},
      })),
    };
  // What stays inside the walls is stated inside the walls.
  if (standing.official && result.value.class === 'internal')
    return { faults: [{ at: stated.at, code: 'fact-internal', params: { key: stated.key } }] };
  return { at: placeOf(read.format, stated.at, ''), finess: standing.finess, input, checked: result.value };
}

/** Where in an OPSSIES event the fault of a fact stands. */
const IN_EVENT: Readonly<Record<string, string>> = {
  '/value': '.outcome.level',
  '/collected': '.dates',
  '/about': '.scope',
  '/about/id': '.scope',
};
/** The place of a fault in the notation of its format: a pointer, a line, a path. */
const placeOf = (format: string, at: string, field: string): string =>
  format === 'opssies' ? `${at}${IN_EVENT[field] ?? ''}` : format === 'facts-csv' ? at : `${at}${field}`;

/** Holds what is accepted against the ledger: what it already says is unchanged, what corrects nothing is refused. */
async function settle(cx: Cx, accepted: readonly Accepted[]): Promise<Settled> {
  const facts = await statedByMany(cx, entitiesOf(accepted), [...new Set(accepted.map((a) => a.checked.key))]);
  const ledgers = new Map([...facts].map(([finess, own]) => [finess, heldFacts(own)]));
  const news: Accepted[] = [];
  const [rejected, warnings]: [Said[], Said[]] = [[], []];
  for (const one of accepted) {
    const ledger = ledgers.get(one.finess) ?? heldFacts([]);
    const found = newsOf(one, ledger);
    if (found === null) continue;
    const { corrects } = one.checked;
    const fault =
      corrects === undefined
        ? null
        : correctionFault(one.checked, ledger.byId.get(corrects), ledger.replaced.has(corrects));
    if (fault !== null) {
      rejected.push({ at: one.at, code: fault, params: { key: one.checked.key } });
      continue;
    }
    news.push({ ...one, input: found.input });
    if (found.former !== null)
      warnings.push({
        at: one.at,
        code: 'fact-corrected',
        params: { value: String(one.checked.value), former: String(found.former.value) },
      });
  }
  return { news, rejected, warnings, unchanged: accepted.length - news.length - rejected.length };
}

async function write(cx: Cx, { news, unchanged }: Settled): Promise<{ recorded: number; unchanged: number }> {
  const counts = { recorded: 0, unchanged };
  for (const finess of entitiesOf(news)) {
    // The same fact twice in one file is one fact.
    const done = await record(
      cx,
      finess,
      news.filter((one) => one.finess === finess).map((one) => one.input),
    );
    counts.recorded += done.recorded;
    counts.unchanged += done.unchanged;
  }
  return counts;
}

const entitiesOf = (accepted: readonly Accepted[]): string[] => [...new Set(accepted.map((one) => one.finess))];

async function trace(
  cx: Cx,
  {
    file,
    read,
    report,
    entities,
  }: { file: FactsFile; read: ReadFacts; report: ImportReport; entities: readonly string[] },
): Promise<void> {
  const detail = {
    name: file.name.slice(0, 200),
    sha256: read.sha256,
    format: read.format,
    recorded: report.recorded,
    unchanged: report.unchanged,
    rejected: report.rejected.length,
  };
  const act = report.held === null ? { action: 'evidence.file-imported' } : { action: 'evidence.file-held' };
  for (const chain of entities.length > 0 ? entities : [INSTANCE]) await cx.record({ chain, ...act, detail });
}
