import type { Day } from '@egide/kernel/days';
import type { EntityFiness, SiteFiness } from '@egide/kernel/finess';
import { normaliseFiness, parseFiness } from '@egide/kernel/finess';
import { damaged, day, shown, text } from '../clean.ts';
import type { Item, Params, Take } from '../format.ts';
import { hasCoordinates, position } from './coordinates.ts';
import type { Address, EntityRecord, FinessRecord, SiteRecord } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;
type Remark = (code: string, params?: Params) => void;
const NO_ADDRESS: Address = {
  street: null,
  place: null,
  postcode: null,
  town: null,
  commune: null,
  longitude: null,
  latitude: null,
};

// Safe: a value that is an object and no array is a record of unknown fields; own keys only are read, by name.
export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The number as written, read and, when a spreadsheet ate its leading zero, repaired under condition. */
export function number<T extends EntityFiness | SiteFiness>(
  written: unknown,
): { finess: T; repaired: boolean } | { fault: string } {
  const raw = text(written) ?? '';
  if (raw === '') return { fault: 'number-missing' };
  const read = parseFiness(raw);
  // Safe: the place of the field in the file says of which kind the number is.
  if (read.ok) return { finess: read.value as T, repaired: false };
  if (read.error !== 'finess-lost-zero') return { fault: read.error };
  // Safe: parseFiness has just found this number valid.
  return { finess: `0${normaliseFiness(raw)}` as T, repaired: true };
}

function dated(value: unknown, remark: Remark): Day | null {
  const read = day(value);
  if (read !== 'unreadable') return read;
  remark('date-unreadable', { value: shown(value) });
  return null;
}

/** Usage 02 is the head office of an entity, 03 the main address of a site, which may have 150 of them. */
function address(written: unknown, usage: '02' | '03', remark: Remark): Address {
  const all = list(written).map(fields);
  const main = all.find((one) => one.usageAdresse === usage);
  if (main === undefined) {
    if (all.length > 0) remark('address-usage', { usage });
    return NO_ADDRESS;
  }
  const commune = text(main.cogCommune);
  const coordinates = fields(main.coordonneesGeographique);
  const found = position(coordinates, commune);
  if (found === null && hasCoordinates(coordinates)) remark('coordinates-unusable');
  const assembled = [text(main.numeroVoie), text(main.complementVoie), text(main.typeVoie), text(main.libelleVoie)]
    .filter((part) => part !== null)
    .join(' ');
  return {
    street: text(main.ligneQuatre) ?? text(assembled),
    place: text(main.lieuDit),
    postcode: text(main.codePostal),
    town: text(main.ligneAcheminement),
    commune,
    longitude: found?.longitude ?? null,
    latitude: found?.latitude ?? null,
  };
}

function named(long: unknown, short: unknown, remark: Remark): { name: string | null; shortName: string | null } {
  const shortName = text(short);
  const name = text(long) ?? shortName;
  if (name !== null && damaged(name)) remark('name-damaged', { value: shown(name) });
  if (name?.includes('\\') === true) remark('name-backslash', { value: shown(name) });
  return { name, shortName };
}

function state(value: unknown, remark: Remark): boolean {
  if (value !== 'A' && value !== 'I') remark('state-unknown', { value: shown(value) });
  return value !== 'I';
}

function entityOf(written: Fields, remark: Remark): EntityRecord | { fault: string; value: unknown } {
  const general = fields(written.informationsGeneralesPMEJ);
  const read = number<EntityFiness>(general.numFinessPm);
  if ('fault' in read) return { fault: read.fault, value: general.numFinessPm };
  const { name, shortName } = named(general.denominationLonguePmSmsse, general.denominationPm, remark);
  if (name === null) return { fault: 'name-missing', value: general.numFinessPm };
  return {
    kind: 'entity',
    ...read,
    name,
    shortName,
    siren: text(general.siren),
    ape: text(general.codeApe),
    status: text(general.statutJuridique),
    publicFunction: text(general.fonctionPublique),
    open: state(written.etatObjet, remark),
    created: dated(general.dateCreation, remark),
    closed: dated(general.dateFermeture, remark),
    address: address(written.adresse, '02', remark),
  };
}

function siteOf(written: Fields, entity: EntityFiness, remark: Remark): SiteRecord | { fault: string; value: unknown } {
  const general = fields(written.informationsGeneralesEGE);
  const read = number<SiteFiness>(general.numFinessEge);
  if ('fault' in read) return { fault: read.fault, value: general.numFinessEge };
  const { name, shortName } = named(general.nomEgeLong, general.nomEgeCourt, remark);
  if (name === null) return { fault: 'name-missing', value: general.numFinessEge };
  const category = text(written.categorieentiteGeographiqueExercice);
  if (category === null) remark('site-without-category');
  return {
    kind: 'site',
    ...read,
    entity,
    name,
    shortName,
    complement: text(general.complementDenominationEg),
    category,
    tariff: text(written.modefixationtarifaire),
    service: text(list(general.espic)[0]),
    siret: text(general.siret),
    open: state(written.etatObjet, remark),
    opened: dated(general.dateOuverture, remark),
    closed: dated(general.dateFermeture, remark),
    address: address(written.adresse, '03', remark),
  };
}

/**
 * One element of `pmej`: the entity, then its sites. An entity that is refused takes its sites with it, each said.
 * Contacts are not read: no e-mail address nor person is imported (GDPR, article 5(1)(c): no more data than needed).
 */
export async function readEntity(
  element: Fields,
  at: string,
  take: Take<FinessRecord>,
): Promise<{ technicalId: string | null; finess: EntityFiness | null }> {
  const out: Item<FinessRecord>[] = [];
  const remarks =
    (place: string): Remark =>
    (code, params = {}) =>
      void out.push({ level: 'warning', at: place, code, params });
  const refused = (place: string, reason: { fault: string; value: unknown }): void =>
    void out.push({ level: 'rejected', at: place, code: reason.fault, params: { value: shown(reason.value) } });
  const entity = entityOf(element, remarks(at));
  if ('fault' in entity) refused(at, entity);
  else out.push({ record: entity, at });
  for (const [i, written] of list(element.ege).entries()) {
    const place = `${at}/ege/${i}`;
    const site =
      'fault' in entity
        ? { fault: 'entity-refused', value: fields(fields(written).informationsGeneralesEGE).numFinessEge }
        : siteOf(fields(written), entity.finess, remarks(place));
    if ('fault' in site) refused(place, site);
    else out.push({ record: site, at: place });
  }
  for (const item of out) {
    const wait = take(item);
    if (wait !== undefined) await wait;
  }
  return {
    technicalId: text(fields(element.informationsGeneralesPMEJ).pmSmsseId),
    finess: 'fault' in entity ? null : entity.finess,
  };
}
