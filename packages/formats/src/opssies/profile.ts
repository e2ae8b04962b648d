import { shown } from '../clean.ts';
import type { Path } from '../strict-json.ts';
import {
  CARE_D1,
  DATE_DONE,
  type EventKind,
  EVENT_TYPES,
  type EventType,
  FUNCTIONAL_CONTEXTS,
  PROGRAMME,
  ROLE,
  TECHNICAL_CONTEXTS,
} from './codes.ts';
import { isDomain, isSystemNumber, networkFault } from './networks.ts';
import { type Report, fields, isWhole, list } from './report.ts';
import { readTime } from './times.ts';

/** Where an event stands, which kind it is, and the roles that the file gives to all its events. */
type Event = {
  readonly path: Path;
  readonly type: EventType;
  readonly kind: EventKind;
  readonly common: readonly unknown[];
  readonly report: Report;
};

/** Rules of the publisher on one event, after its shape; every rule speaks of what is there, whatever else is wrong. */
export function checkEvent(event: unknown, place: Omit<Event, 'kind'>): void {
  const given = fields(event);
  const at: Event = { ...place, kind: EVENT_TYPES[place.type] };
  checkRoles(given['stakeholders'], at);
  checkDates(given['dates'], at);
  checkOutcome(given, at);
  checkProgramme(given['eventAnalysisType'], at);
  checkMarking(given['tlp'], at);
  checkScope(given, at);
}

function checkRoles(actors: unknown, { path, type, common, report }: Event): void {
  const roles = list(actors).map((actor) => fields(actor)['stakeholderRoleType']);
  for (const role of new Set(roles.filter((r, i) => isWhole(r) && roles.indexOf(r) !== i)))
    report.reject([...path, 'stakeholders'], 'role-held-twice', { role: Number(role) });
  const held = new Set([...roles, ...common.map((actor) => fields(actor)['stakeholderRoleType'])]);
  const needed = type === CARE_D1 ? [ROLE.requester, ROLE.provider, ROLE.recipient] : [ROLE.recipient];
  for (const role of needed) if (!held.has(role)) report.reject([...path, 'stakeholders'], 'role-missing', { role });
  if (!held.has(ROLE.auditor) && type === CARE_D1) report.recall([...path, 'stakeholders'], 'auditor-missing');
}

function checkDates(dates: unknown, { path, type, report }: Event): void {
  if (!Array.isArray(dates)) return;
  dates.forEach((date, i) => {
    const { dateType, __text: text } = fields(date);
    if (isWhole(dateType) && (dateType < 1 || dateType > 9))
      report.reject([...path, 'dates', i, 'dateType'], 'code-unknown', { value: dateType, last: 9 });
    else if (isWhole(dateType) && type === CARE_D1 && dateType !== DATE_DONE)
      report.reject([...path, 'dates', i, 'dateType'], 'date-type', { value: dateType });
    const time = typeof text === 'string' ? readTime(text) : 'unread';
    if (time === 'bad-date-format' || time === 'date-not-real')
      report.reject([...path, 'dates', i, '__text'], time, { value: shown(text) });
  });
  const done = dates.filter((date) => fields(date)['dateType'] === DATE_DONE).length;
  if (dates.length === 0 || done > 1 || (type === CARE_D1 && dates.length > 1))
    report.reject([...path, 'dates'], 'one-date', { count: dates.length });
}

function checkOutcome(event: Readonly<Record<string, unknown>>, { path, type, kind, report }: Event): void {
  if (kind === 'exercise') return;
  const { level, score } = fields(event['outcome']);
  if (event['outcome'] === undefined) return report.reject(path, 'field-missing', { field: 'outcome' });
  const here = [...path, 'outcome'];
  if (level === undefined) report.reject(here, 'field-missing', { field: 'level' });
  if (kind === 'directory') {
    if (score === undefined) report.reject(here, 'field-missing', { field: 'score' });
  } else if (score !== undefined) {
    // The D1 profile must not send one; elsewhere it is read and left aside.
    if (type === CARE_D1) report.reject([...here, 'score'], 'score-forbidden');
    else report.warn([...here, 'score'], 'score-ignored');
  }
}

