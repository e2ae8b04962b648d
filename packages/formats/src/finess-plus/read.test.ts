import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { everything } from '../testing.ts';
import { finessPlus } from './index.ts';
import { aWrittenEntity, aWrittenFile, aWrittenSite } from './testing.ts';

const NOWHERE = {
  street: null,
  place: null,
  postcode: null,
  town: null,
  commune: null,
  longitude: null,
  latitude: null,
};
const codes = (notices: readonly { at: string; code: string }[]): string[] =>
  notices.map(({ at, code }) => `${at} ${code}`);

it('reads an entity, its site and its group', async () => {
  const group = {
    gccId: '1',
    nomGcc: 'Ombre',
    gccIdentifiantExterne: '27103',
    pmejDuGcc: [{ pmSmsseId: '421', typeRoleEntiteGroupe: 'S' }],
    etatObjet: 'A',
  };
  // The group stands before the entities that it names, as in the published files.
  const { records, notices, summary } = await everything(
    finessPlus,
    aWrittenFile([], { gcc: [group], pmej: [aWrittenEntity({}, { ege: [aWrittenSite()] })] }),
  );
  expect(notices).toEqual([]);
  expect(summary).toEqual({
    version: 'v1.0.0',
    generated: '2026-08-14',
    producer: 'FINESS, ministère chargé de la santé / Agence du numérique en santé',
    complete: true,
  });
  expect(records).toEqual([
    {
      kind: 'entity',
      finess: '010783009',
      repaired: false,
      name: 'ORGANISATION POUR LA SANTE',
      shortName: 'ORSAC',
      siren: '775544562',
      ape: '86.10Z',
      status: '61',
      publicFunction: null,
      open: true,
      created: '1994-01-01',
      closed: null,
      address: NOWHERE,
    },
    {
      kind: 'site',
      finess: '010000495',
      repaired: false,
      entity: '010783009',
      name: 'CENTRE PSYCHOTHERAPIQUE',
      shortName: 'CPA',
      complement: null,
      category: '292',
      tariff: '04',
      service: '6',
      siret: '77554456200108',
      open: true,
      opened: '1977-01-01',
      closed: null,
      address: {
        street: '7 AVENUE DE MARBOZ',
        place: null,
        postcode: '01012',
        town: 'BOURG EN BRESSE CEDEX',
        commune: '01053',
        longitude: null,
        latitude: null,
      },
    },
    {
      kind: 'group',
      code: '27103',
      number: null,
      shortCode: null,
      name: 'Ombre',
      open: true,
      complete: true,
      members: [{ entity: '010783009', role: 'support' }],
    },
  ]);
});

it('takes the main address among many, by its usage', async () => {
  const adresse = [
    { usageAdresse: '04', ligneAcheminement: 'AILLEURS' },
    { usageAdresse: '03', ligneAcheminement: 'ICI ' },
    { usageAdresse: '03', ligneAcheminement: 'BIS' },
  ];
  const { records } = await everything(
    finessPlus,
    aWrittenFile([
      aWrittenEntity(
        {},
        {
          adresse: [
            { usageAdresse: '03', ligneAcheminement: 'NON' },
            { usageAdresse: '02', ligneAcheminement: 'SIEGE' },
          ],
          ege: [aWrittenSite({}, { adresse })],
        },
      ),
    ]),
  );
  expect(records.map((record) => 'address' in record && record.address.town)).toEqual(['SIEGE', 'ICI']);
});

it('keeps unknown categories, backslashes and inactive records, and says what is odd', async () => {
  const sites = [
    aWrittenSite({ nomEgeLong: 'ADULTE \\ TED' }, { categorieentiteGeographiqueExercice: '650' }),
    aWrittenSite(
      { numFinessEge: '010780195', dateOuverture: '31/12/1999' },
      { categorieentiteGeographiqueExercice: null, etatObjet: 'I' },
    ),
  ];
  const { records, notices } = await everything(finessPlus, aWrittenFile([aWrittenEntity({}, { ege: sites })]));
  expect(records.slice(1).map((record) => record.kind === 'site' && [record.category, record.open])).toEqual([
    ['650', true],
    [null, false],
  ]);
  expect(codes(notices)).toEqual([
    '/pmej/0/ege/0 name-backslash',
    '/pmej/0/ege/1 site-without-category',
    '/pmej/0/ege/1 date-unreadable',
  ]);
});

