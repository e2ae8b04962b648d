import { expect, it } from 'vitest';
import {
  dayNumber,
  fromParis,
  parisDay,
  parisDayNumber,
  parisStart,
  parseDay,
  parseInstant,
  toInstant,
  yearBefore,
} from './days.ts';

const day = (text: string) => dayNumber(parseDay(text)!);

it('refuses days and instants that do not exist', () => {
  expect([
    parseDay('2026-02-30'),
    parseDay('2026-2-3'),
    parseInstant('2026-02-30T10:00:00Z'),
    parseInstant('2026-02-03T10:00'),
  ]).toEqual([null, null, null, null]);
});

it('counts 45 days from 31 January to 17 March 2025', () => expect(day('2025-03-17') - day('2025-01-31')).toBe(45));

it('places an instant in its Paris day, in winter, in summer and at the changes', () => {
  const at = (text: string) => parisDay(Date.parse(text));
  expect([
    at('2026-01-15T22:59:59Z'),
    at('2026-01-15T23:00:00Z'),
    at('2026-07-14T21:59:59Z'),
    at('2026-07-14T22:00:00Z'),
  ]).toEqual(['2026-01-15', '2026-01-16', '2026-07-14', '2026-07-15']);
  expect([
    at('2026-03-28T23:00:00Z'),
    at('2026-03-29T21:59:59Z'),
    at('2026-03-29T22:00:00Z'),
    at('2026-10-25T22:59:59Z'),
    at('2026-10-25T23:00:00Z'),
  ]).toEqual(['2026-03-29', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26']);
});

it('agrees with the calendar of the platform on every hour of three years, and starts each day at its first instant', () => {
  const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });
  for (let ms = Date.UTC(2024, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 3_600_000)
    expect(parisDay(ms)).toBe(paris.format(ms));
  for (let n = day('2024-01-01'); n < day('2027-01-01'); n++)
    expect([parisDayNumber(parisStart(n)), parisDayNumber(parisStart(n) - 1)]).toEqual([n, n - 1]);
});

it.each([
  ['2026-01-12T18:30:00Z', '2026-01-12T17:30:00.000Z'],
  ['2026-07-14T12:00:00Z', '2026-07-14T10:00:00.000Z'],
  ['2026-03-29T01:59:59Z', '2026-03-29T00:59:59.000Z'],
  ['2026-03-29T02:30:00Z', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T03:00:00Z', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T01:59:59Z', '2026-10-24T23:59:59.000Z'],
  ['2026-10-25T02:30:00Z', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00:00Z', '2026-10-25T02:00:00.000Z'],
])('a Paris clock showing %s stands at %s', (shown, instant) =>
  expect(toInstant(fromParis(Date.parse(shown)))).toBe(instant),
);

it('knows the length of every month, and nothing else as a day', () => {
  for (const year of [1900, 2000, 2023, 2024]) {
    for (let month = 1; month <= 12; month++) {
      for (let date = 0; date <= 32; date++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        const real = new Date(Date.UTC(year, month - 1, date));
        expect([text, parseDay(text) !== null]).toEqual([text, date > 0 && real.getUTCMonth() === month - 1]);
      }
    }
  }
  expect(['2026-13-01', '2026-00-10', '0000-01-01', '2026-1-01', '2026-01-01T00:00:00Z', ''].map(parseDay)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('compares with the same hour 365 days before, whatever the clock did', () => {
  expect(
    ['2026-03-29T12:00:00Z', '2024-03-01T00:00:00Z'].map((text) => toInstant(yearBefore(Date.parse(text)))),
  ).toEqual(['2025-03-29T12:00:00.000Z', '2023-03-02T00:00:00.000Z']);
});
