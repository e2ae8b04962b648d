import { expect, it } from 'vitest';
import { readSearch, writeSearch } from './search-params.ts';

it.each([
  [{}, ''],
  [{ niveau: '0,1', tri: 'niveau' }, '?niveau=0,1&tri=niveau'],
  [{ niveau: '2', departement: undefined, ght: '' }, '?niveau=2'],
  [{ retour: '/territoire/96?niveau=0,1&tri=nom' }, '?retour=/territoire/96%3Fniveau%3D0,1%26tri%3Dnom'],
])('writes %j', (search, address) => {
  expect(writeSearch(search)).toBe(address);
  expect(readSearch(address)).toEqual(Object.fromEntries(Object.entries(search).filter(([, value]) => value)));
});
