import { expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import {
  compileFramework,
  compileProgramme,
  countedLevel,
  evaluateFramework,
  evaluateProgramme,
  scoreOf,
  type FrameworkSpec,
} from './framework.ts';
import { settleIndicator } from './indicator.ts';
import { aFact, aKey, aVocabulary, at } from './testing.ts';

const steps = [1, 2, 3, 4].map((level) => ({ level, when: { atLeast: { key: 'share', value: level * 20 } } }));
const none = [0, 1, 2, 3, 4].map((level) => ({ level }));
const spec: FrameworkSpec = {
  id: 'mini',
  version: '1',
  dimensions: [
    {
      id: '5',
      themes: [
        {
          id: '5.1',
          indicators: [
            { id: '5.1.1', kind: 'computed', levels: [{ level: 0 }, ...steps] },
            { id: '5.1.2', kind: 'asked', levels: none },
          ],
        },
        { id: '5.2', indicators: [{ id: '5.2.1', kind: 'asked', levels: none }] },
      ],
    },
  ],
};
const answer = (id: string) => aKey(`mini.${id}`, { type: 'integer', min: 0, max: 4, validity: { years: 1 } });
const vocabulary = new Map([...aVocabulary, answer('5.1.1'), answer('5.1.2'), answer('5.2.1')]);
const made = compileFramework(spec, vocabulary);
if (!made.ok) throw new Error(JSON.stringify(made.error));
const framework = made.value;
const computedIndicator = framework.dimensions[0]!.themes[0]!.indicators[0]!;
const share = (value: number, over: Partial<Fact> = {}) => aFact('share', value, over);
const declared = (value: number, over: Partial<Fact> = {}) =>
  aFact('mini.5.1.1', value, { trust: 'declared', ...over });
const kept = { source: { kept: true, justification: 'audit en cours' } };

it.each<[string, Fact[], unknown[]]>([
  ['nothing', [], ['unanswered', null, null, null, false]],
  ['computed only', [share(45)], ['to-confirm', 2, 2, null, false]],
  ['computed at the top', [share(100)], ['to-confirm', 4, 4, null, false]],
  ['computed zero needs a refusal', [share(5)], ['to-confirm', 0, 0, null, false]],
  ['declared only', [declared(3)], ['confirmed', 3, null, 3, false]],
  ['declared zero', [declared(0)], ['confirmed', 0, null, 0, false]],
  ['both equal', [share(45), declared(2)], ['confirmed', 2, 2, 2, false]],
  ['both differ', [share(45), declared(3)], ['to-decide', 2, 2, 3, true]],
  ['kept with a justification', [share(45), declared(3, kept)], ['confirmed', 3, 2, 3, true]],
  [
    'kept before a newer audit',
    [share(45, { collected: '2026-02-01' }), declared(3, kept)],
    ['to-decide', 2, 2, 3, true],
  ],
  ['declared, ended', [declared(3, { collected: '2024-01-01' })], ['expired', null, null, null, false]],
  ['declared zero, ended', [declared(0, { collected: '2024-01-01' })], ['expired', null, null, null, false]],
  ['computed, ended', [share(45, { collected: '2024-01-01' })], ['expired', null, null, null, false]],
  [
    'computed, ended, declared again',
    [share(45, { collected: '2024-01-01' }), declared(1)],
    ['confirmed', 1, null, 1, false],
  ],
])('%s', (...[, facts, expected]) => {
  const {
    state,
    level,
    computed,
    declared: said,
    contradiction,
  } = settleIndicator(computedIndicator, facts, at('2026-03-01'));
  expect([state, level, computed, said, contradiction]).toEqual(expected);
});

it('says when the indicator changes by itself, and what the next level asks', () => {
  const settled = settleIndicator(
    computedIndicator,
    [share(45), declared(2, { collected: '2025-12-01' })],
    at('2026-03-01'),
  );
  expect([settled.changesAt, settled.next?.verdict, settled.next?.failing.map(({ path }) => path)]).toEqual([
    '2026-12-01T23:00:00.000Z',
    'not-met',
    ['atLeast'],
  ]);
});

it('rounds half up, in whole numbers', () => {
  const mean = (...levels: (number | null)[]) => scoreOf(levels.map((level) => ({ level })));
  expect([
    mean(),
    mean(null),
    mean(2, 2, 2, 3),
    mean(0, 0, 1),
    mean(4, 4, 3, null),
    mean(...Array<number>(19).fill(2), 3),
  ]).toEqual([
    { level: null, coverage: { known: 0, total: 0 } },
    { level: null, coverage: { known: 0, total: 1 } },
    { level: 2.3, coverage: { known: 4, total: 4 } },
    { level: 0.3, coverage: { known: 3, total: 3 } },
    { level: 3.7, coverage: { known: 3, total: 4 } },
    { level: 2.1, coverage: { known: 20, total: 20 } },
  ]);
});

it('gives level and coverage by theme and dimension, over indicators and not over themes', () => {
  const facts = [share(100), aFact('mini.5.1.2', 1), aFact('mini.5.2.1', 0)];
  const score = evaluateFramework(framework, facts, at('2026-03-01'));
  const three = { known: 3, total: 3 };
  expect([score.level, score.coverage, score.at]).toEqual([1.7, three, '2026-03-01T22:59:59.999Z']);
  expect(
    score.dimensions.map(({ id, level, coverage, themes }) => [
      id,
      level,
      coverage,
      themes.map((theme) => [theme.id, theme.level, theme.coverage]),
    ]),
  ).toEqual([
    [
      '5',
      1.7,
      three,
      [
        ['5.1', 2.5, { known: 2, total: 2 }],
        ['5.2', 0, { known: 1, total: 1 }],
      ],
    ],
  ]);
});

it('refuses a framework by the place of its fault, and a computed indicator without its conditions', () => {
  const broken: FrameworkSpec = {
    ...spec,
    dimensions: [
      {
        id: '5',
        themes: [
          {
            id: '5.1',
            indicators: [
              {
                id: '5.1.1',
                kind: 'computed',
                levels: [{ level: 1, when: { known: { key: 'nothing' } } }, ...steps.slice(1, 3)],
              },
            ],
          },
        ],
      },
    ],
  };
  expect(compileFramework(broken, vocabulary)).toEqual({
    ok: false,
    error: [
      { path: '5.1.1/levels/1/when/known', code: 'unknown-key', params: { key: 'nothing' } },
      { path: '5.1.1/levels/4/when/any', code: 'no-parts', params: {} },
    ],
  });
});

it('answers each objective of a programme', () => {
  const programme = compileProgramme(
    {
      id: 'p',
      objectives: [
        { id: 'O1', when: { equals: { key: 'yes', value: true } } },
        { id: 'O2', when: { known: { key: 'share' } } },
      ],
    },
    vocabulary,
  );
  if (!programme.ok) throw new Error();
  expect(
    evaluateProgramme(programme.value, [aFact('yes', true)], at('2026-03-01')).map(({ id, verdict }) => [id, verdict]),
  ).toEqual([
    ['O1', 'met'],
    ['O2', 'unknown'],
  ]);
  expect(compileProgramme({ id: 'p', objectives: [{ id: 'O1', when: { known: { key: 'x' } } }] }, vocabulary)).toEqual({
    ok: false,
    error: [{ path: 'O1/when/known', code: 'unknown-key', params: { key: 'x' } }],
  });
});

it('counts a level for a territory from 60 % of known indicators on', () => {
  expect([
    countedLevel({ level: 2.4, known: 17, total: 27 }),
    countedLevel({ level: 2.4, known: 16, total: 27 }),
    countedLevel({ level: 2.4, known: 6, total: 10 }),
    countedLevel({ level: null, known: 0, total: 27 }),
    countedLevel({ level: null, known: 0, total: 0 }),
    countedLevel(undefined),
  ]).toEqual([2.4, null, 2.4, null, null, null]);
});
