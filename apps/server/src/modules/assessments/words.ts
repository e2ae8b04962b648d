import type { Assessment } from '@egide/contract/assessments';
import type { Settled } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import type { LoadedFramework } from '../frameworks/index.ts';

/** One level of one indicator. */
interface Step {
  readonly indicator: string;
  readonly level: number;
}
const LEVEL_KEYS = [undefined, '1', '2', '3', '4'] as const;

/** The sentence of one level of an indicator. */
export const sentenceOf = (found: LoadedFramework, { indicator, level }: Step, locale: Locale): string =>
  found.indicator(indicator)?.text.levels.find((l) => l.level === level)?.sentence[locale] ?? '';

/** A step in words: what to do, and the sentence of the level that it reaches. */
export function sayAction(found: LoadedFramework, step: Step, locale: Locale): { action: string; why: string } {
  const said = found.indicator(step.indicator);
  return {
    action:
      said?.text.steps?.[LEVEL_KEYS[step.level] ?? '1']?.action[locale] ?? said?.text.title[locale] ?? step.indicator,
    why: sentenceOf(found, step, locale),
  };
}

/** Levels won since a year ago on indicators known both then and now, by theme, the most first; and how many were lost. */
export function sayGains(
  found: LoadedFramework,
  { settled, was }: { settled: readonly Settled[]; was: ReadonlyMap<string, Settled> },
  locale: Locale,
): Pick<Assessment, 'gains' | 'lost'> {
  const steps = settled.flatMap((s) => {
    const before = was.get(s.id)?.level ?? null;
    return s.level === null || before === null ? [] : [{ indicator: found.indicator(s.id), won: s.level - before }];
  });
  const gains = found.themes.map((theme) => {
    const mine = steps.filter((s) => s.indicator?.theme.id === theme.id && s.won > 0);
    return {
      theme: theme.id,
      title: theme.title[locale],
      levels: mine.reduce((sum, s) => sum + s.won, 0),
      why: mine.map((s) => `${s.indicator?.text.title[locale] ?? ''} (+${s.won})`),
    };
  });
  return {
    gains: gains.filter((g) => g.levels > 0).sort((a, b) => b.levels - a.levels),
    lost: steps.reduce((sum, s) => sum - Math.min(0, s.won), 0),
  };
}
