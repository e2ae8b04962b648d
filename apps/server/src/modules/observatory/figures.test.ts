import { describe, expect, it } from 'vitest';
import { distribution, median, tally } from './figures.ts';
import { helpFirst, type Helped, reasonsToHelp } from './help-first.ts';
import type { Reading, Standing } from './standing.ts';

const reading = (value: Reading['value'], over: Partial<Reading> = {}): Reading => ({
  value,
  collected: '2026-09-03',
  ended: false,
  ...over,
});
const standing = (over: Partial<Standing> = {}): Standing => ({
  directory: null,
  waiting: null,
  critical: null,
  major: null,
  exercise: reading('table-top'),
  lastSeen: '2026-09-03',
  ...over,
});
const helped = (over: Partial<Helped> = {}): Helped => ({
  finess: '960780013',
  level: 2.4,
  submitted: '2026-09-01',
  standing: standing(),
  ...over,
});

describe('figures', () => {
  it('takes the median, half up', () =>
    expect([median([]), median([1]), median([3, 1, 2]), median([1, 2.1]), median([2.4, 2.5])]).toEqual([
      null,
      1,
      2,
      1.6,
      2.5,
    ]));

  it('counts with the unknown ones in the denominator only', () => {
    const levels = [4, 3.9, 2, 1.9, 0, null];
    expect(tally(levels)).toEqual({ known: 5, total: 6, atTwo: 3, underTwo: 2 });
    expect(distribution(levels)).toEqual([
      { level: 4, count: 1 },
      { level: 3, count: 1 },
      { level: 2, count: 1 },
      { level: 1, count: 1 },
      { level: 0, count: 1 },
      { level: null, count: 1 },
    ]);
  });
});

describe('who needs help first', () => {
  it('has no reason where nothing is wrong', () => expect(reasonsToHelp(helped())).toEqual([]));

  it('does not blame an old finding, and says what is missing', () => {
    const old = standing({
      critical: reading(3, { ended: true }),
      directory: reading(1, { ended: true }),
      exercise: reading('table-top', { ended: true, collected: '2024-05-02' }),
    });
    expect(reasonsToHelp(helped({ standing: old, submitted: null }))).toEqual([
      { code: 'no-exercise', last: '2024-05-02' },
      { code: 'nothing-submitted' },
    ]);
  });

  it('puts danger before silence, then the most reasons, then the lowest level; the order of the list is irrelevant', () => {
    const inDanger = helped({ finess: '1', level: 3, standing: standing({ critical: reading(3) }) });
    const silent = helped({
      finess: '2',
      level: null,
      submitted: null,
      standing: standing({ exercise: null, lastSeen: null }),
    });
    const low = helped({ finess: '3', level: 0.8, standing: standing({ directory: reading(1) }) });
    const expected = ['3', '1', '2'];
    for (const order of [
      [inDanger, silent, low, helped({ finess: '4' })],
      [low, helped({ finess: '4' }), silent, inDanger],
    ])
      expect(helpFirst(order, 4).map((h) => h.facility.finess)).toEqual(expected);
    expect(helpFirst([inDanger, silent, low], 1).map((h) => h.facility.finess)).toEqual(['3']);
  });
});
