import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../../testing.ts';
import { aPerson } from '../../access/testing.ts';
import { aWrittenEntity, aWrittenFile, aWrittenSite, importText } from '../imports/testing.ts';
import { findFacilities } from '../search/find-facilities.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../testing.ts';
import { listTerritories } from '../perimeter/list-territories.ts';
import { listSites, readFacility, readRegister, readSite } from './read-facility.ts';

let instance: TestInstance;
let [rssi, national] = ['', ''];
const [CHU, PERSON, SHELTER, PHARMACY] = ['210780581', '210012142', '010000495', '010780195'];
const at = (town: string, usageAdresse = '03') => [
  {
    usageAdresse,
    cogCommune: '21231',
    codePostal: '21000',
    ligneAcheminement: town,
    ligneQuatre: '1 RUE HAUTE',
    coordonneesGeographique: { coordonneeX: '5.04', coordonneeY: '47.32' },
  },
];
const gcc = [
  {
    nomGcc: 'Ombre',
    gccIdentifiantExterne: '27103',
    pmejDuGcc: [{ pmSmsseId: '1', typeRoleEntiteGroupe: 'S' }],
    etatObjet: 'A',
  },
];

/** The shelter moves from one entity to another between the two days. */
const file = (day: string, shelterAt: 'chu' | 'other'): string => {
  const shelter = aWrittenSite(
    { numFinessEge: SHELTER, nomEgeLong: 'LIEU DE VIE' },
    { categorieentiteGeographiqueExercice: '462', adresse: at('DIJON') },
  );
  const hospital = aWrittenSite(
    { numFinessEge: '010011914', nomEgeLong: 'HOPITAL FRANCOIS MITTERRAND', dateOuverture: '2010-01-01' },
    { categorieentiteGeographiqueExercice: '101', adresse: at('DIJON') },
  );
  const pharmacy = aWrittenSite(
    { numFinessEge: PHARMACY, nomEgeLong: 'PHARMACIE HAUTE' },
    { categorieentiteGeographiqueExercice: '650', adresse: at('BEAUNE') },
  );
  return aWrittenFile(
    [
      aWrittenEntity(
        { pmSmsseId: '1', numFinessPm: CHU, denominationLonguePmSmsse: 'CHU DE DIJON', statutJuridique: '13' },
        { adresse: at('DIJON CEDEX', '02'), ege: [hospital, ...(shelterAt === 'chu' ? [shelter] : [])] },
      ),
      aWrittenEntity(
        { pmSmsseId: '2', numFinessPm: PERSON, denominationLonguePmSmsse: 'JEANNE DUPONT', statutJuridique: '70' },
        { adresse: at('BEAUNE', '02'), ege: [pharmacy] },
      ),
      aWrittenEntity({ pmSmsseId: '3' }, { ege: shelterAt === 'other' ? [shelter] : [] }),
    ],
    { generatedAt: `${day}T02:00:00Z`, gcc },
  );
};

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  rssi = await aPerson(instance, 'rssi', OURS);
  national = await aPerson(instance, 'national-officer', 'nation');
  await importText(instance, file('2026-08-13', 'chu'), { licence: 'Licence Ouverte 2.0' });
  await importText(instance, file('2026-09-01', 'other'), { licence: 'Licence Ouverte 2.0', confirmed: true });
});
afterAll(() => instance.close());

it('shows an entity whole: identity, relations, sites, history, provenance', async () => {
  expect(await instance.as(rssi, (cx) => readFacility(cx, { finess: CHU }))).toEqual({
    finess: CHU,
    name: 'CHU DE DIJON',
    shortName: 'ORSAC',
    open: true,
    opened: '1994-01-01',
    closed: null,
    siren: '775544562',
    ape: '86.10Z',
    fictional: false,
    unseenSince: null,
    status: { code: '13', label: "Etablissement Public Communal d'Hospitalisation" },
    category: { code: '101', label: 'Centre Hospitalier Régional (C.H.R.)' },
    address: {
      hidden: false,
      street: '1 RUE HAUTE',
      place: null,
      postcode: '21000',
      town: 'DIJON CEDEX',
      position: { longitude: 5.04, latitude: 47.32 },
    },
    department: { code: '21', name: "Côte-d'Or" },
    region: { code: '27', name: 'Bourgogne-Franche-Comté', agency: 'ARS Bourgogne-Franche-Comté' },
    groups: [
      {
        code: '27103',
        name: 'Ombre',
        role: 'support',
        since: '2026-08-13',
        until: null,
        members: 1,
        facilities: [{ finess: CHU, name: 'CHU DE DIJON', role: 'support' }],
      },
    ],
    sitesOpen: 1,
    sitesClosed: 0,
    sites: [
      {
        finess: '010011914',
        name: 'HOPITAL FRANCOIS MITTERRAND',
        category: { code: '101', label: 'Centre Hospitalier Régional (C.H.R.)' },
        town: 'DIJON',
        open: true,
        opened: '2010-01-01',
        closed: null,
        unseenSince: null,
      },
    ],
    history: [
      { day: '2026-09-01', exact: false, says: 'Transfert du site LIEU DE VIE à ORGANISATION POUR LA SANTE' },
      { day: '2026-08-13', exact: false, says: 'Établissement support du GHT Ombre' },
      { day: '1994-01-01', exact: true, says: 'Ouverture' },
    ],
    provenance: {
      producer: 'FINESS, ministère chargé de la santé / Agence du numérique en santé',
      day: '2026-09-01',
      licence: 'Licence Ouverte 2.0',
      published: '2026-10-12T08:00:00.000Z',
      fictional: false,
    },
  });
  const other = await instance.as(rssi, (cx) => readFacility(cx, { finess: '010783009' }));
  expect(other.history[0]).toEqual({
    day: '2026-09-01',
    exact: false,
    says: 'Arrivée du site LIEU DE VIE, venu de CHU DE DIJON',
  });
});

