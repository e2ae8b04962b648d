import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestInstance, type TestInstance } from '../../testing.ts';
import { aPerson } from '../access/testing.ts';
import { answer, submit } from '../assessments/index.ts';
import { type NewObservation, record } from '../evidence/index.ts';
import { NEIGHBOUR, OURS, twoHospitals } from '../facilities/testing.ts';
import { framework } from '../frameworks/index.ts';
import { regionCsv } from './export-region.ts';
import { listRegions, readRegion } from './read-region.ts';

let instance: TestInstance;
const FIRST = '930780013';
const SECOND = '930780021';
/** A region of two departments, one hospital in each, the first in a group. */
const regionOfTwo = async () => {
  for (const statement of [
    `insert into facilities.regions (code, name, fictional) values ('V3', 'Deux-Rives', true)`,
    `insert into facilities.departments (code, name, region, fictional) values ('931', 'Haute-Rive', 'V3', true), ('932', 'Basse-Rive', 'V3', true)`,
    `insert into facilities.categories (code, label, aggregate) values ('355', 'Centre hospitalier', '1101')
     on conflict do nothing`,
    `insert into facilities.legal_entities (finess, name, open, region, department, fictional)
     values ('${FIRST}', 'CH de la Haute-Rive', true, 'V3', '931', true), ('${SECOND}', 'CH de la Basse-Rive', true, 'V3', '932', true)`,
    `insert into facilities.groups (code, name, region, fictional) values ('93001', 'GHT de la Rive', 'V3', true)`,
    `insert into facilities.group_members (group_code, legal_entity, role) values ('93001', '${FIRST}', 'support')`,
  ])
    await instance.owner.query(statement);
};
const people: Record<string, string> = {};
const page = (who: string, region = 'V1', filters = {}) =>
  instance.as(people[who] ?? '', (cx) => readRegion(cx, { region, sort: 'level', ...filters }));

beforeAll(async () => {
  instance = await openTestInstance();
  await twoHospitals(instance);
  await regionOfTwo();
  for (const [who, role, at] of [
    ['director', 'facility-director', OURS],
    ['region', 'regional-officer', 'V1'],
    ['director-of-two', 'facility-director', FIRST],
    ['officer-of-two', 'regional-officer', 'V3'],
    ['elsewhere', 'regional-officer', 'V2'],
    ['nation', 'national-officer', 'nation'],
    ['neighbour', 'rssi', NEIGHBOUR],
    ['administrator', 'platform-administrator', 'instance'],
  ] as const)
    people[who] = await aPerson(instance, role, at);
});
afterAll(() => instance.close());

const fact = (key: string, value: NewObservation['value'], over: Partial<NewObservation> = {}): NewObservation => ({
  key,
  value,
  collected: '2026-09-03',
  method: 'test',
  trust: 'verified',
  source: { kind: 'opssies', label: 'Audit' },
  ...over,
});

