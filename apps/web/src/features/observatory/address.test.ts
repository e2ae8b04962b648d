import { Filters } from '@egide/contract/observatory';
import { expect, it } from 'vitest';
import { filtersOf, RegionSearch } from './address.ts';

it.each([
  [{}, { sort: 'level' }],
  [{ niveau: '0,1' }, { levels: '0,1', sort: 'level' }],
  [
    { niveau: 'inconnu', tri: 'nom' },
    { levels: 'unknown', sort: 'name' },
  ],
  [
    { departement: '96', statut: 'prive', ght: 'G1', tri: 'date' },
    { department: '96', sector: 'private', group: 'G1', sort: 'submitted' },
  ],
] as const)('reads %j of the address', (search, filters) => {
  expect(filtersOf(RegionSearch.parse(search))).toEqual(filters);
  expect(Filters.parse(filters)).toEqual(filters);
});
it('forgets what makes no sense rather than failing', () =>
  expect(RegionSearch.parse({ niveau: '9', statut: 'x', tri: 3, departement: 'trop long' })).toEqual({}));
