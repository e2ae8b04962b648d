import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../../testing.ts';
import { searchFacilities } from '../search/search-facilities.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../testing.ts';
import { aWrittenEntity, aWrittenFile, aWrittenSite, importText } from './testing.ts';

let instance: TestInstance;
beforeAll(async () => {
  instance = await openTestInstance();
  // Two fictional hospitals stand beside the real register all along: nothing below may touch them.
  await twoHospitals(instance);
});
afterAll(() => instance.close());

type Fields = Record<string, unknown>;
const [CPA, CONVERT] = ['010000495', '010780195'];
const NONE = { legalEntities: 0, sites: 0, groups: 0 };
const rows = async <T extends Fields>(text: string): Promise<T[]> => (await instance.owner.query<T>(text)).rows;
const place = (town: string) => [
  { usageAdresse: '03', cogCommune: '01053', codePostal: '01000', ligneAcheminement: town },
];
/** Two entities; the first holds both sites unless said otherwise. */
const file = ({
  day = '2026-08-13',
  cpa = {},
  cpaRest = {},
  convertAt = 0,
  more = [],
}: { day?: string; cpa?: Fields; cpaRest?: Fields; convertAt?: 0 | 1; more?: Fields[] } = {}): string => {
  const convert = aWrittenSite(
    { numFinessEge: CONVERT, nomEgeLong: 'CLINIQUE CONVERT' },
    { categorieentiteGeographiqueExercice: '365', adresse: place('BOURG EN BRESSE') },
  );
  const sites = [
    [aWrittenSite(cpa, { ...cpaRest }), ...(convertAt === 0 ? [convert] : [])],
    convertAt === 1 ? [convert] : [],
  ];
  const entities = [
    aWrittenEntity({}, { ege: [...(sites[0] ?? []), ...more] }),
    aWrittenEntity(
      { pmSmsseId: '9', numFinessPm: '210780581', denominationLonguePmSmsse: 'CHU DE DIJON', statutJuridique: '13' },
      { ege: sites[1] },
    ),
  ];
  const gcc = [
    {
      gccId: '1',
      nomGcc: 'Ombre',
      numFinessGcc: '49824516535',
      pmejDuGcc: [
        { pmSmsseId: '9', typeRoleEntiteGroupe: 'S' },
        { pmSmsseId: '421', typeRoleEntiteGroupe: 'M' },
      ],
      etatObjet: 'A',
    },
  ];
  return aWrittenFile(entities, { generatedAt: `${day}T02:00:00Z`, gcc });
};

it('fills an empty register, and finds nothing to do the second time', async () => {
  const first = await importText(instance, file());
  expect([first.counts.added, first.guards, first.published]).toEqual([
    { legalEntities: 2, sites: 2, groups: 1 },
    [],
    true,
  ]);
  const second = await importText(instance, file());
  expect([second.counts.unchanged, second.published, second.unchangedFile]).toEqual([
    { legalEntities: 2, sites: 2, groups: 1 },
    false,
    true,
  ]);
  expect([
    second.counts.added,
    second.counts.changed,
    second.counts.moved,
    second.counts.closed,
    second.counts.unseen,
  ]).toEqual([NONE, NONE, NONE, NONE, NONE]);
  expect(await rows('select count(*)::int as n from facilities.batches')).toEqual([{ n: 1 }]);
  expect(
    await rows(`select entry::jsonb ->> 'action' as action from audit_log.entries where chain = 'instance'`),
  ).toEqual([{ action: 'facilities.register-published' }]);
});

it('places facilities by their commune and gives an entity the category of its principal site', async () => {
  expect(
    await rows(
      `select finess, department, region, category from facilities.legal_entities where not fictional order by 1`,
    ),
  ).toEqual([
    { finess: '010783009', department: null, region: null, category: '292' },
    { finess: '210780581', department: null, region: null, category: null },
  ]);
  expect(await rows(`select finess, department, region, category from facilities.sites order by 1`)).toEqual([
    { finess: CPA, department: '01', region: '84', category: '292' },
    { finess: CONVERT, department: '01', region: '84', category: '365' },
  ]);
});

