import type { Framework, Vocabulary } from '@egide/engines/rules';
import type { Text } from './lock.ts';
import { compileText, readFramework, type FrameworkText } from './read/framework.ts';
import { readProgramme, readRule, type ProgrammeText, type RuleText } from './read/programme.ts';
import { answerKeys, checkKeys, entryOf, readGroups, readVocabulary } from './read/vocabulary.ts';
import type { VocabularyGroup, VocabularyKey } from './schema/vocabulary.ts';
import { parseYaml, type ContentFault, type YamlFile } from './yaml-file.ts';

/** A framework: its words, and its conditions ready to be evaluated. */
export type FrameworkContent = { readonly text: FrameworkText; readonly framework: Framework };

/** Everything that the readers of facts need, checked whole. */
export type Content = {
  readonly vocabulary: Vocabulary;
  /** The same keys as the vocabulary, with what screens and importers need: group, who records, source. */
  readonly keys: ReadonlyMap<string, VocabularyKey>;
  readonly groups: readonly VocabularyGroup[];
  readonly frameworks: readonly FrameworkContent[];
  readonly programmes: readonly ProgrammeText[];
  readonly rules: readonly RuleText[];
};

export type Kind = 'vocabulary' | 'groups' | 'framework' | 'programme' | 'rule';

/** What a content file is, by its place; a file beside the known places is a rule when it holds a condition. */
export function kindOf(file: string, data: unknown): Kind | null {
  const name = file.split('/').at(-1) ?? '';
  if (/^vocabulary-groups\.ya?ml$/.test(name)) return 'groups';
  if (/^framework\.ya?ml$/.test(name)) return 'framework';
  if (/^programme\.ya?ml$/.test(name)) return 'programme';
  if (/(^|\/)vocabulary\//.test(file)) return 'vocabulary';
  if (/(^|\/)rules\//.test(file)) return 'rule';
  return typeof data === 'object' && data !== null && 'when' in data ? 'rule' : null;
}

export type Checked = { readonly content: Content; readonly faults: readonly ContentFault[]; readonly files: number };

/** Reads and checks all texts of a folder; `shipped` lends its vocabulary to a folder that brings none. */
export function readContent(
  texts: readonly Text[],
  shipped: (() => Content) | null,
  parse: (texts: readonly Text[]) => YamlFile[] = (all) => all.map(({ file, text }) => parseYaml(file, text)),
): Checked {
  const sources = parse(texts);
  const faults: ContentFault[] = sources.flatMap((source) => source.faults);
  const of = (kind: Kind) =>
    sources.filter((source) => source.faults.length === 0 && kindOf(source.file, source.data) === kind);
  for (const source of sources)
    if (source.faults.length === 0 && kindOf(source.file, source.data) === null)
      faults.push({ file: source.file, line: 1, message: UNKNOWN_FILE });

  const groups = of('groups').flatMap((source) => readGroups(source, faults));
  const own = of('vocabulary').flatMap((source) => readVocabulary(source, faults));
  if (own.length > 0) faults.push(...checkKeys(own, groups));
  const texted = of('framework').flatMap((source) => {
    const text = readFramework(source, faults);
    return text === null ? [] : [{ source, text }];
  });
  const base = own.length > 0 ? own.map(({ value }) => value) : [...(shipped?.().keys.values() ?? [])];
  const keys = new Map(
    [...base, ...texted.flatMap(({ text }) => answerKeys(text, groups[0]?.id ?? ANSWERS))].map((key) => [key.key, key]),
  );
  const vocabulary: Vocabulary = new Map([...keys].map(([key, entry]) => [key, entryOf(entry)]));
  const frameworks = texted.flatMap(({ source, text }) => {
    const framework = compileText(text, vocabulary, { source, faults });
    return framework === null ? [] : [{ text, framework }];
  });
  const read = <T>(kind: Kind, reader: (source: YamlFile) => T | null): T[] =>
    of(kind).flatMap((source) => reader(source) ?? []);
  const programmes = read('programme', (source) => readProgramme({ source, vocabulary, faults }));
  const rules = read('rule', (source) => readRule({ source, vocabulary, faults }));
  faults.push(...misplaced(sources));
  return { content: { vocabulary, keys, groups, frameworks, programmes, rules }, faults, files: texts.length };
}

const ANSWERS = 'governance';
const UNKNOWN_FILE = {
  fr: 'ce fichier n’est ni un référentiel (framework.yaml), ni un programme (programme.yaml), ni une règle (when), ni un vocabulaire (vocabulary/)',
  en: 'this file is neither a framework (framework.yaml), nor a programme (programme.yaml), nor a rule (when), nor a vocabulary (vocabulary/)',
};

/** A file in `frameworks/<id>/<version>/` or `programmes/<id>/<call>/` is the one that its folder names; so is a rule. */
function misplaced(sources: readonly YamlFile[]): ContentFault[] {
  return sources.flatMap(({ file, data, at }) => {
    const place =
      /^(frameworks|programmes)\/([^/]+)\/([^/]+)\/[^/]+$/.exec(file) ?? /^(rules)\/([^/]+)\.ya?ml$/.exec(file);
    if (place === null || typeof data !== 'object' || data === null) return [];
    const [, kind = '', id, edition] = place;
    const field = kind === 'frameworks' ? 'version' : 'call';
    const said: Readonly<Record<string, unknown>> = { ...data };
    const wrong =
      said['id'] !== undefined && said['id'] !== id
        ? 'id'
        : edition !== undefined && said[field] !== undefined && said[field] !== edition
          ? field
          : null;
    return wrong === null
      ? []
      : [
          {
            file,
            line: at([wrong]),
            message: {
              fr: `« ${wrong} » n’est pas celui du dossier ou du fichier`,
              en: `“${wrong}” is not that of the folder or file`,
            },
          },
        ];
  });
}
