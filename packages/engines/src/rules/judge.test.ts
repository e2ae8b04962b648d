import { describe, expect, it } from 'vitest';
import type { Condition } from './condition.ts';
import type { Fact } from './fact.ts';
import { judge, verdict } from './judge.ts';
import { aFact, aKey, aRule, aVocabulary, at } from './testing.ts';

const says = (condition: Condition, facts: readonly Fact[], day = '2026-03-01') => {
  const { verdict: whole, changesAt } = judge(aRule(condition), facts, at(day));
  expect(verdict(aRule(condition), facts, at(day))).toBe(whole);
  return [whole, changesAt];
};
const level = (value: number, collected: string, over: Partial<Fact> = {}) =>
  aFact('level', value, { collected, ...over });
const forest = (id: string) => ({ about: { kind: 'forest', id } as const });

describe('a value', () => {
  const share: Condition = { atLeast: { key: 'share', value: 50 } };
  it.each<[string, Condition, Fact[], unknown]>([
    [
      'is met and says until when',
      share,
      [aFact('share', 60, { collected: '2025-09-22' })],
      ['met', '2026-09-22T22:00:00.000Z'],
    ],
    [
      'is not met and says when the refusal ends',
      share,
      [aFact('share', 40, { collected: '2025-09-22' })],
      ['not-met', '2026-09-22T22:00:00.000Z'],
    ],
    ['expires when it satisfied', share, [aFact('share', 60, { collected: '2024-01-01' })], ['expired', null]],
    [
      'is unknown when it had refused and ended',
      share,
      [aFact('share', 40, { collected: '2024-01-01' })],
      ['unknown', null],
    ],
    ['is unknown when nothing is said', share, [], ['unknown', null]],
    ['is unknown when nobody knows', share, [aFact('share', 'unknown')], ['unknown', null]],
    [
      'never ends when it says so',
      share,
      [aFact('share', 60, { collected: '2020-01-01', expires: null })],
      ['met', null],
    ],
    [
      'holds through the last instant of its last day',
      share,
      [aFact('share', 60, { expires: '2026-03-01' })],
      ['met', '2026-03-01T23:00:00.000Z'],
    ],
    [
      'does not exist before it is collected',
      share,
      [aFact('share', 60, { collected: '2026-03-02' })],
      ['unknown', null],
    ],
    [
      'exists from the first instant of its day',
      share,
      [aFact('share', 60, { collected: '2026-03-01' })],
      ['met', '2027-03-01T23:00:00.000Z'],
    ],
    [
      'is converted into the unit of its key',
      share,
      [aFact('share', 0.07, { unit: 'ratio' }), aFact('share', 0.6, { unit: 'ratio' })],
      ['met', '2027-01-01T23:00:00.000Z'],
    ],
    [
      'the condition too',
      { atMost: { key: 'share', value: 0.07, unit: 'ratio' } },
      [aFact('share', 7)],
      ['met', '2027-01-01T23:00:00.000Z'],
    ],
    [
      'is one of several',
      { in: { key: 'kind', values: ['own', 'local'] } },
      [aFact('kind', 'local')],
      ['met', '2027-01-01T23:00:00.000Z'],
    ],
    [
      'a February 29 and one year end on February 28',
      { equals: { key: 'no', value: true } },
      [aFact('no', true, { collected: '2024-02-29' })],
      ['expired', null],
    ],
  ])('%s', (...[, condition, facts, expected]) => expect(says(condition, facts)).toEqual(expected));

  it('of a leap day holds through 28 February', () => {
    expect(
      says({ equals: { key: 'no', value: true } }, [aFact('no', true, { collected: '2024-02-29' })], '2025-02-28'),
    ).toEqual(['met', '2025-02-28T23:00:00.000Z']);
  });
});

