import {
  findFramework,
  shippedContent,
  type FrameworkContent,
  type IndicatorText,
  type ThemeText,
  type VocabularyGroup,
  type VocabularyKey,
} from '@egide/content';
import { type Framework, type Indicator, keysOf, type Vocabulary } from '@egide/engines/rules';
import type { Words } from '@egide/kernel/locale';

/** An indicator of a framework: its words, and its conditions ready to be judged. */
export interface LoadedIndicator {
  readonly id: string;
  readonly text: IndicatorText;
  readonly theme: Pick<ThemeText, 'id' | 'title'>;
  readonly rules: Indicator;
  /** Every key that it reads, that of its answer first. */
  readonly keys: readonly string[];
}
export interface LoadedFramework {
  readonly id: string;
  readonly version: string;
  readonly text: FrameworkContent['text'];
  readonly themes: readonly Pick<ThemeText, 'id' | 'title'>[];
  readonly indicators: readonly LoadedIndicator[];
  readonly rules: Framework;
  indicator(id: string): LoadedIndicator | undefined;
  /** Title of a theme of this framework. */
  titleOf(theme: string): Words;
}

export const vocabulary = (): Vocabulary => shippedContent().vocabulary;
export const keys = (): ReadonlyMap<string, VocabularyKey> => shippedContent().keys;
/** Whether only the State's own services give what is said under this key. */
export const isOfficial = (key: string): boolean => vocabulary().get(key)?.official === true;
export const groups = (): readonly VocabularyGroup[] => shippedContent().groups;

const loaded = new Map<string, LoadedFramework>();

/** The present edition of a framework, or undefined when there is no such framework. */
export function framework(id: string): LoadedFramework | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const found = findFramework(shippedContent(), id);
  if (!found) return undefined;
  const made = join(found);
  loaded.set(id, made);
  return made;
}

/** Every edition of the content. */
export const frameworks = (): LoadedFramework[] => shippedContent().frameworks.map(join);

function join({ text, framework: rules }: FrameworkContent): LoadedFramework {
  const compiled = new Map(
    rules.dimensions.flatMap((d) => d.themes.flatMap((t) => t.indicators.map((i) => [i.id, i] as const))),
  );
  const themes = text.dimensions.flatMap((d) => d.themes);
  const indicators = themes.flatMap((theme) =>
    theme.indicators.flatMap((one): LoadedIndicator[] => {
      const ready = compiled.get(one.id);
      return ready
        ? [
            {
              id: one.id,
              text: one,
              theme,
              rules: ready,
              keys: [...new Set([ready.answerKey, ...one.levels.flatMap(({ when }) => (when ? keysOf(when) : []))])],
            },
          ]
        : [];
    }),
  );
  return {
    id: text.id,
    version: text.version,
    text,
    themes,
    indicators,
    rules,
    indicator: (id) => indicators.find((i) => i.id === id),
    titleOf: (theme) => themes.find((t) => t.id === theme)?.title ?? { fr: theme, en: theme },
  };
}
