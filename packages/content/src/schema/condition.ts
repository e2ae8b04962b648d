import { READS, type LeafOp } from '@egide/engines/rules';
import { z } from 'zod';
import { DayText } from './words.ts';

const Key = z.string().min(1);
const Value = z.union([z.boolean(), z.number(), z.string()]);
const read = z.enum(READS).optional();
const unit = z.string().min(1).optional();
const whole = z.int().min(0);
const OfKey = z.strictObject({ key: Key });
const Bound = z.union([DayText, OfKey]);
const BoundOrAt = z.union([z.literal('at'), DayText, OfKey]);

const Each = z.union([
  z.strictObject({ equals: Value }),
  z.strictObject({ in: z.array(Value).min(1) }),
  z.strictObject({ atLeast: z.number() }),
  z.strictObject({ atMost: z.number() }),
]);

type Leaf = { readonly short?: z.ZodType; readonly long: z.ZodType };

/** Short form, `[key, value]` or `key`, and long form of each leaf but `coverage`, which holds a condition. */
export const LEAVES = {
  equals: { short: z.tuple([Key, Value]), long: z.strictObject({ key: Key, value: Value, unit, read }) },
  in: {
    short: z.tuple([Key, z.array(Value).min(1)]),
    long: z.strictObject({ key: Key, values: z.array(Value).min(1), read }),
  },
  atLeast: { short: z.tuple([Key, z.number()]), long: z.strictObject({ key: Key, value: z.number(), unit, read }) },
  atMost: { short: z.tuple([Key, z.number()]), long: z.strictObject({ key: Key, value: z.number(), unit, read }) },
  known: { short: Key, long: z.strictObject({ key: Key, read }) },
  fresh: { long: z.strictObject({ key: Key, days: whole, before: Bound.optional(), read }) },
  inYear: { short: Key, long: z.strictObject({ key: Key, read }) },
  within: {
    long: z.strictObject({
      key: Key,
      of: z.enum(['value', 'collected']).optional(),
      from: Bound.optional(),
      to: BoundOrAt.optional(),
      read,
    }),
  },
  successive: { long: z.strictObject({ key: Key, each: Each, minDays: whole, maxDays: whole, read }) },
  count: {
    long: z.strictObject({ key: Key, from: Bound.optional(), to: BoundOrAt.optional(), atLeast: z.int().min(1) }),
  },
} satisfies Record<Exclude<LeafOp, 'coverage'>, Leaf>;

/** What `coverage` says beside its condition; `share` is a percentage. */
export const CoverageRest = z.strictObject({
  condition: z.unknown(),
  weight: Key,
  share: z.number().positive().max(100),
});
export const AtLeastOfRest = z.strictObject({ count: z.int().min(1), of: z.array(z.unknown()).min(1) });

const leaf = (op: string, schema: z.ZodType) => z.strictObject({ [op]: schema });
const leaves = Object.entries(LEAVES).flatMap(([op, forms]) => [
  ...('short' in forms ? [leaf(op, forms.short)] : []),
  leaf(op, forms.long),
]);

/** The whole syntax, for the published schema; files are read operator by operator, so that a mistake is named. */
export const ConditionSchema: z.ZodType = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(ConditionSchema).min(1) }),
      z.strictObject({ any: z.array(ConditionSchema).min(1) }),
      z.strictObject({ not: ConditionSchema }),
      z.strictObject({ atLeastOf: z.strictObject({ count: z.int().min(1), of: z.array(ConditionSchema).min(1) }) }),
      z.strictObject({
        coverage: z.strictObject({ condition: ConditionSchema, weight: Key, share: z.number().positive().max(100) }),
      }),
      ...leaves,
    ]),
  )
  .meta({ id: 'Condition' });
