import { err, ok, type Result } from '@egide/kernel/result';
import { shown } from '../clean.ts';
import { collect, decodeUtf8 } from '../strict-text.ts';
import { type Bytes, type FileFault, type Params, type Take, fault } from '../format.ts';
import { checkShape } from '../shape.ts';
import { type Path, dotted, parseStrictJson } from '../strict-json.ts';
import { checkActor, facilityKind } from './actors.ts';
import { CARE_D1, DATE_DONE, EVENT_TYPES, ID_TYPE, isReadType, LAST_EVENT_TYPE, NAME_TYPE, ROLE } from './codes.ts';
import type { OpssiesEvent } from './event.ts';
import { perimeterName } from './networks.ts';
import { checkEvent } from './profile.ts';
import { Report, fields, isWhole } from './report.ts';
import { CommonActor, type EventActor, OpssiesAudit, OpssiesFile } from './schema.ts';
import { readTime } from './times.ts';

/** 20 MiB, bytes; the largest official file known holds a few dozen events. */
export const MAX_BYTES = 20 * 1024 * 1024;
/**
 * Events of one file, each of which states two facts at most: 50,000 facts, as in a file of facts. A year of the 900 members of
 * the 135 GHT, each with eight directory audits, twelve exposure audits and one exercise, is 19,000.
 */
export const MAX_EVENTS = 25_000;
const LIMITS = { depth: 16, values: 1_000_000, place: dotted };

/** Reads one exchange file whole. An error in what events share refuses them all; an error in one event refuses that one. */
export async function read(bytes: Bytes, take: Take<OpssiesEvent>): Promise<Result<{ records: number }, FileFault>> {
  const held = await collect(bytes, MAX_BYTES);
  if (!held.ok) return held;
  const decoded = decodeUtf8(held.value);
  if (!decoded.ok) return decoded;
  const json = parseStrictJson(decoded.value.text, LIMITS);
  if (!json.ok) return err(fault(json.error.code, { ...json.error.params, at: json.error.at }));
  if (Array.isArray(json.value)) return err(fault('opssies-root-array'));
  const file = OpssiesFile.safeParse(json.value);
  if (!file.success) return err(fault('opssies-no-events'));
  const count = file.data.events.event.length;
  if (count > MAX_EVENTS) return err(fault('opssies-too-many', { count, limit: MAX_EVENTS }));
  const report = new Report();
  if (decoded.value.marked) report.warn(['1'], 'encoding-bom');
  const events = readFile(file.data, fields(json.value), report);
  for (const item of report.notices) await take(item);
  for (const event of events) await take({ record: event, at: event.at });
  return ok({ records: events.length });
}

function readFile(
  { events }: OpssiesFile,
  root: Readonly<Record<string, unknown>>,
  report: Report,
): readonly OpssiesEvent[] {
  const careD1 = events.event.some((event) => fields(event)['eventType'] === CARE_D1);
  checkExtraction(root, report);
  const common = events.stakeholders ?? [];
  common.forEach((actor, i) => {
    const path = ['events', 'stakeholders', i];
    checkShape(CommonActor, actor, tellAt(path, report));
    checkActor(actor, path, { careD1, report });
  });
  if (events.event.length === 0) report.reject(['events', 'event'], 'no-event');
  const shared = report.rejections;
  const read = events.event.flatMap(
    (event, i) => readEvent(event, { path: ['events', 'event', i], common, careD1, report }) ?? [],
  );
  return shared > 0 ? [] : read;
}

/** The schema of v0.13 has `extractionDate` at its root, the FAQ `ExtractionDate`: both are read, in either place (ours). */
function checkExtraction(root: Readonly<Record<string, unknown>>, report: Report): void {
  const inner = fields(root['events']);
  const places: [Path, unknown][] = ['extractionDate', 'ExtractionDate'].flatMap((name): [Path, unknown][] => [
    [[name], root[name]],
    [['events', name], inner[name]],
  ]);
  const given = places.filter(([, value]) => value !== undefined);
  if (given.length === 0) report.recall(['extractionDate'], 'extraction-date-missing');
  for (const [path, value] of given) {
    const time = typeof value === 'string' ? readTime(value) : 'bad-date-format';
    if (time === 'bad-date-format' || time === 'date-not-real') report.reject(path, time, { value: shown(value) });
  }
}

