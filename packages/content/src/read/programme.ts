import { compile, type Condition, type Rule, type Vocabulary } from '@egide/engines/rules';
import { z } from 'zod';
import { faultWords } from '../fault-words.ts';
import { faultsOf } from '../issues.ts';
import { programmeFile, ruleFile } from '../schema/programme.ts';
import type { ContentFault, Step, YamlFile } from '../yaml-file.ts';
import { placeOfFault, readCondition } from './condition.ts';

const ProgrammeFile = programmeFile(z.unknown());
const RuleFile = ruleFile(z.unknown());
type RawProgramme = z.infer<typeof ProgrammeFile>;
type RawRule = z.infer<typeof RuleFile>;

export type ObjectiveText = Omit<RawProgramme['objectives'][number], 'when'> & {
  readonly when: Condition;
  readonly rule: Rule;
};
/** A programme with all its words; each objective has its condition in the long form and ready to be judged. */
export type ProgrammeText = Omit<RawProgramme, 'objectives'> & { readonly objectives: readonly ObjectiveText[] };
export type RuleText = Omit<RawRule, 'when'> & { readonly when: Condition; readonly rule: Rule };

export type Reader = { readonly source: YamlFile; readonly vocabulary: Vocabulary; readonly faults: ContentFault[] };

/** A condition of a file, read then checked against the vocabulary. */
export function readRuleAt(
  value: unknown,
  path: readonly Step[],
  { source, vocabulary, faults }: Reader,
): { when: Condition; rule: Rule } | null {
  if (value === undefined) {
    faults.push({
      file: source.file,
      line: source.at(path),
      message: { fr: 'il manque « when », la condition', en: '“when”, the condition, is missing' },
    });
    return null;
  }
  const when = readCondition(value, { source, path, faults });
  if (when === null) return null;
  const rule = compile(when, vocabulary);
  if (rule.ok) return { when, rule: rule.value };
  faults.push(
    ...rule.error.map((fault) => ({
      file: source.file,
      line: source.at([...path, ...placeOfFault(fault)]),
      message: faultWords(fault),
    })),
  );
  return null;
}

export function readProgramme(reader: Reader): ProgrammeText | null {
  const { source, faults } = reader;
  const read = ProgrammeFile.safeParse(source.data, { reportInput: true });
  if (!read.success) {
    faults.push(...faultsOf(read.error.issues, source));
    // The conditions are checked all the same: every fault of a file is said at once.
    conditionsOf(source.data).forEach(
      (when, i) => when !== undefined && readRuleAt(when, ['objectives', i, 'when'], reader),
    );
    return null;
  }
  const before = faults.length;
  const { objectives, ...rest } = read.data;
  objectives.forEach(({ id, reference, proposed }, i) => {
    const refuse = (fr: string, en: string) =>
      faults.push({ file: source.file, line: source.at(['objectives', i]), message: { fr, en } });
    if (objectives.findIndex((one) => one.id === id) < i)
      refuse(`l’objectif ${id} existe déjà`, `objective ${id} exists already`);
    if (reference === undefined && proposed !== true)
      refuse('il faut une référence, ou « proposed: true »', 'a reference is needed, or “proposed: true”');
  });
  const made = objectives.flatMap(({ when, ...objective }, i) => {
    const rule = readRuleAt(when, ['objectives', i, 'when'], reader);
    return rule === null ? [] : [{ ...objective, ...rule }];
  });
  return faults.length > before ? null : { ...rest, objectives: made };
}

function conditionsOf(data: unknown): unknown[] {
  const objectives: unknown = typeof data === 'object' && data !== null && 'objectives' in data ? data.objectives : [];
  return Array.isArray(objectives)
    ? objectives.map((one: unknown) =>
        typeof one === 'object' && one !== null && 'when' in one ? one.when : undefined,
      )
    : [];
}

export function readRule(reader: Reader): RuleText | null {
  const { source, faults } = reader;
  const read = RuleFile.safeParse(source.data, { reportInput: true });
  if (!read.success) {
    faults.push(...faultsOf(read.error.issues, source));
    return null;
  }
  const { when, ...rest } = read.data;
  if (rest.reference === undefined && rest.proposed !== true)
    faults.push({
      file: source.file,
      line: 1,
      message: { fr: 'il faut une référence, ou « proposed: true »', en: 'a reference is needed, or “proposed: true”' },
    });
  const rule = readRuleAt(when, ['when'], reader);
  return rule && { ...rest, ...rule };
}
