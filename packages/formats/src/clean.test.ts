import { expect, it } from 'vitest';
import { damaged, day, shown, text } from './clean.ts';

it('makes one form of a text, and one unknown of absent, null and empty', () => {
  expect([
    text('  MAIRIE   DE\u00a0LYON  '),
    text('e\u0301t\u00e9'),
    text(1053),
    text(''),
    text('  '),
    text(null),
    text(undefined),
    text({}),
    text(Number.NaN),
  ]).toEqual(['MAIRIE DE LYON', 'été', '1053', null, null, null, null, null, null]);
});
it('reads the three forms of a date, in Paris days', () => {
  expect(
    ['2019-03-04', '2019-03-04 00:00:00', '2026-08-13T22:30:30.574916747Z', '1900-01-01 00:00:00', '', null].map(day),
  ).toEqual(['2019-03-04', '2019-03-04', '2026-08-14', null, null, null]);
  expect(['2019-02-30', '04/03/2019', '43528'].map(day)).toEqual(['unreadable', 'unreadable', 'unreadable']);
});
it('sees the damage of a wrong decoding', () =>
  expect(['C\u008cUR', 'H\ufffdpital', 'Hôpital'].map(damaged)).toEqual([true, true, false]));
it('shows controls and shortens', () => expect(shown(`a\u0007${'b'.repeat(100)}`)).toBe(`a\\u0007${'b'.repeat(58)}`));
