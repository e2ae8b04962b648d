import type { KeyEntry } from '@egide/engines/rules';
import type { StatedFact } from '@egide/formats';
import { describe, expect, it } from 'vitest';
import { readValue, sourceKind, toNewObservation, trustOf } from './import-fact.ts';

const officer = { finess: '960780013', official: true, bySite: false };
const own = { ...officer, official: false };
const stated = (over: Partial<StatedFact> = {}): StatedFact => ({
  at: '/0',
  facility: null,
  key: 'users.mfa-share',
  value: 80,
  loose: false,
  unit: null,
  about: null,
  collected: '2026-02-01',
  expires: undefined,
  trust: null,
  corrects: null,
  source: {},
  ...over,
});
const key = (type: KeyEntry['type']): KeyEntry => ({
  key: 'k',
  label: { fr: '', en: '' },
  meaning: { fr: '', en: '' },
  ask: { fr: '', en: '' },
  type,
  about: ['entity'],
  validity: null,
  class: 'steering',
});

describe('who imports decides the trust', () => {
  it.each([
    ['facility', own, null, 'users.mfa-share', 'documented', false],
    ['facility', own, 'declared', 'users.mfa-share', 'declared', false],
    ['facility', own, 'computed', 'users.mfa-share', 'documented', true],
    ['facility', own, 'verified', 'directory.level.official', 'documented', true],
    ['facility', own, null, 'directory.level.official', 'documented', false],
    ['officer', officer, null, 'users.mfa-share', 'documented', false],
    ['officer', officer, null, 'directory.level.official', 'verified', false],
    ['officer', officer, null, 'directory.level.estimated', 'documented', false],
    ['officer', officer, 'verified', 'users.mfa-share', 'verified', false],
    ['officer', officer, 'declared', 'directory.level.official', 'declared', false],
  ] as const)('%s %o %s %s', (_, standing, trust, name, expected, lowered) =>
    expect(trustOf(stated({ trust, key: name }), standing)).toEqual({ trust: expected, lowered }),
  );

  it('and the kind of the source', () => {
    expect([
      sourceKind('opssies', own),
      sourceKind('opssies', officer),
      sourceKind('facts-csv', own),
      sourceKind('facts-json', officer),
    ]).toEqual(['opssies', 'opssies', 'file', 'official']);
  });
});

describe('a cell is read by the type of its key', () => {
  it.each<[KeyEntry['type'], string, boolean | number | string]>([
    ['boolean', 'oui', true],
    ['boolean', 'FAUX', false],
    ['boolean', 'yes', true],
    ['boolean', '1', '1'],
    ['boolean', 'unknown', 'unknown'],
    ['number', '82,5', 82.5],
    ['number', '82.5', 82.5],
    ['number', '-3', -3],
    ['number', '1 250', 1250],
    ['number', '1\u202f250\u202f000,5', 1_250_000.5],
    ['number', '82 %', '82 %'],
    ['number', '1,250,000', '1,250,000'],
    ['number', '0x10', '0x10'],
    ['number', '1e6', '1e6'],
    ['integer', '4', 4],
    ['integer', '4,5', 4.5],
    ['enum', 'dedicated-ad', 'dedicated-ad'],
    ['date', '2026-02-01', '2026-02-01'],
    ['text', '12', '12'],
  ])('%s %j', (type, cell, value) => expect(readValue(cell, key(type))).toBe(value));
  it('stays as it is under an unknown key', () => expect(readValue('oui', undefined)).toBe('oui'));
});

it('a stated fact becomes an observation, with what it says of its own origin', () => {
  const around = { standing: own, format: 'facts-json', fileName: 'faits.json', key: key('number') };
  expect(
    toNewObservation(
      stated({
        unit: 'percent',
        expires: null,
        about: { kind: 'site', id: '1' },
        source: { document: 'Rapport', page: 4 },
        corrects: 'x',
      }),
      around,
    ),
  ).toEqual({
    key: 'users.mfa-share',
    value: 80,
    unit: 'percent',
    about: { kind: 'site', id: '1' },
    collected: '2026-02-01',
    expires: null,
    method: 'examine',
    trust: 'documented',
    corrects: 'x',
    source: { kind: 'file', label: 'Rapport', ref: { format: 'facts-json', document: 'Rapport', page: 4 } },
  });
  expect(toNewObservation(stated({ value: '80', loose: true }), { ...around, format: 'facts-csv' })).toMatchObject({
    value: 80,
    source: { kind: 'file', label: 'faits.json', ref: { format: 'facts-csv' } },
  });
});
