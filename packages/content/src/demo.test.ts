import { parseFiness } from '@egide/kernel/finess';
import { describe, expect, it } from 'vitest';
import { readDemo } from './demo.ts';

const { territory, people, evaluations, told, facts } = readDemo();
const numbers = territory.entities.map(({ finess }) => finess);
const sites = territory.entities.flatMap((entity) => entity.sites);
const twice = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

describe('the fictional territory', () => {
  it('has the counts of its region', () => {
    const counts = Object.fromEntries(
      territory.departments.map(({ code, name }) => [
        name,
        territory.entities.filter(({ department }) => department === code).length,
      ]),
    );
    expect({ entities: numbers.length, sites: sites.length, groups: territory.groups.length, ...counts }).toEqual({
      entities: 48,
      sites: 118,
      groups: 4,
      'Haute-Ombre': 14,
      'Basse-Ombre': 12,
      Corvenne: 13,
      Arcenne: 9,
    });
  });

  it('uses valid FINESS numbers of a department that no register uses, each once', () => {
    const all = [...numbers, ...sites.map(({ finess }) => finess)];
    expect(all.filter((finess) => !parseFiness(finess).ok || !finess.startsWith('96'))).toEqual([]);
    expect(twice(all)).toEqual([]);
    expect(twice(territory.entities.map(({ name }) => name))).toEqual([]);
  });

  it('knows every town that it names, and every member of a group', () => {
    const towns = new Set(territory.towns.map(({ name }) => name));
    expect([...territory.entities, ...sites].filter(({ town }) => !towns.has(town))).toEqual([]);
    expect(territory.groups.flatMap(({ members }) => members).filter((finess) => !numbers.includes(finess))).toEqual(
      [],
    );
    expect(territory.groups[0]).toMatchObject({ name: 'Ombre-Lisse', members: { length: 5, 0: '960780013' } });
  });

  it('has hospitals of each kind, and medico-social entities', () => {
    const of = (statuses: readonly string[]) =>
      territory.entities.filter(({ status }) => statuses.includes(status)).length;
    expect({
      public: of(['11', '13', '14']),
      nonProfit: of(['47', '60', '63']),
      commercial: of(['73', '95']),
      publicMedicoSocial: of(['21']),
    }).toEqual({ public: 21, nonProfit: 13, commercial: 12, publicMedicoSocial: 2 });
  });

  it('says of each legal entity, once, how it stands', () => {
    const said = [
      told.finess,
      ...[...evaluations.published, ...evaluations.begun, ...evaluations.silent].map(({ finess }) => finess),
    ];
    expect(said.toSorted()).toEqual(numbers.toSorted());
  });

  it('has people of the ten roles at addresses kept for documentation', () => {
    expect(new Set(people.accounts.map(({ role }) => role)).size).toBe(10);
    expect(people.accounts.filter(({ login }) => !login.endsWith('.example'))).toEqual([]);
  });

  it('says how each fact it uses comes to be known', () => {
    const used = new Set(
      Object.values(facts.levels).flatMap((levels) => Object.values(levels).flatMap((level) => Object.keys(level))),
    );
    expect([...used, ...Object.keys(told.facts), ...told.besides].filter((key) => !(key in facts.keys))).toEqual([]);
  });
});