describe('the page of a region', () => {
  it('is there for its officers and the nation, and does not exist for the others', async () => {
    expect(await page('region')).toMatchObject({
      name: 'Val-d’Ombre',
      figures: { published: 0, total: 1, median: null },
      facilities: [{ finess: OURS, level: null, directory: { status: 'unknown' } }],
    });
    expect((await page('nation', 'V2')).facilities.map((f) => f.finess)).toEqual([NEIGHBOUR]);
    for (const who of ['director', 'elsewhere', 'neighbour', 'administrator'])
      await expect(page(who)).rejects.toMatchObject({ code: 'not-found' });
    await expect(page('nation', 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
    expect((await instance.as(people.region ?? '', listRegions)).regions.map((r) => r.code)).toEqual(['V1']);
  });

  it('counts what was submitted with too little known as submitted, and its level as unknown', async () => {
    const indicators = (framework('maturinh')?.indicators ?? []).slice(0, 2);
    const director = people['director-of-two'] ?? '';
    const here = { finess: FIRST, framework: 'maturinh' };
    for (const { id } of indicators)
      await instance.as(director, (cx) => answer(cx, { ...here, indicator: id, level: 1 }));
    await instance.as(director, (cx) => submit(cx, here));
    const { enough, figures, distribution, facilities, departments } = await page('officer-of-two', 'V3');
    expect({ enough, published: figures.published, median: figures.median, distribution: distribution.at(-1) }).toEqual(
      {
        enough: 60,
        published: 1,
        median: null,
        distribution: { level: null, count: 2 },
      },
    );
    expect(departments.map((d) => d.known)).toEqual([0, 0]);
    expect(facilities.find((f) => f.finess === FIRST)).toMatchObject({
      level: null,
      known: 2,
      total: 27,
      submitted: expect.stringContaining('T'),
    });
  });

  it('does not move for a draft, and moves with the submission', async () => {
    for (const { id } of framework('maturinh')?.indicators ?? [])
      await instance.as(people.director ?? '', (cx) =>
        answer(cx, { finess: OURS, framework: 'maturinh', indicator: id, level: 3 }),
      );
    expect((await page('region')).figures.published).toBe(0);
    await instance.as(people.director ?? '', (cx) => submit(cx, { finess: OURS, framework: 'maturinh' }));
    expect(await page('region')).toMatchObject({
      figures: { published: 1, total: 1, median: 3, atTwo: 1 },
      facilities: [{ level: 3, whole: 3, known: 27, total: 27 }],
    });
    expect((await page('region', 'V1', { levels: '0,1' })).facilities).toEqual([]);
  });

  it('shows shared steering facts when they are recorded, says who needs help first, and why', async () => {
    await instance.asOperator((cx) =>
      record(cx, OURS, [
        fact('directory.level.official', 1, { about: { kind: 'forest', id: 'ch.example' } }),
        fact('exposure.findings.critical', 3, { about: { kind: 'perimeter', id: 'internet' } }),
      ]),
    );
    await instance.as(people.director ?? '', (cx) =>
      record(cx, OURS, [
        fact('exercise.held', 'tabletop', { trust: 'declared', source: { kind: 'person', label: 'Directrice' } }),
      ]),
    );
    const { help, facilities } = await page('region');
    expect(help).toEqual([
      {
        finess: OURS,
        name: 'CH de Montferrand-sur-Ombre',
        where: '–, inconnu, niveau 3,0',
        reasons: [
          '3 services critiques exposés sur internet depuis le 3\u00a0septembre\u00a02026',
          'Annuaire au niveau 1 depuis le 3\u00a0septembre\u00a02026',
          'Aucun exercice de crise connu',
        ],
      },
    ]);
    expect(facilities[0]).toMatchObject({
      directory: { says: 'Niveau 1', status: 'crit' },
      exposure: { says: '3 critiques', status: 'crit' },
      exercise: { status: 'unknown' },
    });
  });

  it('gives each region that a reader steers its own figures, and no other region', async () => {
    const listed = async (who: string) => (await instance.as(people[who] ?? '', listRegions)).regions;
    const one = (over: object) => ({ fictional: true, published: 0, known: 0, median: null, ...over });
    const [mine, two, other] = [
      one({ code: 'V1', name: 'Val-d’Ombre', total: 1, published: 1, known: 1, median: 3 }),
      one({ code: 'V3', name: 'Deux-Rives', total: 2, published: 1 }),
      one({ code: 'V2', name: 'Autre-Rive', total: 1 }),
    ];
    const figured = (await listed('nation')).filter((r) => ['V1', 'V2', 'V3'].includes(r.code));
    expect(figured).toEqual([other, two, mine]);
    expect([await listed('region'), await listed('director'), await listed('administrator')]).toEqual([[mine], [], []]);
  });

  it('filters by the codes of department, sector and group, in the list and in its figures alike', async () => {
    const { departments, groups, facilities, figures } = await page('officer-of-two', 'V3');
    expect({ departments: departments.map((d) => [d.code, d.total]), groups, total: figures.total }).toEqual({
      departments: [
        ['932', 1],
        ['931', 1],
      ],
      groups: [{ code: '93001', name: 'GHT de la Rive' }],
      total: 2,
    });
    expect(facilities.map((f) => [f.finess, f.department, f.group])).toEqual([
      [SECOND, 'Basse-Rive', null],
      [FIRST, 'Haute-Rive', 'GHT de la Rive'],
    ]);
    const listed = async (filters: object) => {
      const { shown, facilities: found } = await page('officer-of-two', 'V3', filters);
      expect(shown).toBe(found.length);
      return found.map((f) => f.finess);
    };
    expect(await listed({ department: '931' })).toEqual([FIRST]);
    expect(await listed({ department: '932' })).toEqual([SECOND]);
    expect(await listed({ group: '93001' })).toEqual([FIRST]);
    expect(await listed({ sector: 'unknown' })).toEqual([SECOND, FIRST]);
    // Nobody: a department of elsewhere, a name instead of a code, both filters against each other.
    expect(await listed({ department: '964' })).toEqual([]);
    expect(await listed({ department: 'Haute-Rive' })).toEqual([]);
    expect(await listed({ department: '932', group: '93001' })).toEqual([]);
    expect(regionCsv((await page('officer-of-two', 'V3', { department: '931' })).facilities, 'fr')).toContain(
      `"${FIRST}";"CH de la Haute-Rive";"Haute-Rive";"Inconnu";"GHT de la Rive"`,
    );
  });

  it('counts what an officer made official alone, and shows beside it what waits', async () => {
    const level = (value: number, over: Partial<NewObservation> = {}) =>
      fact('directory.level.official', value, { about: { kind: 'forest', id: 'ch.example' }, ...over });
    const shown = async () => {
      const { help, facilities, figures } = await page('region');
      return {
        directory: facilities[0]?.directory,
        counted: figures.directory,
        helped: help.map((h) => h.reasons.some((r) => r.startsWith('Annuaire au niveau 1'))),
        cell: regionCsv(facilities, 'fr').split('\r\n')[1]?.split(';')[9],
      };
    };
    const own = { trust: 'documented', collected: '2026-09-20' } as const;
    const { ids } = await instance.as(people.director ?? '', (cx) => record(cx, OURS, [level(5, own)]));
    expect(await shown()).toEqual({
      directory: {
        says: 'Niveau 1',
        status: 'crit',
        collected: '2026-09-03T12:00:00.000Z',
        toConfirm: 'niveau 5 à confirmer',
      },
      counted: { three: 0, audited: 1 },
      helped: [true],
      cell: '"Niveau 1 (niveau 5 à confirmer)"',
    });
    await instance.as(people.region ?? '', (cx) =>
      record(cx, OURS, [level(5, { collected: '2026-09-20', corrects: ids[0] ?? '' })]),
    );
    expect(await shown()).toMatchObject({
      directory: { says: 'Niveau 5', status: 'ok', toConfirm: null },
      counted: { three: 1, audited: 1 },
      helped: [false],
      cell: '"Niveau 5"',
    });
    await instance.as(people.region ?? '', (cx) => record(cx, OURS, [level(1, { collected: '2026-09-21' })]));
  });

  it('knows no level of a directory of which a facility alone spoke', async () => {
    const neighbour = async () => (await page('nation', 'V2')).facilities[0]?.directory;
    await instance.as(people.neighbour ?? '', (cx) =>
      record(cx, NEIGHBOUR, [
        fact('directory.level.official', 5, { about: { kind: 'forest', id: 'x.example' }, trust: 'documented' }),
      ]),
    );
    expect(await neighbour()).toEqual({
      says: 'Inconnu',
      status: 'unknown',
      collected: null,
      toConfirm: 'niveau 5 à confirmer',
    });
    expect((await page('nation', 'V2')).figures.directory).toEqual({ three: 0, audited: 0 });
  });

  it('exports what it shows, formulas neutralised', async () => {
    const { facilities } = await page('region');
    const [line] = facilities;
    const csv = line ? regionCsv([{ ...line, name: '=HYPERLINK("x")' }], 'fr') : '';
    expect(csv.split('\r\n')).toEqual([
      '\ufeff"FINESS";"Établissement";"Département";"Statut";"GHT";"Niveau";"Indicateurs connus";"Indicateurs";"Transmise le";"Annuaire";"Exposition";"Dernier exercice"',
      `"${OURS}";"'=HYPERLINK(""x"")";"";"Inconnu";"";"3,0";"27";"27";"2026-10-12";"Niveau 1";"3 critiques";"Inconnu"`,
      '',
    ]);
  });
});
