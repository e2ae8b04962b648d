import type { Key, Observation } from '@egide/contract/evidence';
import { expect, it } from 'vitest';
import { domainsOf, totalsOf } from './known.ts';

/** A steering fact of an audit, valid for a year. */
function aFact(over: Partial<Observation> = {}): Observation {
  return {
    id: 'a',
    key: 'directory.level.official',
    label: 'Niveau',
    value: 2,
    says: '2 sur 5',
    about: { kind: 'forest', id: 'f', label: 'forêt f' },
    collected: '2026-09-22T19:40:00.000Z',
    collectedDay: '2026-09-22',
    expires: '2027-09-22T19:40:00.000Z',
    freshness: 'valid',
    method: 'test',
    trust: 'computed',
    class: 'steering',
    shared: true,
    source: { kind: 'audit', label: 'Audit' },
    recorded: '2026-09-22T20:00:00.000Z',
    corrects: null,
    correctedBy: null,
    author: null,
    note: null,
    toConfirm: false,
    withdraws: false,
    covers: [],
    coveredBy: null,
    can: { correct: false, withdraw: false },
    ...over,
  };
}
const aKey = (key: string, group: string): Key => ({
  key,
  group,
  label: key,
  meaning: '',
  ask: '',
  type: 'integer',
  unit: null,
  min: null,
  max: null,
  values: [],
  about: ['entity'],
  validity: '1 an',
  class: 'steering',
  source: null,
  withheld: false,
  byHand: 'yes',
  units: [],
});
const groups = [
  { id: 'directories', label: 'Annuaires' },
  { id: 'crisis', label: 'Crise' },
  { id: 'budget', label: 'Budget' },
];
const keys = [aKey('directory.level.official', 'directories'), aKey('exercise.held', 'crisis')];

it('groups facts by domain, worries first, and leaves silent domains out', () => {
  const ended = aFact({
    id: 'old',
    freshness: 'ended',
    collected: '2024-01-01T00:00:00.000Z',
    expires: '2025-01-01T00:00:00.000Z',
  });
  const soon = aFact({
    id: 'soon',
    freshness: 'ending',
    expires: '2026-11-01T00:00:00.000Z',
    collected: '2025-11-01T00:00:00.000Z',
  });
  const domains = domainsOf([aFact(), ended, soon], keys, groups);
  expect(
    domains.map(({ id, valid, ending, ended: late, next, facts, main }) => ({
      id,
      valid,
      ending,
      late,
      next,
      order: facts.map((fact) => fact.id),
      main: main?.id,
    })),
  ).toEqual([
    {
      id: 'directories',
      valid: 1,
      ending: 1,
      late: 1,
      next: '2026-11-01T00:00:00.000Z',
      order: ['old', 'soon', 'a'],
      main: 'a',
    },
  ]);
});
it('shows an ended fact as the main one only when nothing holds', () => {
  const [domain] = domainsOf([aFact({ id: 'old', key: 'exercise.held', freshness: 'ended' })], keys, groups);
  expect([domain?.main?.id, domain?.next]).toEqual(['old', null]);
});

it('adds up what holds, ends soon and has ended over the domains', () => {
  const facts = [
    aFact(),
    aFact({ id: 'b', freshness: 'ending' }),
    aFact({ id: 'c', key: 'exercise.held', freshness: 'ended' }),
    aFact({ id: 'd', key: 'exercise.held', freshness: 'endless' }),
  ];
  expect(totalsOf(domainsOf(facts, keys, groups))).toEqual({ valid: 2, ending: 1, ended: 1 });
  expect(totalsOf([])).toEqual({ valid: 0, ending: 0, ended: 0 });
});