describe('of several facts', () => {
  const yes: Condition = { equals: { key: 'yes', value: true } };
  it.each<[string, Fact[], string]>([
    [
      'the one collected last counts',
      [aFact('yes', true), aFact('yes', false, { collected: '2026-01-02' })],
      'not-met',
    ],
    ['at the same instant the more trusted', [aFact('yes', true, { trust: 'verified' }), aFact('yes', false)], 'met'],
    ['then the later recorded', [aFact('yes', true, { recorded: 2 }), aFact('yes', false, { recorded: 1 })], 'met'],
    [
      'the same instant in another offset is the same instant',
      [aFact('yes', false, { collected: '2026-01-01T00:00:00+01:00', trust: 'verified' }), aFact('yes', true)],
      'not-met',
    ],
    [
      'a corrected one is gone from the start',
      [aFact('yes', true, { id: 'wrong' }), aFact('yes', false, { collected: '2025-12-01', corrects: 'wrong' })],
      'not-met',
    ],
    [
      'even before its correction is collected',
      [aFact('yes', true, { id: 'wrong' }), aFact('yes', false, { collected: '2026-04-01', corrects: 'wrong' })],
      'unknown',
    ],
    [
      'a corrected correction corrects still',
      [
        aFact('yes', true, { id: '1' }),
        aFact('yes', true, { id: '2', corrects: '1' }),
        aFact('yes', false, { id: '3', collected: '2025-01-01', corrects: '2' }),
      ],
      'not-met',
    ],
  ])('%s', (_, facts, expected) =>
    expect([says(yes, facts)[0], says(yes, [...facts].reverse())[0]]).toEqual([expected, expected]),
  );
});

describe('several subjects', () => {
  const facts = [
    level(4, '2026-01-01', forest('a')),
    level(2, '2025-12-01', forest('b')),
    level(3, '2024-01-01', forest('c')),
  ];
  it.each([
    ['latest', facts, 'met'],
    ['any', facts, 'met'],
    ['worst', facts, 'not-met'],
    ['every', facts, 'not-met'],
    ['worst', [facts[0], facts[2]], 'expired'],
    ['every', [facts[0], facts[2]], 'expired'],
    ['any', facts.slice(1), 'expired'],
    ['latest', facts.slice(1), 'not-met'],
    ['worst', [], 'unknown'],
  ] as const)('%s of %#', (read, some, expected) =>
    expect(says({ atLeast: { key: 'level', value: 3, read } }, some as Fact[])[0]).toBe(expected),
  );

  it('shows the worst one', () => {
    const answer = judge(
      aRule({ atLeast: { key: 'level', value: 1, read: 'worst' } }),
      facts.slice(0, 2),
      at('2026-03-01'),
    );
    expect(answer.because).toEqual([facts[1]]);
  });

  it('one entity is one subject, whatever identifier its facts give it', () => {
    const two = [
      aFact('yes', true),
      aFact('yes', false, { collected: '2026-02-01', about: { kind: 'entity', id: '750712184' } }),
    ];
    expect(says({ equals: { key: 'yes', value: true } }, two)[0]).toBe('not-met');
  });
});

