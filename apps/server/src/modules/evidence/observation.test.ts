import { parisDay } from '@egide/kernel/days';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../frameworks/index.ts';
import { check, type NewObservation, sameEnd } from './observation.ts';

const OURS = '960780013';
const NOW = new Date('2026-10-12T08:00:00Z');
const stated = (over: Partial<NewObservation> = {}): NewObservation => ({
  key: 'users.mfa-share',
  value: 80,
  collected: '2026-10-01',
  method: 'interview',
  trust: 'declared',
  source: { kind: 'person', label: 'Camille' },
  ...over,
});
const checked = (over: Partial<NewObservation> = {}) =>
  check(stated(over), { vocabulary: vocabulary(), legalEntity: OURS, now: NOW });
const faults = (over: Partial<NewObservation>) => {
  const result = checked(over);
  return result.ok ? [] : result.error.map((f) => `${f.code} ${f.at}`);
};
const value = (over: Partial<NewObservation>) => {
  const result = checked(over);
  return result.ok ? result.value.value : result.error.map((f) => f.code);
};
const official = {
  key: 'exposure.level.official',
  value: 3,
  about: { kind: 'perimeter', id: 'internet' },
} as const;
const forest = { kind: 'forest', id: 'ad.example' } as const;

describe('a new observation', () => {
  it('is about the entity, in the unit of its key, until the validity of its key ends', () => {
    const result = checked();
    expect(
      result.ok && {
        ...result.value,
        until: result.value.expiresAt && parisDay(result.value.expiresAt.getTime()),
        expiresAt: null,
      },
    ).toEqual({
      ...stated(),
      about: { kind: 'entity', id: OURS },
      class: 'steering',
      shared: false,
      withheld: false,
      collectedAt: new Date('2026-09-30T22:00:00Z'),
      collectedDay: '2026-10-01',
      expiresAt: null,
      until: '2027-10-01',
    });
  });

  it.each<[string, Partial<NewObservation>, unknown]>([
    ['percent as given', { value: 82.5 }, 82.5],
    ['a ratio becomes a percentage', { value: 0.07, unit: 'ratio' }, 7],
    ['weeks become days', { key: 'patching.critical.days', value: 2, unit: 'weeks' }, 14],
    [
      'a part of a day where whole days are asked',
      { key: 'patching.critical.days', value: 36, unit: 'hours' },
      ['fact-wrong-value'],
    ],
    ['nobody knows, whatever the type', { value: 'unknown' }, 'unknown'],
    ['nobody knows a date', { key: 'policy.security.reviewed', value: 'unknown' }, 'unknown'],
    ['nobody knows, though a unit is given', { value: 'unknown', unit: 'ratio' }, 'unknown'],
  ])('%s', (_, over, expected) => expect(value(over)).toEqual(expected));

  it.each<[string, Partial<NewObservation>, string[]]>([
    ['an unknown key', { key: 'no.such' }, ['fact-unknown-key /key']],
    ['another type', { value: 'beaucoup' }, ['fact-wrong-value /value']],
    ['not a number', { value: Number.NaN }, ['fact-wrong-value /value']],
    ['above the limit', { value: 101 }, ['fact-wrong-value /value']],
    ['above it once converted', { value: 1.01, unit: 'ratio' }, ['fact-wrong-value /value']],
    ['a value that the list has not', { key: 'backup.directory.kind', value: 'autre' }, ['fact-wrong-value /value']],
    [
      'a day that does not exist',
      { key: 'policy.security.reviewed', value: '2026-02-30' },
      ['fact-wrong-value /value'],
    ],
    ['yes as a word', { key: 'staff.ciso.named', value: 'oui' }, ['fact-wrong-value /value']],
    ['a unit of another kind', { unit: 'euros' }, ['fact-wrong-unit /unit']],
    ['a subject that the key has not', { about: forest }, ['fact-wrong-about /about']],
    ['another legal entity', { about: { kind: 'entity', id: '960780021' } }, ['fact-foreign-entity /about/id']],
    ['tomorrow', { collected: '2026-10-13' }, ['fact-in-future /collected']],
    ['a year that nobody means', { collected: '0026-11-25' }, ['fact-bad-date /collected']],
    ['a day before ours', { collected: '1899-12-31' }, ['fact-bad-date /collected']],
    ['no date', { collected: 'hier' }, ['fact-bad-date /collected']],
    ['no date of end', { expires: 'demain' }, ['fact-bad-date /expires']],
    ['an end before the collection', { expires: '2026-09-30' }, ['fact-expires-before /expires']],
    [
      'all that is wrong at once',
      { value: 'x', unit: 'euros', about: forest, collected: '2026-10-13' },
      ['fact-wrong-value /value', 'fact-wrong-unit /unit', 'fact-wrong-about /about', 'fact-in-future /collected'],
    ],
  ])('is refused at its field: %s', (_, over, expected) => expect(faults(over)).toEqual(expected));

  it.each<[string, Partial<NewObservation>, unknown]>([
    ['on the last day that it leaves', { expires: '2027-10-01' }, '2027-10-01T21:59:59.999Z'],
    ['a day later', { expires: '2027-10-02' }, 'fact-expires-late /expires 2027-10-01'],
    ['an instant later', { expires: '2027-10-01T22:00:00.000Z' }, 'fact-expires-late /expires 2027-10-01'],
    ['at the end of time', { expires: '9999-12-31' }, 'fact-expires-late /expires 2027-10-01'],
    ['never', { expires: null }, 'fact-expires-late /expires 2027-10-01'],
    [
      'after days, as many as the key says',
      { ...official, expires: '2026-12-01' },
      'fact-expires-late /expires 2026-11-30',
    ],
    [
      'late, by whoever says it',
      { ...official, trust: 'verified', expires: null },
      'fact-expires-late /expires 2026-11-30',
    ],
    ['never, under a key that never ends', { key: 'directory.audit.made', value: true, expires: null }, null],
    [
      'late, under a key that never ends',
      { key: 'directory.audit.made', value: true, expires: '2099-12-31' },
      '2099-12-31T22:59:59.999Z',
    ],
    ['never, for a withdrawal, which says nothing', { corrects: 'x', withdraws: true, expires: null }, null],
  ])('ends within the validity of its key: %s', (_, over, expected) => {
    const result = checked(over);
    expect(
      result.ok
        ? (result.value.expiresAt?.toISOString() ?? null)
        : result.error.map((f) => `${f.code} ${f.at} ${f.params?.last}`).join(),
    ).toBe(expected);
  });

  it('said again, keeps its end, or takes that of a key that has come to hold for less since', () => {
    const again = (expires: string | null, key = 'users.mfa-share') =>
      sameEnd(
        { key, collected: new Date('2026-10-01T08:00:00Z'), expires: expires === null ? null : new Date(expires) },
        vocabulary(),
      );
    expect([
      again('2026-12-31T22:59:59.999Z'),
      again('2027-10-01T21:59:59.999Z'),
      again('2029-10-01T21:59:59.999Z'),
      again(null),
      again(null, 'directory.audit.made'),
    ]).toEqual(['2026-12-31T22:59:59.999Z', '2027-10-01T21:59:59.999Z', undefined, undefined, null]);
  });

  it('today is not to come, and a sooner end of its own replaces the validity of the key', () => {
    const end = (over: Partial<NewObservation>) => {
      const result = checked(over);
      return result.ok ? (result.value.expiresAt?.toISOString() ?? null) : result.error;
    };
    expect([
      end({ collected: '2026-10-12', expires: '2026-12-31' }),
      end({ key: 'directory.audit.made', value: true }),
    ]).toEqual(['2026-12-31T22:59:59.999Z', null]);
  });

  it.each<[NewObservation['source']['kind'], boolean]>([
    ['person', false],
    ['document', false],
    ['file', false],
    ['official', true],
    ['opssies', true],
    ['audit', true],
    ['exercise', true],
    ['incident', true],
  ])('from a source of kind %s reaches those who steer at once: %s', (kind, expected) => {
    const result = checked({ source: { kind, label: 'x' } });
    expect(result.ok && result.value.shared).toBe(expected);
  });
  it('of the internal class reaches nobody outside, whatever its source', () => {
    const result = checked({
      key: 'directory.findings.note',
      value: 'compte oublié',
      about: forest,
      source: { kind: 'audit', label: 'x' },
    });
    expect(result.ok && [result.value.class, result.value.shared]).toEqual(['internal', false]);
  });
});
