import type { Words } from '@egide/kernel/locale';
import type { z } from 'zod';
import type { ContentFault, Step, YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

const list = (values: readonly unknown[]): string => values.map(String).join(', ');
const NATURES: Readonly<Record<string, Words>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'vrai ou faux', en: 'true or false' },
  nonoptional: { fr: 'une condition', en: 'a condition' },
  array: { fr: 'une liste', en: 'a list' },
  tuple: { fr: 'une liste', en: 'a list' },
  object: { fr: 'un ensemble de champs', en: 'a set of fields' },
  record: { fr: 'un ensemble de champs', en: 'a set of fields' },
};

/** The reason of a refusal in plain words; the names of fields are those that the file must bear. */
function wordsOf(issue: Issue): Words {
  const field = String(issue.path.at(-1) ?? 'document');
  switch (issue.code) {
    case 'invalid_type': {
      const nature = NATURES[issue.expected] ?? { fr: issue.expected, en: issue.expected };
      return issue.input === undefined
        ? { fr: `il manque « ${field} » (${nature.fr})`, en: `“${field}” is missing (${nature.en})` }
        : { fr: `« ${field} » doit être ${nature.fr}`, en: `“${field}” must be ${nature.en}` };
    }
    case 'unrecognized_keys':
      return { fr: `champ inconnu : ${list(issue.keys)}`, en: `unknown field: ${list(issue.keys)}` };
    case 'invalid_value':
      return {
        fr: `« ${field} » doit être l’une de ces valeurs : ${list(issue.values)}`,
        en: `“${field}” must be one of: ${list(issue.values)}`,
      };
    case 'too_small':
      return {
        fr: `« ${field} » est trop court ou trop petit : ${issue.minimum} au moins`,
        en: `“${field}” is too short or too small: at least ${issue.minimum}`,
      };
    case 'too_big':
      return {
        fr: `« ${field} » est trop long ou trop grand : ${issue.maximum} au plus`,
        en: `“${field}” is too long or too large: at most ${issue.maximum}`,
      };
    case 'invalid_format':
      return { fr: `« ${field} » n’a pas la forme attendue`, en: `“${field}” has not the expected form` };
    default:
      return { fr: `« ${field} » n’a pas la forme attendue`, en: `“${field}” has not the expected form` };
  }
}

const steps = (path: readonly PropertyKey[]): Step[] =>
  path.map((step) => (typeof step === 'symbol' ? String(step) : step));

/** Issues of a schema, each with its line; `under` is the place of the part that the schema read. */
export function faultsOf(issues: readonly Issue[], source: YamlFile, under: readonly Step[] = []): ContentFault[] {
  return issues.map((issue) => {
    const path = [...under, ...steps(issue.path)];
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    return { file: source.file, line: source.at(path, key), message: wordsOf(issue) };
  });
}