it('shows neither the address nor the town of a shelter, to anybody', async () => {
  for (const who of [rssi, national]) {
    const site = await instance.as(who, (cx) => readSite(cx, { finess: SHELTER }));
    expect([site.address, site.entity]).toEqual([
      { hidden: true, street: null, place: null, postcode: null, town: null, position: null },
      { finess: '010783009', name: 'ORGANISATION POUR LA SANTE' },
    ]);
    const { sites } = await instance.as(who, (cx) => listSites(cx, { finess: '010783009', limit: 10 }));
    expect(sites.map(({ town }) => town)).toEqual([null]);
    const found = await instance.as(who, (cx) => findFacilities(cx, { text: 'lieu de vie', limit: 5, persons: true }));
    expect(found.facilities.map(({ finess, town, postcode }) => [finess, town, postcode])).toEqual([
      [SHELTER, null, null],
    ]);
    const byTown = await instance.as(who, (cx) => findFacilities(cx, { text: 'vie dijon', limit: 5, persons: true }));
    expect(byTown.facilities.map(({ finess }) => finess)).not.toContain(SHELTER);
  }
});

it('hides natural persons, save from those who may ask for them', async () => {
  await expect(instance.as(rssi, (cx) => readFacility(cx, { finess: PERSON }))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(instance.as(rssi, (cx) => listSites(cx, { finess: PERSON, limit: 10 }))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await instance.as(rssi, (cx) => readSite(cx, { finess: PHARMACY }))).entity).toEqual({
    finess: PERSON,
    name: null,
  });
  const names = async (who: string, text: string, persons: boolean) =>
    (await instance.as(who, (cx) => findFacilities(cx, { text, limit: 5, persons }))).facilities.map(
      ({ name }) => name,
    );
  expect([
    await names(rssi, 'dupont', true),
    await names(rssi, PERSON, true),
    await names(national, 'dupont', false),
    await names(national, 'dupont', true),
  ]).toEqual([[], [], [], ['JEANNE DUPONT']]);
  expect((await instance.as(national, (cx) => readFacility(cx, { finess: PERSON }))).name).toBe('JEANNE DUPONT');
});

it('shows a category that no nomenclature knows, by its code', async () => {
  expect((await instance.as(rssi, (cx) => readSite(cx, { finess: PHARMACY }))).category).toEqual({
    code: '650',
    label: 'code 650 (libellé inconnu)',
  });
});

it('gives sites page by page, each once', async () => {
  await instance.owner.query(
    `insert into facilities.sites (finess, legal_entity, name, open, fictional) select 'S' || n, $1, case when n % 3 = 0 then 'MEME NOM' else 'SITE ' || n end, n % 2 = 0, true from generate_series(1, 9) n`,
    [NEIGHBOUR],
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await instance.as(rssi, (cx) => listSites(cx, { finess: NEIGHBOUR, after, limit: 2 }));
    seen.push(...page.sites.map(({ finess }) => finess));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(['S6', 'S2', 'S4', 'S8', 'S3', 'S9', 'S1', 'S5', 'S7']);
});

it('says what the register in place is, and nothing of what does not exist', async () => {
  expect(await instance.as(rssi, readRegister)).toMatchObject({
    day: '2026-09-01',
    legalEntities: 5,
    groups: 1,
    fictional: true,
  });
  await expect(instance.as(rssi, (cx) => readFacility(cx, { finess: '750712184' }))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(instance.as(rssi, (cx) => readSite(cx, { finess: '750712184' }))).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('lists the regions, with or without a facility, and the open groups', async () => {
  await instance.owner.query(
    `insert into facilities.regions (code, name, fictional) values ('V9', 'Sans-Établissement', true);
     insert into facilities.groups (code, name, open, fictional) values ('27199', 'Fermé', false, true)`,
  );
  const { regions, groups } = await instance.as(rssi, listTerritories);
  expect(regions.find((one) => one.code === 'V9')).toEqual({
    code: 'V9',
    name: 'Sans-Établissement',
    fictional: true,
  });
  expect(groups).toEqual([{ code: '27103', name: 'Ombre', fictional: false }]);
});
