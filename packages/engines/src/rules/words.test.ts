import { expect, it } from 'vitest';
import { parseDay } from '@egide/kernel/days';
import type { KeyEntry } from './vocabulary.ts';
import { sayAbout, sayDay, sayLevel, sayMoment, sayNumber, sayQuantity, sayValidity, sayValue } from './words.ts';

const key = (over: Partial<KeyEntry>): KeyEntry => ({
  key: 'k',
  label: { fr: 'K', en: 'K' },
  meaning: { fr: 'K', en: 'K' },
  ask: { fr: 'K', en: 'K' },
  type: 'integer',
  about: ['entity'],
  validity: null,
  class: 'steering',
  ...over,
});

it('says days as they are read aloud', () => {
  expect([
    sayDay(parseDay('2026-03-01')!, 'fr'),
    sayDay(parseDay('2026-03-12')!, 'fr'),
    sayDay(parseDay('2026-03-01')!, 'en'),
    sayMoment('2026-03-01T23:30:00Z', 'fr'),
  ]).toEqual(['1er\u00a0mars\u00a02026', '12\u00a0mars\u00a02026', '1\u00a0March\u00a02026', '2\u00a0mars\u00a02026']);
});

it('says numbers and units with the right spaces and plurals', () => {
  expect([
    sayNumber(1684, 'fr'),
    sayNumber(1684, 'en'),
    sayNumber(-2.5, 'fr'),
    sayLevel(2, 'fr'),
    sayLevel(2.4, 'en'),
    sayQuantity(6.1, 'percent', 'fr'),
    sayQuantity(6.1, 'percent', 'en'),
    sayQuantity(1.5, 'fte', 'fr'),
    sayQuantity(1.5, 'fte', 'en'),
    sayQuantity(30, 'days', 'fr'),
    sayQuantity(3, 'count', 'fr'),
  ]).toEqual([
    '1\u202f684',
    '1,684',
    '−2,5',
    '2,0',
    '2.4',
    '6,1\u202f%',
    '6.1%',
    '1,5\u00a0équivalent temps plein',
    '1.5\u00a0full-time equivalents',
    '30\u00a0jours',
    '3',
  ]);
});

it('says each type of value, and that nobody knows', () => {
  const level = key({ unit: 'level', min: 1, max: 5 });
  const kind = key({ type: 'enum', values: [{ value: 'none', fr: 'Aucune', en: 'None' }] });
  expect([
    sayValue(level, 2, 'fr'),
    sayValue(level, 'unknown', 'fr'),
    sayValue(key({ type: 'boolean' }), true, 'en'),
    sayValue(kind, 'none', 'fr'),
    sayValue(key({ type: 'date' }), '2026-02-11', 'fr'),
  ]).toEqual(['2 sur\u00a05', 'Personne ne sait', 'Yes', 'Aucune', '11\u00a0février\u00a02026']);
});

it('does not say twice what a name begins with', () =>
  expect([
    sayAbout({ kind: 'forest', id: 'Annuaire central' }, 'fr'),
    sayAbout({ kind: 'forest', id: 'Annuaire central' }, 'en'),
    sayAbout({ kind: 'site', id: 'Sitelle' }, 'fr'),
  ]).toEqual(['Annuaire central', 'Annuaire central', 'Site\u00a0Sitelle']));
it('says what a fact is about and how long it holds', () => {
  expect([
    sayAbout({ kind: 'forest', id: 'ch.example' }, 'fr'),
    sayAbout({ kind: 'entity', id: '960780013' }, 'en'),
    sayValidity({ years: 1 }, 'fr'),
    sayValidity({ months: 2 }, 'fr'),
    sayValidity({ days: 60 }, 'en'),
    sayValidity(null, 'fr'),
  ]).toEqual(['Annuaire\u00a0ch.example', 'The facility', '1\u00a0an', '2\u00a0mois', '60\u00a0days', 'Sans limite']);
});