function checkProgramme(code: unknown, { path, type, kind, report }: Event): void {
  if (!isWhole(code)) return;
  const here = [...path, 'eventAnalysisType'];
  if (type === CARE_D1) {
    if (code !== PROGRAMME.careD1) report.reject(here, 'wrong-analysis-type', { value: code });
  } else if (code < PROGRAMME.first || code > PROGRAMME.last)
    report.reject(here, 'code-unknown', { value: code, last: PROGRAMME.last });
  else if (code === PROGRAMME.careD1Until2024 && kind !== 'exercise') report.warn(here, 'old-code', { value: code });
}

function checkMarking(tlp: unknown, { path, report }: Event): void {
  if (tlp === undefined) report.recall(path, 'tlp-missing');
  else if (typeof tlp === 'string' && tlp !== 'amber')
    report.warn([...path, 'tlp'], 'tlp-other', { value: shown(tlp) });
}

function checkScope(event: Readonly<Record<string, unknown>>, { path, type, kind, report }: Event): void {
  const { scope, scopes, functionalContexts, technicalContexts } = event;
  if (type === CARE_D1) {
    if (functionalContexts !== undefined) report.reject([...path, 'functionalContexts'], 'context-place');
    if (technicalContexts !== undefined) report.reject([...path, 'technicalContexts'], 'context-place');
  }
  if (kind === 'directory') checkForest(fields(scope)['forest'], [...path, 'scope', 'forest'], report);
  if (kind !== 'exposure') return;
  if (scope !== undefined) report.warn([...path, 'scope'], 'scope-replaced');
  if (list(scopes).length === 0) report.recall(path, 'scopes-missing');
  list(scopes).forEach((one, i) => checkOneScope(fields(one), [...path, 'scopes', i], report));
}

function checkForest(forest: unknown, path: Path, report: Report): void {
  const name = fields(forest)['forestFqdn'];
  if (name === undefined) report.recall(path, 'forest-missing');
  else if (typeof name === 'string' && !isDomain(name.toLowerCase()))
    report.reject([...path, 'forestFqdn'], 'domain-form', { value: shown(name) });
}

function checkOneScope(scope: Readonly<Record<string, unknown>>, path: Path, report: Report): void {
  const each = (field: string, check: (value: unknown, here: Path) => void): void =>
    list(scope[field]).forEach((value, i) => check(value, [...path, field, i]));
  each('functionalContexts', (context, here) =>
    checkContext(fields(context)['functionalContextCategory'], FUNCTIONAL_CONTEXTS, { path: here, report }),
  );
  each('technicalContexts', (context, here) =>
    checkContext(fields(context)['technicalContextCategory'], TECHNICAL_CONTEXTS, { path: here, report }),
  );
  each('domains', (name, here) => {
    if (typeof name === 'string' && !isDomain(name.toLowerCase()))
      report.reject(here, 'domain-form', { value: shown(name) });
  });
  each('autonomousSystemNumbers', (asn, here) => {
    if (typeof asn === 'string' && !isSystemNumber(asn))
      report.reject(here, 'system-number-form', { value: shown(asn) });
  });
  each('subnetIpV4s', (net, here) => checkNetwork(net, 4, { path: here, report }));
  each('subnetIpV6s', (net, here) => checkNetwork(net, 6, { path: here, report }));
}

type Here = { readonly path: Path; readonly report: Report };

function checkContext(
  code: unknown,
  known: { readonly first: number; readonly last: number },
  { path, report }: Here,
): void {
  if (isWhole(code) && (code < known.first || code > known.last))
    report.warn(path, 'context-code', { value: code, last: known.last });
}

function checkNetwork(net: unknown, version: 4 | 6, { path, report }: Here): void {
  const fault = typeof net === 'string' ? networkFault(net, version) : null;
  if (fault !== null) report.warn(path, fault, { value: shown(net) });
}
