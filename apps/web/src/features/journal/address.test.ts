import { expect, it } from 'vitest';
import { askedOf, JournalSearch } from './address.ts';

it('asks whole days of Paris, both included, in summer and in winter', () => {
  expect(askedOf({ du: '2026-07-01', au: '2026-07-01' })).toEqual({
    from: '2026-06-30T22:00:00.000Z',
    to: '2026-07-01T21:59:59.999Z',
  });
  expect(askedOf({ du: '2026-10-25' })).toEqual({ from: '2026-10-24T22:00:00.000Z' });
  expect(askedOf({ au: '2026-10-25' })).toEqual({ to: '2026-10-25T22:59:59.999Z' });
});

it('passes on an act, a person and a text; says nothing of what is not there', () => {
  expect(askedOf({ acte: 'access', personne: 'Camille', texte: 'OPSSIES' })).toEqual({
    action: 'access',
    actor: 'Camille',
    text: 'OPSSIES',
  });
  expect(askedOf({})).toEqual({});
});

it('forgets what an address cannot mean', () => {
  expect(
    JournalSearch.parse({ acte: '<script>', personne: '  ', du: '2026-02-30', au: 'hier', texte: ' clé ' }),
  ).toEqual({ acte: undefined, personne: undefined, du: undefined, au: undefined, texte: 'clé' });
});
