import { expect, it } from 'vitest';
import { type Condition, keysOf, weighs } from './condition.ts';

const a: Condition = { equals: { key: 'a', value: true } };
const coverage: Condition = { coverage: { condition: a, weight: 'w', share: 66 } };

it('finds every key that a condition names, in values and in bounds', () => {
  expect(
    keysOf({
      all: [
        a,
        { not: { fresh: { key: 'b', days: 60, before: { key: 'c' } } } },
        { any: [{ count: { key: 'd', from: { key: 'e' }, to: 'at', atLeast: 2 } }] },
      ],
    }),
  ).toEqual(['a', 'b', 'c', 'd', 'e']);
});

it('finds the keys of a coverage, its weight last', () =>
  expect(
    keysOf({ atLeastOf: { count: 1, of: [coverage, { within: { key: 'b', from: '2026-01-01', to: { key: 'c' } } }] } }),
  ).toEqual(['a', 'w', 'b', 'c']));

it.each<[Condition, boolean]>([
  [a, false],
  [coverage, true],
  [{ all: [a, { any: [{ not: coverage }] }] }, true],
  [{ atLeastOf: { count: 1, of: [a, coverage] } }, true],
  [{ not: { any: [a] } }, false],
  // A key, or a value, of that name weighs nothing.
  [{ equals: { key: 'coverage', value: 'coverage' } }, false],
])('knows whether %j weighs organisations', (condition, expected) => expect(weighs(condition)).toBe(expected));
