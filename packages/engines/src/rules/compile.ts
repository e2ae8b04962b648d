import { err, ok, type Result } from '@egide/kernel/result';
import { Checker } from './check.ts';
import { weighs, type Condition, type LeafCondition, type LeafOp, type LeafSpecs } from './condition.ts';
import type { Fault } from './faults.ts';
import { boundKeys } from './leaves/bound.ts';
import { freshLeaf, inYearLeaf, knownLeaf } from './leaves/existence.ts';
import { countLeaf, successiveLeaf } from './leaves/history.ts';
import type { Leaf } from './leaves/leaf.ts';
import { valueLeaf, type Comparison } from './leaves/value.ts';
import { withinLeaf } from './leaves/within.ts';
import type { Coverage, Node, Rule } from './node.ts';
import type { KeyEntry, Vocabulary } from './vocabulary.ts';

/** Checks a condition against the vocabulary, once, and makes it ready to be judged; every fault found is answered. */
export function compile(condition: Condition, vocabulary: Vocabulary): Result<Rule, readonly Fault[]> {
  const checker = new Checker(vocabulary);
  const root = nodeOf(condition, '', checker);
  return root === null || checker.faults.length > 0 ? err(checker.faults) : ok({ root, vocabulary });
}

const under = (path: string, ...steps: readonly (string | number)[]): string =>
  [path, ...steps].filter((step) => step !== '').join('/');

function nodeOf(condition: Condition, path: string, checker: Checker): Node | null {
  if ('all' in condition)
    return group('all', condition.all, { path: under(path, 'all'), need: condition.all.length, checker });
  if ('any' in condition) return group('any', condition.any, { path: under(path, 'any'), need: 1, checker });
  if ('not' in condition) {
    const part = nodeOf(condition.not, under(path, 'not'), checker);
    return part && { kind: 'not', path: under(path, 'not'), part };
  }
  if ('atLeastOf' in condition) {
    const { count, of } = condition.atLeastOf;
    if (!Number.isInteger(count) || count < 1 || count > of.length)
      checker.refuse(under(path, 'atLeastOf'), 'bad-count', { count });
    return group('atLeastOf', of, { path: under(path, 'atLeastOf'), need: count, checker });
  }
  return 'coverage' in condition
    ? coverage(condition, under(path, 'coverage'), checker)
    : leafOf(condition, path, checker);
}

function group(
  op: 'all' | 'any' | 'atLeastOf',
  of: readonly Condition[],
  { path, need, checker }: { path: string; need: number; checker: Checker },
): Node {
  if (of.length === 0) checker.refuse(path, 'no-parts');
  return { kind: 'group', op, need, path, parts: of.flatMap((part, i) => nodeOf(part, under(path, i), checker) ?? []) };
}

function coverage(condition: { coverage: LeafSpecs['coverage'] }, path: string, checker: Checker): Coverage | null {
  const { weight, share } = condition.coverage;
  if (!(share > 1 && share <= 100)) checker.refuse(path, 'bad-share', { share });
  const key = checker.key(path, weight);
  if (key !== null && key.type !== 'integer' && key.type !== 'number')
    checker.refuse(path, 'not-comparable', { key: weight, type: key.type });
  if (weighs(condition.coverage.condition)) checker.refuse(path, 'nested-coverage');
  const part = nodeOf(condition.coverage.condition, path, checker);
  return part && { kind: 'coverage', path, spec: condition, part, weight, share };
}

type Made = Pick<Leaf, 'find' | 'attempts'> & Partial<Pick<Leaf, 'worseFirst' | 'refersTo' | 'together'>>;
type SimpleOp = Exclude<LeafOp, 'coverage'>;
type Maker<Op extends SimpleOp> = (spec: LeafSpecs[Op], key: KeyEntry, at: { path: string; checker: Checker }) => Made;

const compared = (comparison: Comparison, key: KeyEntry): Made => valueLeaf(comparison, key);

const MAKERS: { readonly [Op in SimpleOp]: Maker<Op> } = {
  equals: (spec, key, { path, checker }) => compared({ op: 'equals', values: [checker.value(path, key, spec)] }, key),
  in: (spec, key, { path, checker }) => {
    if (spec.values.length === 0) checker.refuse(path, 'no-parts');
    return compared({ op: 'in', values: spec.values.map((value) => checker.value(path, key, { value })) }, key);
  },
  atLeast: (spec, key, { path, checker }) =>
    compared({ op: 'atLeast', bound: checker.threshold(path, key, spec) }, key),
  atMost: (spec, key, { path, checker }) => compared({ op: 'atMost', bound: checker.threshold(path, key, spec) }, key),
  known: () => knownLeaf(),
  fresh: (spec, _key, { path, checker }) => {
    checker.whole(path, spec.days);
    checker.interval(path, spec.before, undefined);
    return { ...freshLeaf(spec), refersTo: boundKeys(spec.before) };
  },
  inYear: () => inYearLeaf(),
  within: (spec, key, { path, checker }) => {
    if (spec.of !== 'collected') checker.dateKey(path, key);
    if (spec.from === undefined && spec.to === undefined) checker.refuse(path, 'no-parts');
    checker.interval(path, spec.from, spec.to);
    return { ...withinLeaf(spec), refersTo: boundKeys(spec.from, spec.to) };
  },
  successive: (spec, key, { path, checker }) => {
    checker.whole(path, spec.minDays, spec.maxDays);
    if (spec.minDays > spec.maxDays) checker.refuse(path, 'bad-interval', { from: spec.minDays, to: spec.maxDays });
    return successiveLeaf({ ...spec, each: checker.each(path, key, spec.each) }, key);
  },
  count: (spec, _key, { path, checker }) => {
    checker.whole(path, spec.atLeast);
    if (spec.atLeast === 0) checker.refuse(path, 'bad-count', { count: 0 });
    checker.interval(path, spec.from, spec.to);
    return { ...countLeaf(spec), refersTo: boundKeys(spec.from, spec.to), together: true };
  },
};

function leafOf(condition: Exclude<LeafCondition, { coverage: unknown }>, path: string, checker: Checker): Leaf | null {
  // Safe: a leaf condition has exactly one property, its operator; the table gives each its own maker.
  const [op, spec] = Object.entries(condition)[0] as [SimpleOp, LeafSpecs[SimpleOp]];
  const place = under(path, op);
  const key = checker.key(place, spec.key);
  if (key === null) return null;
  // Safe: maker and specification are those of the same operator.
  const maker = MAKERS[op] as Maker<SimpleOp>;
  const made = maker(spec, key, { path: place, checker });
  const read = op === 'count' ? 'latest' : checker.read(place, key, 'read' in spec ? spec.read : undefined);
  return { kind: 'leaf', op, path: place, key, read, spec: condition, refersTo: [], ...made };
}