it('keeps the name, the category and the legal entity that were, with their dates', async () => {
  const changed = await importText(
    instance,
    file({
      day: '2026-09-01',
      cpa: { nomEgeLong: 'CENTRE PSYCHIATRIQUE' },
      cpaRest: { categorieentiteGeographiqueExercice: '650' },
      convertAt: 1,
    }),
    { confirmed: true },
  );
  expect([changed.counts.changed, changed.counts.moved, changed.warnings.map(({ code }) => code)]).toEqual([
    { ...NONE, sites: 1 },
    { ...NONE, sites: 1 },
    ['category-unknown'],
  ]);
  expect(
    await rows(`select finess, attribute, value, since, until from facilities.past_periods order by 1, 2`),
  ).toEqual([
    { finess: CPA, attribute: 'category', value: '292', since: '1977-01-01', until: '2026-09-01' },
    { finess: CPA, attribute: 'name', value: 'CENTRE PSYCHOTHERAPIQUE', since: '1977-01-01', until: '2026-09-01' },
    { finess: CONVERT, attribute: 'legal-entity', value: '010783009', since: '1977-01-01', until: '2026-09-01' },
  ]);
  expect(await rows(`select id, before, after from facilities.batch_changes where change = 'moved'`)).toEqual([
    { id: CONVERT, before: { legal_entity: '010783009' }, after: { legal_entity: '210780581' } },
  ]);
  // Both tenants learn that a site moved.
  expect(
    await rows(
      `select chain, entry::jsonb ->> 'object' as site from audit_log.entries where chain <> 'instance' order by 1`,
    ),
  ).toEqual([
    { chain: '010783009', site: CONVERT },
    { chain: '210780581', site: CONVERT },
  ]);
});

it('closes what arrives closed, never what is not named: that is only no longer seen', async () => {
  const closing = file({
    day: '2026-09-02',
    cpa: { nomEgeLong: 'CENTRE PSYCHIATRIQUE', dateFermeture: '2026-08-31' },
    cpaRest: { categorieentiteGeographiqueExercice: '650', etatObjet: 'I' },
    convertAt: 1,
  });
  expect((await importText(instance, closing)).counts.closed).toEqual({ ...NONE, sites: 1 });
  const without = aWrittenFile([aWrittenEntity()], { generatedAt: '2026-09-03T02:00:00Z' });
  const held = await importText(instance, without);
  expect([held.published, held.counts.unseen, new Set(held.guards.map(({ code }) => code))]).toEqual([
    false,
    { legalEntities: 1, sites: 2, groups: 1 },
    new Set(['guard-total', 'guard-department']),
  ]);
  expect(await rows('select finess from facilities.sites where unseen_since is not null')).toEqual([]);
  expect((await importText(instance, without, { confirmed: true })).published).toBe(true);
  expect(await rows('select finess, open, unseen_since from facilities.sites order by 1')).toEqual([
    { finess: CPA, open: false, unseen_since: '2026-09-03' },
    { finess: CONVERT, open: true, unseen_since: '2026-09-03' },
  ]);
  const back = await importText(instance, file({ day: '2026-09-04', convertAt: 1 }), { confirmed: true });
  expect([
    back.counts.added,
    back.counts.changed,
    await rows('select finess from facilities.sites where unseen_since is not null'),
  ]).toEqual([NONE, { legalEntities: 1, sites: 2, groups: 1 }, []]);
});

it('counts a record that arrives closed as added', async () => {
  const closed = aWrittenSite(
    { numFinessEge: '010011914', dateFermeture: '2020-01-01' },
    { etatObjet: 'I', adresse: [] },
  );
  expect(
    (await importText(instance, file({ day: '2026-09-05', convertAt: 1, more: [closed] }), { confirmed: true })).counts,
  ).toMatchObject({ added: { ...NONE, sites: 1 }, closed: NONE });
});

it('holds back an older file, and says so', async () => {
  const older = await importText(instance, file({ day: '2026-01-01', convertAt: 1 }));
  expect([older.published, older.guards.map(({ code }) => code)]).toEqual([
    false,
    expect.arrayContaining(['guard-older']),
  ]);
});

it('refuses contradictory twins, keeps one of two alike, and restores a zero only for a number it knows', async () => {
  const twins = [
    aWrittenSite({ numFinessEge: '010008183', nomEgeLong: 'A' }),
    aWrittenSite({ numFinessEge: '010008183', nomEgeLong: 'B' }),
    aWrittenSite({ numFinessEge: '010011914' }),
    aWrittenSite({ numFinessEge: '010011914' }),
    aWrittenSite({ numFinessEge: '10013472' }),
  ];
  const { rejected, warnings } = await importText(
    instance,
    file({ day: '2026-09-06', cpa: { numFinessEge: '10000495' }, convertAt: 1, more: twins }),
    { mode: 'dry-run' },
  );
  expect(rejected.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
    '/pmej/0/ege/1 conflict',
    '/pmej/0/ege/2 conflict',
    '/pmej/0/ege/5 finess-lost-zero',
  ]);
  expect(warnings.map(({ code, count }) => [code, count])).toEqual([['said-twice', 1]]);
});

