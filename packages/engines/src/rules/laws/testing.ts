import fc from 'fast-check';
import type { Condition, LeafCondition } from '../condition.ts';
import type { Fact } from '../fact.ts';
import { aKey, aVocabulary } from '../testing.ts';

/** Two keys of each sort, so that conditions often ask twice about the same fact. */
export const vocabulary = new Map([
  ...aVocabulary,
  aKey('free'),
  aKey('many', { about: ['site'], validity: { months: 2 } }),
]);

export const AT = '2026-03-01T12:00:00Z';
const day = fc
  .integer({ min: 0, max: 900 })
  .map((back) => new Date(Date.parse('2026-03-01T12:00:00Z') - back * 86_400_000).toISOString().slice(0, 10));
/** Some days with their hour, so that several facts of one day keep their order. */
const moment = fc.oneof(
  day,
  fc
    .tuple(day, fc.integer({ min: 0, max: 12 }))
    .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:00:00+01:00`),
);

const read = fc.constantFrom('latest', 'worst', 'any', 'every' as const);
const flag = fc.constantFrom('yes', 'no', 'free');
const days = fc.constantFrom(30, 60, 400);
const before = fc.constantFrom(undefined, '2025-12-01', { key: 'deadline' });

export const leaf: fc.Arbitrary<LeafCondition> = fc.oneof(
  fc.tuple(flag, fc.boolean()).map(([key, value]): LeafCondition => ({ equals: { key, value } })),
  fc.tuple(fc.boolean(), read).map(([value, how]): LeafCondition => ({ equals: { key: 'many', value, read: how } })),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), read, fc.boolean())
    .map(([value, how, up]): LeafCondition =>
      up ? { atLeast: { key: 'level', value, read: how } } : { atMost: { key: 'level', value, read: how } },
    ),
  fc
    .tuple(fc.constantFrom(0, 20, 50.5, 100), fc.boolean())
    .map(([value, up]): LeafCondition =>
      up ? { atLeast: { key: 'share', value } } : { atMost: { key: 'share', value } },
    ),
  fc
    .subarray(['own', 'local', 'none'], { minLength: 1 })
    .map((values): LeafCondition => ({ in: { key: 'kind', values } })),
  fc.constantFrom('yes', 'share', 'kind', 'exercise').map((key): LeafCondition => ({ known: { key } })),
  fc.tuple(fc.constantFrom('no', 'share'), days, before).map(([key, n, bound]): LeafCondition => ({
    fresh: { key, days: n, ...(bound !== undefined && { before: bound }) },
  })),
  fc.tuple(days, read).map(([n, how]): LeafCondition => ({ fresh: { key: 'level', days: n, read: how } })),
  fc.constant<LeafCondition>({ inYear: { key: 'exercise' } }),
  fc.constantFrom<LeafCondition>(
    { within: { key: 'reviewed', from: '2025-01-01', to: { key: 'deadline' } } },
    { within: { key: 'reviewed', to: 'at' } },
    { within: { key: 'no', of: 'collected', from: '2025-06-01' } },
  ),
  fc.tuple(read, fc.integer({ min: 1, max: 5 })).map(([how, value]): LeafCondition => ({
    successive: { key: 'level', each: { atLeast: value }, minDays: 45, maxDays: 60, read: how },
  })),
  fc
    .integer({ min: 1, max: 3 })
    .map((atLeast): LeafCondition => ({ count: { key: 'exercise', from: '2025-06-01', to: 'at', atLeast } })),
);

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
    fc
      .array(tie('node'), { minLength: 2, maxLength: 3 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((count) => ({ atLeastOf: { count, of } }))),
  ),
})).node;

const about = (kind: Fact['about']['kind']) => fc.constantFrom('a', 'b').map((id): Fact['about'] => ({ kind, id }));
const entity = fc.constant<Fact['about']>({ kind: 'entity', id: '' });
const valued = fc.oneof(
  fc.tuple(flag, fc.oneof(fc.boolean(), fc.constant('unknown')), entity),
  fc.tuple(fc.constant('many'), fc.boolean(), about('site')),
  fc.tuple(fc.constant('level'), fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('unknown')), about('forest')),
  fc.tuple(fc.constant('share'), fc.constantFrom(0, 20, 50.5, 80, 100), entity),
  fc.tuple(fc.constant('kind'), fc.constantFrom('own', 'local', 'none'), entity),
  fc.tuple(fc.constant('exercise'), fc.constantFrom('field', 'table', 'unknown'), entity),
  fc.tuple(fc.constantFrom('reviewed', 'deadline'), day, entity),
);

export const facts: fc.Arbitrary<Fact[]> = fc
  .array(
    fc.tuple(
      valued,
      moment,
      fc.constantFrom<Fact['trust']>('declared', 'verified'),
      fc.option(day, { nil: undefined, freq: 4 }),
    ),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(([[key, value, what], collected, trust, expires], i): Fact => ({
      id: `g${i}`,
      key,
      value,
      about: what,
      collected,
      trust,
      organisation: '',
      recorded: i,
      ...(expires !== undefined && { expires }),
    })),
  );