describe('known, fresh, inYear', () => {
  const fresh = (before?: string | { key: string }): Condition => ({
    fresh: { key: 'level', days: 45, read: 'latest', ...(before !== undefined && { before }) },
  });
  it.each<[string, Condition, Fact[], string, unknown]>([
    ['known', { known: { key: 'share' } }, [aFact('share', 0)], '2026-03-01', ['met', '2027-01-01T23:00:00.000Z']],
    [
      'known by an older one that lasts longer',
      { known: { key: 'share' } },
      [aFact('share', 0, { expires: null, collected: '2025-01-01' }), aFact('share', 1)],
      '2030-03-01',
      ['met', null],
    ],
    ['known once', { known: { key: 'share' } }, [aFact('share', 0)], '2028-03-01', ['expired', null]],
    [
      'not known when nobody knows',
      { known: { key: 'share' } },
      [aFact('share', 'unknown')],
      '2026-03-01',
      ['unknown', null],
    ],
    [
      '45 days is fresh, 31 January to 17 March',
      fresh(),
      [level(3, '2025-01-31T23:30:00+01:00')],
      '2025-03-17',
      ['met', '2025-03-17T23:00:00.000Z'],
    ],
    ['46 is not', fresh(), [level(3, '2025-01-30T23:59:59+01:00')], '2025-03-17', ['expired', null]],
    [
      'fresh does not ask for validity',
      fresh(),
      [level(3, '2025-01-31', { expires: '2025-02-01' })],
      '2025-03-17',
      ['met', '2025-03-17T23:00:00.000Z'],
    ],
    ['fresh before a day', fresh('2025-03-17'), [level(3, '2025-01-31')], '2027-01-01', ['met', null]],
    [
      'an audit after the day is not before it',
      fresh('2025-03-17'),
      [level(3, '2025-03-18')],
      '2027-01-01',
      ['unknown', null],
    ],
    [
      'the audit before the day still counts',
      fresh('2025-03-17'),
      [level(3, '2025-03-01'), level(3, '2025-03-18')],
      '2027-01-01',
      ['met', null],
    ],
    [
      'fresh before the date of another key',
      fresh({ key: 'deadline' }),
      [level(3, '2025-01-31'), aFact('deadline', '2025-03-17', { collected: '2025-01-01' })],
      '2025-06-01',
      ['met', null],
    ],
    [
      'before `at` while that key is silent',
      fresh({ key: 'deadline' }),
      [level(3, '2025-01-31')],
      '2025-03-18',
      ['expired', null],
    ],
    [
      'or has ended',
      fresh({ key: 'deadline' }),
      [level(3, '2025-01-31'), aFact('deadline', '2025-02-17', { collected: '2025-01-01', expires: '2025-03-16' })],
      '2025-03-16',
      ['met', '2025-03-17T23:00:00.000Z'],
    ],
    [
      'in the year',
      { inYear: { key: 'exercise' } },
      [aFact('exercise', 'field')],
      '2026-12-31',
      ['met', '2026-12-31T23:00:00.000Z'],
    ],
    [
      'in an earlier year',
      { inYear: { key: 'exercise' } },
      [aFact('exercise', 'field', { collected: '2025-12-31T23:59:59+01:00' })],
      '2026-03-01',
      ['expired', null],
    ],
    [
      'an unnamed exercise does not count',
      { inYear: { key: 'exercise' } },
      [aFact('exercise', 'unknown')],
      '2026-03-01',
      ['unknown', null],
    ],
    [
      'nor hides a named one',
      { inYear: { key: 'exercise' } },
      [aFact('exercise', 'field'), aFact('exercise', 'unknown', { collected: '2026-02-01' })],
      '2026-03-01',
      ['met', '2026-12-31T23:00:00.000Z'],
    ],
  ])('%s', (...[, condition, facts, day, expected]) => expect(says(condition, facts, day)).toEqual(expected));
});

describe('within', () => {
  const window: Condition = { within: { key: 'reviewed', from: '2022-07-16', to: { key: 'deadline' } } };
  const reviewed = (day: string) => aFact('reviewed', day);
  const deadline = (day: string) => aFact('deadline', day);
  it.each<[string, Condition, Fact[], unknown]>([
    ['on its first day', window, [reviewed('2022-07-16'), deadline('2026-02-01')], ['met', null]],
    ['on its last day', window, [reviewed('2026-02-01'), deadline('2026-02-01')], ['met', null]],
    ['before', window, [reviewed('2022-07-15'), deadline('2026-02-01')], ['not-met', null]],
    ['after', window, [reviewed('2026-02-02'), deadline('2026-02-01')], ['not-met', null]],
    [
      'does not age',
      window,
      [aFact('reviewed', '2023-01-01', { collected: '2023-01-01', expires: '2023-02-01' }), deadline('2026-02-01')],
      ['met', null],
    ],
    ['with its end unsaid, a day that has come', window, [reviewed('2025-01-01')], ['met', null]],
    [
      'with its end unsaid, a day to come, until it comes',
      window,
      [reviewed('2026-05-01')],
      ['unknown', '2026-04-30T22:00:00.000Z'],
    ],
    [
      'with its start unsaid',
      { within: { key: 'reviewed', from: { key: 'deadline' } } },
      [reviewed('2025-01-01')],
      ['unknown', null],
    ],
    [
      'up to now',
      { within: { key: 'reviewed', to: 'at' } },
      [reviewed('2026-03-02')],
      ['not-met', '2026-03-01T23:00:00.000Z'],
    ],
    [
      'by collection',
      { within: { key: 'yes', of: 'collected', from: '2025-07-16' } },
      [aFact('yes', true, { collected: '2025-07-15' })],
      ['not-met', null],
    ],
    ['nobody knows', window, [reviewed('unknown')], ['unknown', null]],
  ])('%s', (...[, condition, facts, expected]) => expect(says(condition, facts)).toEqual(expected));
});

