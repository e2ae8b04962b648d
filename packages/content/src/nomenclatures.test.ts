import { expect, it } from 'vitest';
import {
  allCategories,
  allDepartments,
  allLegalStatuses,
  allRegions,
  importGuards,
  readList,
} from './nomenclatures.ts';

it('knows 18 regions, and 107 departments and collectivities of which four have no regional agency', () => {
  expect([
    allRegions().length,
    allDepartments().length,
    allDepartments()
      .filter(({ region }) => region === null)
      .map(({ code }) => code),
  ]).toEqual([18, 107, ['975', '986', '987', '988']]);
});
it('places every department in a region that exists, once', () => {
  const regions = new Set(allRegions().map(({ code }) => code));
  expect(allDepartments().filter(({ region }) => region !== null && !regions.has(region))).toEqual([]);
  expect(new Set(allDepartments().map(({ code }) => code)).size).toBe(107);
});
it('leaves the departments and the region of the fictional territory free', () => {
  expect(allDepartments().filter(({ code }) => code.startsWith('96'))).toEqual([]);
  expect(allRegions().some(({ code }) => code.startsWith('V'))).toBe(false);
});
it('protects the addresses of shelters and foster homes', () => {
  expect(
    [...allCategories().values()]
      .filter(({ protection }) => protection !== null)
      .map(({ code, protection }) => `${code} ${protection}`)
      .sort(),
  ).toEqual(['175 caution', '177 caution', '214 caution', '236 hidden', '238 hidden', '462 hidden']);
  expect([allCategories().size, allCategories().get('355')?.label, allCategories().get('650')]).toEqual([
    312,
    'Centre Hospitalier (C.H.)',
    undefined,
  ]);
});
it('names the legal statuses', () =>
  expect([allLegalStatuses().size, allLegalStatuses().get('70')?.label]).toEqual([69, 'Personne Physique']));
it('has every threshold as a share', () => {
  const { total, category, department, rejected, membersLost, facts } = importGuards();
  for (const share of [
    total.below,
    total.above,
    category.change,
    department.change,
    rejected,
    membersLost,
    facts.rejected.share,
  ])
    expect(share > 0 && share < 1).toBe(true);
  expect(facts.rejected.atLeast).toBeGreaterThan(1);
});
it('refuses a line with another number of cells', () =>
  expect(() => readList('# x\na;b\n1\n')).toThrow('line 2 of the list has 1 cells, 2 are expected: 1'));