it('refuses wrong numbers with their place, and the sites of a refused entity with it', async () => {
  const { records, notices } = await everything(
    finessPlus,
    aWrittenFile([
      aWrittenEntity({ numFinessPm: '010783008' }, { ege: [aWrittenSite()] }),
      aWrittenEntity(
        {},
        {
          ege: [
            aWrittenSite({ numFinessEge: '2C0000030' }),
            aWrittenSite({ nomEgeLong: null, nomEgeCourt: ' ' }),
            aWrittenSite({ numFinessEge: null }),
          ],
        },
      ),
    ]),
  );
  expect(records.map((record) => record.kind)).toEqual(['entity']);
  expect(codes(notices)).toEqual([
    '/pmej/0 finess-check',
    '/pmej/0/ege/0 entity-refused',
    '/pmej/1/ege/0 finess-form',
    '/pmej/1/ege/1 name-missing',
    '/pmej/1/ege/2 number-missing',
  ]);
});

it('marks a lost leading zero as repaired, for the register to decide', async () => {
  const { records } = await everything(finessPlus, aWrittenFile([aWrittenEntity({ numFinessPm: 10783009 })]));
  expect(records[0]).toMatchObject({ finess: '010783009', repaired: true });
});

it('never imports an e-mail address', async () => {
  const contact = [{ telecom: { courriel: 'personne@exemple.fr', telephone: '0100000000' } }];
  expect(
    JSON.stringify(
      await everything(
        finessPlus,
        aWrittenFile([aWrittenEntity({}, { contact, ege: [aWrittenSite({}, { contact })] })]),
      ),
    ),
  ).not.toContain('personne@');
});

it('reads both numbers of a group and says which members it does not know', async () => {
  const gcc = [
    {
      nomGcc: 'A',
      numFinessGcc: '49824516535',
      pmejDuGcc: [
        { pmSmsseId: '421', typeRoleEntiteGroupe: 'M' },
        { pmSmsseId: '9', typeRoleEntiteGroupe: 'S' },
      ],
      etatObjet: 'A',
    },
  ];
  const { records, notices } = await everything(finessPlus, aWrittenFile([aWrittenEntity()], { gcc }));
  expect(records[1]).toEqual({
    kind: 'group',
    code: null,
    number: '49824516535',
    shortCode: null,
    name: 'A',
    open: true,
    complete: false,
    members: [{ entity: '010783009', role: 'member' }],
  });
  expect(codes(notices)).toEqual(['/gcc/0/pmejDuGcc/1 member-unknown']);
});

it.each([
  ['{"schemaVersion":"v1.0.0","activites":[]}', 'file-other-kind'],
  ['{"schemaVersion":"v2.0.0","pmej":[]}', 'file-version'],
  ['{"pmej":[]}', 'file-version'],
  ['{"schemaVersion":"v1.0.0","pmej":[]}', 'file-blank'],
  ['{"schemaVersion":"v1.0.0","pmej":[{"activites":[]}]}', 'file-other-kind'],
  ['{"schemaVersion":"v1.0.0","pmej":[{}', 'file-truncated'],
])('refuses %s as %s', async (content, code) => expect((await everything(finessPlus, content)).fault?.code).toBe(code));

it('says the same of the same records, however the bytes are cut or compressed', async () => {
  const content = aWrittenFile([
    aWrittenEntity(
      {},
      { ege: [aWrittenSite(), aWrittenSite({ numFinessEge: '010780195', nomEgeLong: 'HÔPITAL « É »' })] },
    ),
  ]);
  const expected = await everything(finessPlus, content);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.boolean(), async (size, packed) => {
      expect(await everything(finessPlus, packed ? gzipSync(content) : content, size)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

const SAMPLE = '../shared/data/finess/finess-plus/finess-structures-20260813-echantillon.json.gz';
it.runIf(existsSync(SAMPLE))('reads exactly the published sample', async () => {
  const { records, notices, fault } = await everything(finessPlus, readFileSync(SAMPLE));
  const count = (kind: string): number => records.filter((record) => record.kind === kind).length;
  const sites = records.filter((record) => record.kind === 'site');
  expect([fault, count('entity'), count('site'), sites.filter((site) => site.open).length, count('group')]).toEqual([
    null,
    30,
    1753,
    841,
    1,
  ]);
  expect(records.find((record) => record.kind === 'group')?.members).toHaveLength(9);
  expect(notices.map((notice) => notice.code)).toEqual(['name-backslash', 'name-backslash']);
  expect(sites.filter((site) => site.address.longitude !== null)).toHaveLength(1142);
});
it.runIf(!existsSync(SAMPLE))('has no published sample beside this checkout: ../shared/data is absent', () =>
  expect(existsSync(SAMPLE)).toBe(false),
);
