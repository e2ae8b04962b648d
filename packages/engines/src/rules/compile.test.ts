import { expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Condition } from './condition.ts';
import { aVocabulary } from './testing.ts';

const yes: Condition = { equals: { key: 'yes', value: true } };

it.each<[Condition, unknown[]]>([
  [{ all: [yes, { any: [{ known: { key: 'nothing' } }] }] }, ['all/1/any/0/known', 'unknown-key', { key: 'nothing' }]],
  [{ equals: { key: 'yes', value: 1 } }, ['equals', 'wrong-type', { key: 'yes', type: 'boolean', value: '1' }]],
  [
    { equals: { key: 'kind', value: 'other' } },
    ['equals', 'not-an-allowed-value', { key: 'kind', value: 'other', allowed: 'own, local, none' }],
  ],
  [{ equals: { key: 'kind', value: 'unknown' } }, ['equals', 'asks-nobody-knows', { key: 'kind' }]],
  [{ in: { key: 'kind', values: [] } }, ['in', 'no-parts', {}]],
  [{ atLeast: { key: 'level', value: 3 } }, ['atLeast', 'read-needed', { key: 'level', about: 'forest' }]],
  [
    { atLeast: { key: 'level', value: 6, read: 'any' } },
    ['atLeast', 'not-an-allowed-value', { key: 'level', value: 6, allowed: '1–5' }],
  ],
  [
    { atLeast: { key: 'share', value: 3, unit: 'days' } },
    ['atLeast', 'wrong-unit', { key: 'share', unit: 'days', expected: 'percent' }],
  ],
  [{ atMost: { key: 'kind', value: 3 } }, ['atMost', 'not-comparable', { key: 'kind', type: 'enum' }]],
  [{ fresh: { key: 'yes', days: -1 } }, ['fresh', 'bad-count', { count: -1 }]],
  [{ fresh: { key: 'yes', days: 1.5 } }, ['fresh', 'bad-count', { count: 1.5 }]],
  [{ fresh: { key: 'yes', days: 1, before: { key: 'share' } } }, ['fresh', 'not-a-date', { key: 'share' }]],
  [{ fresh: { key: 'yes', days: 1, before: '2026-02-30' } }, ['fresh', 'bad-day', { day: '2026-02-30' }]],
  [{ within: { key: 'yes', from: '2026-01-01' } }, ['within', 'not-a-date', { key: 'yes' }]],
  [{ within: { key: 'reviewed' } }, ['within', 'no-parts', {}]],
  [
    { within: { key: 'reviewed', from: '2026-01-02', to: '2026-01-01' } },
    ['within', 'bad-interval', { from: '2026-01-02', to: '2026-01-01' }],
  ],
  [
    { successive: { key: 'share', each: { atLeast: 1 }, minDays: 60, maxDays: 45 } },
    ['successive', 'bad-interval', { from: 60, to: 45 }],
  ],
  [
    { successive: { key: 'share', each: { equals: 'x' }, minDays: 1, maxDays: 2 } },
    ['successive', 'wrong-type', { key: 'share', type: 'number', value: 'x' }],
  ],
  [{ count: { key: 'yes', atLeast: 0 } }, ['count', 'bad-count', { count: 0 }]],
  [{ coverage: { condition: yes, weight: 'weight', share: 0.66 } }, ['coverage', 'bad-share', { share: 0.66 }]],
  [
    { coverage: { condition: yes, weight: 'kind', share: 66 } },
    ['coverage', 'not-comparable', { key: 'kind', type: 'enum' }],
  ],
  [
    {
      coverage: {
        condition: { coverage: { condition: yes, weight: 'weight', share: 66 } },
        weight: 'weight',
        share: 66,
      },
    },
    ['coverage', 'nested-coverage', {}],
  ],
  [{ all: [] }, ['all', 'no-parts', {}]],
  [{ atLeastOf: { count: 3, of: [yes, yes] } }, ['atLeastOf', 'bad-count', { count: 3 }]],
])('refuses %j', (condition, expected) => {
  const made = compile(condition, aVocabulary);
  expect(made.ok ? [] : made.error.map(({ path, code, params }) => [path, code, params])).toEqual([expected]);
});

it('answers every fault of a condition at once', () => {
  const made = compile({ all: [{ known: { key: 'a' } }, { known: { key: 'b' } }] }, aVocabulary);
  expect(made.ok ? [] : made.error.map(({ params }) => params)).toEqual([{ key: 'a' }, { key: 'b' }]);
});