describe('successive and count', () => {
  const pair: Condition = { successive: { key: 'level', each: { atLeast: 3 }, minDays: 45, maxDays: 60, read: 'any' } };
  const count: Condition = { count: { key: 'exercise', from: '2025-01-01', to: 'at', atLeast: 2 } };
  const held = (collected: string) => aFact('exercise', 'field', { collected });
  it.each<[string, Condition, Fact[], string]>([
    ['45 days apart', pair, [level(3, '2025-01-31'), level(3, '2025-03-17')], 'met'],
    ['44 days apart', pair, [level(3, '2025-01-31'), level(3, '2025-03-16')], 'not-met'],
    [
      'one between them breaks the neighbourhood',
      pair,
      [level(3, '2025-01-31'), level(4, '2025-02-10'), level(3, '2025-03-17')],
      'not-met',
    ],
    ['one is too low', pair, [level(3, '2025-01-31'), level(2, '2025-03-17')], 'not-met'],
    ['only one', pair, [level(3, '2025-01-31')], 'unknown'],
    [
      'two of the same instant are one',
      pair,
      [level(3, '2025-01-31'), level(3, '2025-01-31', { trust: 'verified' })],
      'unknown',
    ],
    [
      'of two forests are no pair',
      pair,
      [level(3, '2025-01-31', forest('a')), level(3, '2025-03-17', forest('b'))],
      'unknown',
    ],
    ['two are enough', count, [held('2025-01-01'), held('2026-02-01')], 'met'],
    ['one is not', count, [held('2024-12-31'), held('2026-02-01')], 'unknown'],
    [
      'an unnamed one does not count',
      count,
      [aFact('exercise', 'unknown', { collected: '2025-02-01' }), held('2026-02-01')],
      'unknown',
    ],
  ])('%s', (...[, condition, facts, expected]) => expect(says(condition, facts)[0]).toBe(expected));
});

describe('coverage', () => {
  const share: Condition = {
    coverage: { condition: { equals: { key: 'yes', value: true } }, weight: 'weight', share: 66 },
  };
  const member = (organisation: string, weight: number | null, value: boolean | null) => [
    ...(weight === null ? [] : [aFact('weight', weight, { organisation })]),
    ...(value === null ? [] : [aFact('yes', value, { organisation })]),
  ];
  it.each<[string, Fact[], string]>([
    ['enough', [...member('a', 66, true), ...member('b', 34, null)], 'met'],
    ['not enough even with those who have not said', [...member('a', 65, true), ...member('b', 35, false)], 'not-met'],
    ['it depends on one who has not said', [...member('a', 65, true), ...member('b', 35, null)], 'unknown'],
    [
      'a weight is missing and could change everything',
      [...member('a', 66, true), ...member('b', 34, false), ...member('c', null, false)],
      'unknown',
    ],
    ['all are met, whatever they weigh', [...member('a', null, true), ...member('b', 34, true)], 'met'],
    ['nobody', [], 'unknown'],
  ])('%s', (_, facts, expected) => expect(says(share, facts)[0]).toBe(expected));
});

describe('parts together', () => {
  const parts = (words: readonly string[]): [Condition[], Fact[]] => {
    const keys = words.map((_, i) => `p${i}`);
    const facts = words.flatMap((word, i) =>
      word === 'unknown'
        ? []
        : [aFact(`p${i}`, word !== 'not-met', { expires: word === 'expired' ? '2026-02-01' : null })],
    );
    return [keys.map((key): Condition => ({ equals: { key, value: true } })), facts];
  };
  const vocabulary = new Map([...aVocabulary, ...[0, 1, 2].map((i) => aKey(`p${i}`))]);
  it.each<[string, (parts: Condition[]) => Condition, string[], string]>([
    ['all', (all) => ({ all }), ['met', 'expired', 'unknown'], 'unknown'],
    ['all', (all) => ({ all }), ['met', 'expired', 'not-met'], 'not-met'],
    ['any', (any) => ({ any }), ['not-met', 'expired', 'unknown'], 'expired'],
    ['two of', (of) => ({ atLeastOf: { count: 2, of } }), ['met', 'not-met', 'expired'], 'expired'],
    ['not met', ([not]) => ({ not: not! }), ['met'], 'not-met'],
    ['not not-met', ([not]) => ({ not: not! }), ['not-met'], 'met'],
    ['not expired', ([not]) => ({ not: not! }), ['expired'], 'unknown'],
    ['not unknown', ([not]) => ({ not: not! }), ['unknown'], 'unknown'],
  ])('%s %#', (...[, make, words, expected]) => {
    const [list, facts] = parts(words);
    expect(judge(aRule(make(list), vocabulary), facts, at('2026-03-01')).verdict).toBe(expected);
  });
});
