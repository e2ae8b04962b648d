import type { Assessment } from '@egide/contract/assessments';
import { fmt, m } from '../../ui/words.ts';

/** Difference of two means as it is shown: both are rounded to one decimal. Null when one of them is not known. */
export const gainOf = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : Math.round((now - before) * 10) / 10;

function movement(gain: number | null): string {
  if (gain === null) return m.summary_level_alone();
  if (gain > 0) return m.summary_level_up({ gain: fmt.mean(gain) });
  return gain < 0 ? m.summary_level_down({ gain: fmt.mean(-gain) }) : m.summary_level_same();
}

/** The conclusion, written by rule: level, movement, the weakest theme, what nobody knows. */
export function verdictOf({ level, known, total, yearAgo, themes }: Assessment): string {
  if (level === null) return m.summary_nothing_known({ total });
  const lowest = themes.filter((theme) => theme.level !== null).sort((a, b) => (a.level ?? 0) - (b.level ?? 0))[0];
  const sentences = [
    m.summary_level({ level: fmt.mean(level), movement: movement(gainOf(level, yearAgo.level)) }),
    ...(lowest === undefined || lowest.level === null
      ? []
      : [m.summary_lowest({ theme: lowest.title, level: fmt.mean(lowest.level) })]),
    total === known ? m.summary_all_known({ total }) : m.summary_unknown({ n: total - known }),
  ];
  return sentences.join(' ');
}

/** What the drawing of the themes shows, in one sentence. */
export function findingOf({ themes, at }: Assessment): string {
  const moved = themes.map((theme) => gainOf(theme.level, theme.yearAgo.level)).filter((gain) => gain !== null);
  if (moved.length === 0) return m.summary_finding_new({ day: fmt.day(at) });
  return m.summary_finding({
    n: moved.filter((gain) => gain > 0).length,
    of: moved.length,
    down: moved.filter((gain) => gain < 0).length,
  });
}

/** An indicator that was unknown enters the mean of its theme: the mean may fall although nothing got worse. */
export const lowersMean = ({ from, theme }: Pick<Assessment['nextActions'][number], 'from' | 'theme'>): boolean =>
  from === null && theme.from !== null && theme.to !== null && theme.to < theme.from;