const tellAt =
  (path: Path, report: Report) =>
  (inner: Path, code: string, params: Params): void =>
    report.reject([...path, ...inner], code, params);

type Place = {
  readonly path: Path;
  readonly common: readonly unknown[];
  readonly careD1: boolean;
  readonly report: Report;
};

function readEvent(event: unknown, place: Place): OpssiesEvent | null {
  const { path, report } = place;
  const type = fields(event)['eventType'];
  if (!isWhole(type)) {
    checkShape(OpssiesAudit.pick({ eventType: true }), event, tellAt(path, report));
    return null;
  }
  if (!isReadType(type)) {
    if (type >= 1 && type <= LAST_EVENT_TYPE) report.warn([...path, 'eventType'], 'event-not-read', { value: type });
    else report.reject([...path, 'eventType'], 'code-unknown', { value: type, last: LAST_EVENT_TYPE });
    return null;
  }
  const before = report.rejections;
  const audit = checkShape(OpssiesAudit, event, tellAt(path, report));
  const actors = fields(event)['stakeholders'];
  if (Array.isArray(actors))
    actors.forEach((actor, i) => checkActor(actor, [...path, 'stakeholders', i], { careD1: type === CARE_D1, report }));
  checkEvent(event, { path, type, common: place.common, report });
  return audit === null || report.rejections > before ? null : toEvent(audit, { type, ...place });
}

function toEvent(
  audit: OpssiesAudit,
  { type, path, common, report }: Place & { type: OpssiesEvent['type'] },
): OpssiesEvent | null {
  const done = audit.dates.find((date) => date.dateType === DATE_DONE);
  const time = done === undefined ? null : readTime(done.__text);
  if (done === undefined || time === null || time === 'bad-date-format' || time === 'date-not-real') {
    report.warn([...path, 'dates'], 'not-carried-out');
    return null;
  }
  const shared = common.flatMap((actor) => CommonActor.safeParse(actor).data ?? []);
  const scopes = audit.scopes ?? [];
  return {
    at: dotted(path),
    type,
    kind: EVENT_TYPES[type],
    facility: facilityOf(audit, shared, path),
    done: { raw: done.__text, instant: time },
    level: audit.outcome?.level ?? null,
    score: audit.outcome?.score ?? null,
    forest: audit.scope?.forest?.forestFqdn?.toLowerCase() ?? 'central',
    perimeter: perimeterName(scopes.flatMap((scope) => scope.domains ?? [])),
    provider: providerOf(audit, shared),
    tlp: audit.tlp ?? 'amber',
  };
}

function facilityOf(audit: OpssiesAudit, shared: readonly CommonActor[], path: Path): OpssiesEvent['facility'] {
  const own = (audit.stakeholders ?? []).findIndex((actor) => actor.stakeholderRoleType === ROLE.recipient);
  const other = shared.findIndex((actor) => actor.stakeholderRoleType === ROLE.recipient);
  const ids = own >= 0 ? (audit.stakeholders?.[own]?.stakeholderId ?? []) : [shared[other]?.stakeholderId];
  const numbers = (kind: 'entity' | 'site'): string[] => [
    ...new Set(ids.flatMap((id) => (id !== undefined && facilityKind(id) === kind ? [id.__text] : []))),
  ];
  const at =
    own >= 0 ? [...path, 'stakeholders', own, 'stakeholderId'] : ['events', 'stakeholders', other, 'stakeholderId'];
  return { entities: numbers('entity'), sites: numbers('site'), at: dotted(at) };
}

function providerOf(audit: OpssiesAudit, shared: readonly CommonActor[]): OpssiesEvent['provider'] {
  const actors: readonly (CommonActor | EventActor)[] = [...(audit.stakeholders ?? []), ...shared];
  const provider = actors.find((actor) => actor.stakeholderRoleType === ROLE.provider);
  if (provider === undefined) return null;
  const ids = [provider.stakeholderId].flat();
  const siren =
    ids.find((id) => id.stakeholderIdType === ID_TYPE.siren)?.__text ??
    ids.find((id) => id.stakeholderIdType === ID_TYPE.siret)?.__text.slice(0, 9) ??
    null;
  const name = (type: number): string | undefined =>
    provider.stakeholderNameTypes?.find((n) => n.stakeholderNameType === type)?.__text;
  return { siren, name: name(NAME_TYPE.long) ?? name(NAME_TYPE.short) ?? null };
}