it('changes nothing when only asked to try', async () => {
  const before = await rows('select * from facilities.legal_entities order by finess');
  expect(
    (await importText(instance, file({ day: '2026-10-01', cpa: { nomEgeLong: 'AUTRE' } }), { mode: 'dry-run' }))
      .published,
  ).toBe(false);
  expect(await rows('select * from facilities.legal_entities order by finess')).toEqual(before);
});

it('leaves the register whole when the file is cut, wherever', async () => {
  const before = await rows('select * from facilities.sites order by finess');
  const whole = file({ day: '2026-10-02', cpa: { nomEgeLong: 'AUTRE' } });
  for (const share of [0.2, 0.5, 0.9, 0.99])
    await expect(
      importText(instance, whole.slice(0, Math.floor(whole.length * share)), { confirmed: true }),
    ).rejects.toMatchObject({ code: 'file-truncated' });
  expect(await rows('select * from facilities.sites order by finess')).toEqual(before);
});

it('reads a list of members, refuses who is not in the register, and dates the links', async () => {
  const list =
    'nom_ght;num_ght;role;finess_ej;denomination\nOmbre;49824516535;S;210780581;CHU\nOmbre;49824516535;M;520780024;CH\n';
  const read = await importText(instance, list, { confirmed: true });
  expect([read.counts.unchanged, read.rejected.map(({ at, code }) => `${at} ${code}`)]).toEqual([
    { ...NONE, groups: 1 },
    ['3 entity-unknown'],
  ]);
  const whole = 'nom_ght;num_ght;role;finess_ej;denomination\nOmbre;49824516535;S;210780581;CHU\n';
  expect((await importText(instance, whole, { confirmed: true })).counts.changed).toEqual({ ...NONE, groups: 1 });
  expect(await rows(`select legal_entity, role, until from facilities.group_members order by 1`)).toEqual([
    { legal_entity: '010783009', role: 'member', until: '2026-10-12' },
    { legal_entity: '210780581', role: 'support', until: null },
  ]);
});

it('finds facilities by what people type', async () => {
  const find = async (text: string) =>
    (await instance.asOperator((cx) => searchFacilities(cx, { text, limit: 5, persons: false }))).map(
      ({ finess }) => finess,
    );
  for (const text of [
    '210780581',
    '21 078 058',
    'chu dijon',
    'Centre hospitalier universitaire de Dijon',
    'CHU de Dijn',
    'dijo',
  ])
    expect([text, (await find(text))[0]]).toEqual([text, '210780581']);
  expect(await find('convert bourg-en-bresse')).toEqual([CONVERT]);
  expect(await find('clinique 01000')).toEqual([CONVERT]);
  expect(await find('nulle part')).toEqual([]);
});

it('never touched the fictional neighbours', async () => {
  expect(
    await rows(`select finess, name, unseen_since from facilities.legal_entities where fictional order by 1`),
  ).toEqual([
    { finess: OURS, name: 'CH de Montferrand-sur-Ombre', unseen_since: null },
    { finess: NEIGHBOUR, name: 'CH de l’Autre-Rive', unseen_since: null },
  ]);
});

const SAMPLE = '../shared/data/finess/finess-plus/finess-structures-20260813-echantillon.json.gz';
it.runIf(existsSync(SAMPLE))('imports exactly the published sample', async () => {
  const apart = await openTestInstance();
  const sample = gunzipSync(readFileSync(SAMPLE)).toString('utf8');
  const first = await importText(apart, sample);
  const second = await importText(apart, sample);
  expect([first.counts.added, first.rejected, second.counts.unchanged, second.published]).toEqual([
    { legalEntities: 30, sites: 1753, groups: 1 },
    [],
    { legalEntities: 30, sites: 1753, groups: 1 },
    false,
  ]);
  expect((await apart.owner.query('select count(*)::int as n from facilities.sites where open')).rows).toEqual([
    { n: 841 },
  ]);
  expect((await apart.owner.query('select count(*)::int as n from facilities.current_members')).rows).toEqual([
    { n: 9 },
  ]);
  await apart.close();
});
it.runIf(!existsSync(SAMPLE))('has no published sample beside this checkout: ../shared/data is absent', () =>
  expect(existsSync(SAMPLE)).toBe(false),
);
