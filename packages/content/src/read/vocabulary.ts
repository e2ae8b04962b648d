import { NOBODY_KNOWS, UNITS, answerKey, type KeyEntry } from '@egide/engines/rules';
import { faultsOf } from '../issues.ts';
import { VocabularyFile, VocabularyGroups, type VocabularyGroup, type VocabularyKey } from '../schema/vocabulary.ts';
import type { ContentFault, Step, YamlFile } from '../yaml-file.ts';
import type { FrameworkText } from './framework.ts';

/** A part of a file; its line is looked for only when there is something to say about it. */
export type Placed<T> = { readonly value: T; readonly source: YamlFile; readonly path: readonly Step[] };

export function readVocabulary(source: YamlFile, faults: ContentFault[]): Placed<VocabularyKey>[] {
  const read = VocabularyFile.safeParse(source.data, { reportInput: true });
  if (!read.success) {
    faults.push(...faultsOf(read.error.issues, source));
    return [];
  }
  return read.data.keys.map((value, i) => {
    const path = ['keys', i];
    faults.push(...oddities(value).map((message) => ({ file: source.file, line: source.at(path), message })));
    return { value, source, path };
  });
}

/** What the shape alone does not refuse. */
function oddities({
  key,
  type,
  unit,
  min,
  max,
  values,
  source,
  proposed,
  official,
  recordedBy,
}: VocabularyKey): ContentFault['message'][] {
  const isNumber = type === 'integer' || type === 'number';
  const odd = (wrong: boolean, fr: string, en: string) =>
    wrong ? [{ fr: `${key} : ${fr}`, en: `${key}: ${en}` }] : [];
  return [
    ...odd(
      unit !== undefined && !UNITS.includes(unit),
      `unité inconnue ${unit} ; connues : ${UNITS.join(', ')}`,
      `unknown unit ${unit}; known: ${UNITS.join(', ')}`,
    ),
    ...odd(
      !isNumber && (unit !== undefined || min !== undefined || max !== undefined),
      'seul un nombre a une unité et des bornes',
      'only a number has a unit and limits',
    ),
    ...odd(
      min !== undefined && max !== undefined && min >= max,
      'le minimum doit être sous le maximum',
      'the minimum must be below the maximum',
    ),
    ...odd(
      (type === 'enum') !== (values !== undefined),
      'une énumération donne ses valeurs, et elle seule',
      'an enumeration gives its values, and it alone',
    ),
    ...odd(
      values !== undefined && new Set(values.map(({ value }) => value)).size !== values.length,
      'une valeur est donnée deux fois',
      'a value is given twice',
    ),
    ...odd(
      official === true && !recordedBy.includes('opssies'),
      'ce qui est officiel arrive par un échange officiel (opssies)',
      'what is official arrives by an official exchange (opssies)',
    ),
    ...odd(
      source === undefined && proposed !== true,
      'il faut une source, ou « proposed: true »',
      'a source is needed, or “proposed: true”',
    ),
  ];
}

export function readGroups(source: YamlFile, faults: ContentFault[]): VocabularyGroup[] {
  const read = VocabularyGroups.safeParse(source.data, { reportInput: true });
  if (read.success) return read.data.groups;
  faults.push(...faultsOf(read.error.issues, source));
  return [];
}

/** Keys are unique, and each is in a group that exists. */
export function checkKeys(keys: readonly Placed<VocabularyKey>[], groups: readonly VocabularyGroup[]): ContentFault[] {
  const seen = new Set<string>();
  return keys.flatMap(({ value: { key, group }, source, path }) => {
    const twice = seen.has(key);
    seen.add(key);
    return [
      ...(twice
        ? [
            {
              file: source.file,
              line: source.at(path),
              message: { fr: `la clé ${key} existe déjà`, en: `key ${key} exists already` },
            },
          ]
        : []),
      ...(groups.some(({ id }) => id === group)
        ? []
        : [
            {
              file: source.file,
              line: source.at(path),
              message: { fr: `${key} : domaine inconnu ${group}`, en: `${key}: unknown group ${group}` },
            },
          ]),
    ];
  });
}

/** The entry that the engine reads; `unknown` may be among the values, and is never one to ask for. */
export const entryOf = ({
  key,
  label,
  meaning,
  ask,
  type,
  unit,
  min,
  max,
  values,
  about,
  validity,
  class: confidentiality,
  official,
  withheldFrom,
}: VocabularyKey): KeyEntry => ({
  key,
  label,
  meaning,
  ask,
  type,
  about,
  validity,
  class: confidentiality,
  ...(official !== undefined && { official }),
  ...(withheldFrom !== undefined && { withheld: true }),
  ...(unit !== undefined && { unit }),
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...(values !== undefined && { values: values.filter(({ value }) => value !== NOBODY_KNOWS) }),
});

/** What a person answers by hand to an indicator is an observation like any other: one key for each. */
export function answerKeys(framework: FrameworkText, group: string): VocabularyKey[] {
  return framework.dimensions.flatMap(({ themes }) =>
    themes.flatMap(({ indicators }) =>
      indicators.map(({ id, title, question }): VocabularyKey => ({
        key: answerKey(framework.id, id),
        label: { fr: `Réponse à l’indicateur ${id}, ${title.fr}`, en: `Answer to indicator ${id}, ${title.en}` },
        meaning: { fr: 'Niveau de 0 à 4 retenu par une personne.', en: 'Level from 0 to 4 chosen by a person.' },
        ask: question,
        type: 'integer',
        unit: 'level',
        min: 0,
        max: 4,
        about: ['entity'],
        validity: { years: 1 },
        class: 'steering',
        recordedBy: ['person'],
        group,
        proposed: true,
      })),
    ),
  );
}
