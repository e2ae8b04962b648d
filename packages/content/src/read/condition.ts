import type { Condition, Fault } from '@egide/engines/rules';
import { AtLeastOfRest, CoverageRest, LEAVES } from '../schema/condition.ts';
import { faultsOf } from '../issues.ts';
import type { ContentFault, Step, YamlFile } from '../yaml-file.ts';

const OPERATORS = ['all', 'any', 'not', 'atLeastOf', ...Object.keys(LEAVES), 'coverage'];
/** Deeper than any text of law; beyond it, a file is made to harm. */
const MAX_DEPTH = 12;

type Place = { readonly source: YamlFile; readonly path: readonly Step[]; readonly faults: ContentFault[] };

const under = (place: Place, ...steps: readonly Step[]): Place => ({ ...place, path: [...place.path, ...steps] });

function refuse(place: Place, fr: string, en: string): null {
  place.faults.push({ file: place.source.file, line: place.source.at(place.path), message: { fr, en } });
  return null;
}

/** Reads a condition in its short or long form; answers null once refused, with the fault added to `place.faults`. */
export function readCondition(value: unknown, place: Place): Condition | null {
  if (place.path.length > MAX_DEPTH * 3) return refuse(place, 'condition trop profonde', 'condition too deep');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(
      place,
      `une condition nomme un opérateur : ${OPERATORS.join(', ')}`,
      `a condition names an operator: ${OPERATORS.join(', ')}`,
    );
  const [[op, given] = ['', null], ...others] = Object.entries(value);
  if (others.length > 0 || op === '')
    return refuse(place, 'une condition a un opérateur, et un seul', 'a condition has one operator, and one only');
  const inside = under(place, op);
  switch (op) {
    case 'all':
    case 'any':
      return readParts(op, given, inside);
    case 'not': {
      const not = readCondition(given, inside);
      return not && { not };
    }
    case 'atLeastOf':
      return readAtLeastOf(given, inside);
    case 'coverage':
      return readCoverage(given, inside);
    default:
      return isLeaf(op)
        ? readLeaf(op, given, inside)
        : refuse(
            inside,
            `opérateur inconnu : ${op} ; connus : ${OPERATORS.join(', ')}`,
            `unknown operator: ${op}; known: ${OPERATORS.join(', ')}`,
          );
  }
}

const isLeaf = (op: string): op is keyof typeof LEAVES => Object.hasOwn(LEAVES, op);

function readList(given: unknown, place: Place): Condition[] | null {
  if (!Array.isArray(given) || given.length === 0)
    return refuse(place, 'il faut une liste d’au moins une condition', 'a list of at least one condition is needed');
  const parts = given.map((part: unknown, i) => readCondition(part, under(place, i)));
  return parts.every((part) => part !== null) ? parts : null;
}

function readParts(op: 'all' | 'any', given: unknown, place: Place): Condition | null {
  const parts = readList(given, place);
  return parts && (op === 'all' ? { all: parts } : { any: parts });
}

function readAtLeastOf(given: unknown, place: Place): Condition | null {
  const rest = AtLeastOfRest.safeParse(given, { reportInput: true });
  if (!rest.success) return collect(place, faultsOf(rest.error.issues, place.source, place.path));
  const of = readList(rest.data.of, under(place, 'of'));
  return of && { atLeastOf: { count: rest.data.count, of } };
}

function readCoverage(given: unknown, place: Place): Condition | null {
  const rest = CoverageRest.safeParse(given, { reportInput: true });
  if (!rest.success) return collect(place, faultsOf(rest.error.issues, place.source, place.path));
  const condition = readCondition(rest.data.condition, under(place, 'condition'));
  return condition && { coverage: { condition, weight: rest.data.weight, share: rest.data.share } };
}

function collect(place: Place, faults: readonly ContentFault[]): null {
  place.faults.push(...faults);
  return null;
}

const isShort = (given: unknown): boolean => Array.isArray(given) || typeof given !== 'object';

function readLeaf(op: keyof typeof LEAVES, given: unknown, place: Place): Condition | null {
  const forms = LEAVES[op];
  const schema = isShort(given) && 'short' in forms ? forms.short : forms.long;
  const read = schema.safeParse(given, { reportInput: true });
  if (!read.success) return collect(place, faultsOf(read.error.issues, place.source, place.path));
  // Safe: the schema of this operator has just accepted it; short forms are put in their long form.
  return { [op]: long(op, read.data) } as Condition;
}

function long(op: keyof typeof LEAVES, data: unknown): unknown {
  if (typeof data === 'string') return { key: data };
  if (!Array.isArray(data)) return data;
  const [key, value]: unknown[] = data;
  return op === 'in' ? { key, values: value } : { key, value };
}

/** Where, in the file, the part of a condition lies that the engine refused: `all/0/atLeast`. */
export function placeOfFault(fault: Fault): Step[] {
  const steps: Step[] = [];
  for (const step of fault.path.split('/')) {
    if (steps.at(-1) === 'atLeastOf') steps.push('of');
    if (steps.at(-1) === 'coverage') steps.push('condition');
    steps.push(/^\d+$/.test(step) ? Number(step) : step);
  }
  return steps;
}
