import { parisDay } from '@egide/kernel/days';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../frameworks/index.ts';
import { check, type NewObservation } from './observation.ts';

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

  it('today is not to come, and an end of its own or none replaces the validity of the key', () => {
    const end = (over: Partial<NewObservation>) => {
      const result = checked(over);
      return result.ok ? (result.value.expiresAt?.toISOString() ?? null) : result.error;
    };
    expect([
      end({ collected: '2026-10-12', expires: '2026-12-31' }),
      end({ expires: null }),
      end({ key: 'directory.audit.made', value: true }),
    ]).toEqual(['2026-12-31T22:59:59.999Z', null, null]);
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
