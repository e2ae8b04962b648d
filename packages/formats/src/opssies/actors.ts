import { parseFiness } from '@egide/kernel/finess';
import { shown } from '../clean.ts';
import type { Path } from '../strict-json.ts';
import { ACTOR_TYPE, ID_TYPE, NAME_TYPE, ROLE } from './codes.ts';
import { type Report, fields, isWhole, list } from './report.ts';

const FINESS = /^\d[\dAB]\d{7}$/;
const SIREN = /^\d{9}$/;
const SIRET = /^\d{14}$/;
/** "Trigramme indexé"; `TST-00` and `TS-01` are seen in official files. */
const GROUP = /^[A-Z]{2,3}-\d{2}$/;

/** `careD1`: the file holds at least one event of the CaRE D1 profile, whose rules on actors are stricter. */
export type Profile = { readonly careD1: boolean };

/** Rules on one actor, after its shape: type, role, names and identifiers. */
export function checkActor(actor: unknown, path: Path, rules: Profile & { report: Report }): void {
  const {
    stakeholderType: type,
    stakeholderRoleType: role,
    stakeholderId: ids,
    stakeholderNameTypes: names,
  } = fields(actor);
  if (isWhole(role) && (role < ROLE.requester || role > ROLE.recipient))
    rules.report.reject([...path, 'stakeholderRoleType'], 'code-unknown', { value: role, last: ROLE.recipient });
  if (isWhole(type)) checkType(type, role, { path: [...path, 'stakeholderType'], ...rules });
  checkNames(names, [...path, 'stakeholderNameTypes'], rules);
  const many = Array.isArray(ids);
  checkIds(many ? ids : [ids], role, { path: [...path, 'stakeholderId'], many, ...rules });
}

type Place = Profile & { readonly path: Path; readonly report: Report };

function checkType(type: number, role: unknown, { path, careD1, report }: Place): void {
  // The publisher corrected 4 into 3 on 2024-06-06; files of before still circulate.
  if (role === ROLE.provider && type === 4)
    return careD1
      ? report.reject(path, 'provider-type-obsolete', { value: type })
      : report.warn(path, 'old-code', { value: type });
  if (type < ACTOR_TYPE.site || type > ACTOR_TYPE.thirdParty)
    return report.reject(path, 'code-unknown', { value: type, last: ACTOR_TYPE.thirdParty });
  if (role === ROLE.provider && type !== ACTOR_TYPE.thirdParty && careD1)
    return report.reject(path, 'provider-type', { value: type });
  if (role === ROLE.recipient && type === ACTOR_TYPE.thirdParty) report.reject(path, 'recipient-type', { value: type });
}

function checkNames(names: unknown, path: Path, { careD1, report }: Profile & { report: Report }): void {
  const types = list(names).map((name) => fields(name)['stakeholderNameType']);
  types.forEach((type, i) => {
    // 6 is in no list, and samples use it for the short name of a group.
    if (isWhole(type) && type !== NAME_TYPE.short && type !== NAME_TYPE.long && type !== NAME_TYPE.groupShort)
      report.reject([...path, i, 'stakeholderNameType'], 'code-unknown', { value: type, last: NAME_TYPE.long });
  });
  if (!careD1) return;
  if (!types.includes(NAME_TYPE.long)) report.reject(path, 'name-missing');
  if (!types.includes(NAME_TYPE.short) && !types.includes(NAME_TYPE.groupShort))
    report.recall(path, 'short-name-missing');
}

function checkIds(ids: readonly unknown[], role: unknown, place: Place & { readonly many: boolean }): void {
  const { path, report, many, careD1 } = place;
  const seen = new Set<string>();
  ids.forEach((id, i) => {
    const { stakeholderIdType: type, __text: text } = fields(id);
    if (!isWhole(type) || typeof text !== 'string') return;
    const here = many ? [...path, i] : path;
    if (seen.has(`${type} ${text}`)) report.warn(here, 'id-twice', { value: shown(text) });
    seen.add(`${type} ${text}`);
    checkId({ type, text, role }, here, report);
  });
  const types = ids.map((id) => fields(id)['stakeholderIdType']);
  // Where the shape is wrong, the schema has said so: nothing more can be said of what is missing.
  if (types.some((type) => !isWhole(type))) return;
  if (careD1 && role === ROLE.provider && !types.includes(ID_TYPE.siren) && !types.includes(ID_TYPE.siret))
    report.reject(path, 'provider-id');
  if (role === ROLE.recipient && !ids.some(namesFacility)) report.reject(path, 'recipient-unidentified');
}

function checkId(
  { type, text, role }: { type: number; text: string; role: unknown },
  path: Path,
  report: Report,
): void {
  const value = shown(text);
  switch (type) {
    case ID_TYPE.range:
      return;
    case ID_TYPE.site:
    case ID_TYPE.entity:
      if (FINESS.test(text)) return checkFiness(text, path, report);
      // The official sample writes `TST-00` under type 3.
      return type === ID_TYPE.entity && GROUP.test(text)
        ? report.warn(path, 'group-id-as-finess', { value })
        : report.reject(path, 'id-form', { value, type });
    case ID_TYPE.siren:
      if (!SIREN.test(text)) return report.reject(path, 'id-form', { value, type });
      return luhn(text) ? undefined : report.warn(path, 'siren-key', { value });
    case ID_TYPE.siret:
      if (SIRET.test(text)) return;
      // The guide gives 5 for FINESS géographique where the list gives 2; the sample puts the SIREN of ANS under 5.
      if (role === ROLE.recipient && FINESS.test(text)) return checkFiness(text, path, report);
      return SIREN.test(text)
        ? report.warn(path, 'siren-as-siret', { value })
        : report.reject(path, 'id-form', { value, type });
    case ID_TYPE.group:
      return GROUP.test(text) ? undefined : report.warn(path, 'group-id-form', { value });
    default:
      return report.reject(path, 'code-unknown', { value: type, last: ID_TYPE.group });
  }
}

function checkFiness(text: string, path: Path, report: Report): void {
  if (!parseFiness(text).ok) report.warn(path, 'finess-key', { value: text });
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const part = Number(digit) * (1 + (i % 2));
    return total + (part > 9 ? part - 9 : part);
  }, 0);
  return sum % 10 === 0;
}

const namesFacility = (id: unknown): boolean => facilityKind(id) !== null;

/** Which kind of facility an identifier of the recipient names: 3 an entity, 2 or 5 a site. */
export function facilityKind(id: unknown): 'entity' | 'site' | null {
  const { stakeholderIdType: type, __text: text } = fields(id);
  if (typeof text !== 'string' || !FINESS.test(text)) return null;
  if (type === ID_TYPE.entity) return 'entity';
  return type === ID_TYPE.site || type === ID_TYPE.siret ? 'site' : null;
}
