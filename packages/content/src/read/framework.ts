import { compileFramework, type Condition, type Framework, type Vocabulary } from '@egide/engines/rules';
import { z } from 'zod';
import { faultWords } from '../fault-words.ts';
import { faultsOf } from '../issues.ts';
import { frameworkFile } from '../schema/framework.ts';
import type { ContentFault, Step, YamlFile } from '../yaml-file.ts';
import { placeOfFault, readCondition } from './condition.ts';

const File = frameworkFile(z.unknown());
type Raw = z.infer<typeof File>;
type RawIndicator = Raw['dimensions'][number]['themes'][number]['indicators'][number];

export type Level = Omit<RawIndicator['levels'][number], 'when'> & { readonly when?: Condition };
export type IndicatorText = Omit<RawIndicator, 'levels'> & { readonly levels: readonly Level[] };
export type ThemeText = Omit<Raw['dimensions'][number]['themes'][number], 'indicators'> & {
  readonly indicators: readonly IndicatorText[];
};
export type DimensionText = Omit<Raw['dimensions'][number], 'themes'> & { readonly themes: readonly ThemeText[] };
/** A framework with all its words; conditions in their long form. */
export type FrameworkText = Omit<Raw, 'dimensions'> & { readonly dimensions: readonly DimensionText[] };

type Found = {
  readonly indicator: RawIndicator;
  readonly path: readonly Step[];
  readonly ids: readonly [dimension: string, theme: string];
};

export function readFramework(source: YamlFile, faults: ContentFault[]): FrameworkText | null {
  const read = File.safeParse(source.data, { reportInput: true });
  if (!read.success) {
    faults.push(...faultsOf(read.error.issues, source));
    return null;
  }
  const before = faults.length;
  const found = indicatorsOf(read.data);
  for (const one of found) faults.push(...oddities(one, source));
  for (const path of twice(read.data))
    faults.push({
      file: source.file,
      line: source.at(path),
      message: { fr: 'ce numéro existe déjà', en: 'this number exists already' },
    });
  const text = withConditions(read.data, source, faults);
  return faults.length > before ? null : text;
}

const indicatorsOf = (raw: Raw): Found[] =>
  raw.dimensions.flatMap((dimension, d) =>
    dimension.themes.flatMap((theme, t) =>
      theme.indicators.map((indicator, i): Found => ({
        indicator,
        path: ['dimensions', d, 'themes', t, 'indicators', i],
        ids: [dimension.id, theme.id],
      })),
    ),
  );

function oddities({ indicator, path, ids: [dimension, theme] }: Found, source: YamlFile): ContentFault[] {
  const odd = (wrong: boolean, step: Step, words: ContentFault['message']) =>
    wrong ? [{ file: source.file, line: source.at([...path, step]), message: words }] : [];
  const computed = indicator.kind === 'computed';
  return [
    ...odd(!theme.startsWith(`${dimension}.`) || !indicator.id.startsWith(`${theme}.`), 'id', {
      fr: `${indicator.id} n’est pas un numéro du thème ${theme}`,
      en: `${indicator.id} is not a number of theme ${theme}`,
    }),
    ...odd(
      indicator.levels.some(({ level }, i) => level !== i),
      'levels',
      { fr: 'les cinq niveaux vont de 0 à 4, dans l’ordre', en: 'the five levels go from 0 to 4, in order' },
    ),
    ...odd(
      indicator.levels.some(({ level, when }) => (when !== undefined) !== (computed && level > 0)),
      'levels',
      {
        fr: 'un indicateur calculé a une condition à chaque niveau de 1 à 4 ; un indicateur demandé n’en a aucune',
        en: 'a computed indicator has a condition at each level from 1 to 4; an asked one has none',
      },
    ),
    ...odd(indicator.reference === undefined && indicator.proposed !== true, 'id', {
      fr: 'il faut une référence, ou « proposed: true »',
      en: 'a reference is needed, or “proposed: true”',
    }),
  ];
}

/** Places of the numbers given twice, at each step of the hierarchy. */
function twice(raw: Raw): Step[][] {
  const seen = new Set<string>();
  const isNew = (id: string) => seen.size < seen.add(id).size;
  const paths: [string, Step[]][] = raw.dimensions.flatMap((dimension, d): [string, Step[]][] => [
    [dimension.id, ['dimensions', d, 'id']],
    ...dimension.themes.flatMap((theme, t): [string, Step[]][] => [
      [theme.id, ['dimensions', d, 'themes', t, 'id']],
      ...theme.indicators.map((indicator, i): [string, Step[]] => [
        indicator.id,
        ['dimensions', d, 'themes', t, 'indicators', i, 'id'],
      ]),
    ]),
  ]);
  return paths.filter(([id]) => !isNew(id)).map(([, path]) => path);
}

function withConditions(raw: Raw, source: YamlFile, faults: ContentFault[]): FrameworkText {
  const level = (one: RawIndicator['levels'][number], path: readonly Step[]): Level => {
    const { when, ...rest } = one;
    const condition = when === undefined ? null : readCondition(when, { source, path: [...path, 'when'], faults });
    return condition === null ? rest : { ...rest, when: condition };
  };
  return {
    ...raw,
    dimensions: raw.dimensions.map((dimension, d) => ({
      ...dimension,
      themes: dimension.themes.map((theme, t) => ({
        ...theme,
        indicators: theme.indicators.map((indicator, i) => ({
          ...indicator,
          levels: indicator.levels.map((one, l) =>
            level(one, ['dimensions', d, 'themes', t, 'indicators', i, 'levels', l]),
          ),
        })),
      })),
    })),
  };
}

/** Checks every condition against the vocabulary, and makes the framework ready to be evaluated. */
export function compileText(
  text: FrameworkText,
  vocabulary: Vocabulary,
  { source, faults }: { source: YamlFile; faults: ContentFault[] },
): Framework | null {
  const made = compileFramework(text, vocabulary);
  if (made.ok) return made.value;
  for (const fault of made.error) {
    const [id, , level, , ...condition] = fault.path.split('/');
    const path = text.dimensions.flatMap(({ themes }, d) =>
      themes.flatMap(({ indicators }, t) =>
        indicators.flatMap((one, i): Step[] =>
          one.id === id ? ['dimensions', d, 'themes', t, 'indicators', i, 'levels', Number(level), 'when'] : [],
        ),
      ),
    );
    faults.push({
      file: source.file,
      line: source.at([...path, ...placeOfFault({ ...fault, path: condition.join('/') })]),
      message: faultWords(fault),
    });
  }
  return null;
}
