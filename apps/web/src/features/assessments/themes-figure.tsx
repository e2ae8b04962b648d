import type { Assessment } from '@egide/contract/assessments';
import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { DOT_LEGEND, DotPlot, LevelTicks } from '../../ui/dot-plot.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { fmt, m } from '../../ui/words.ts';
import { findingOf, gainOf } from './summary-words.ts';

type Theme = Assessment['themes'][number];
const levelWord = (level: number | null) => (level === null ? m.summary_no_level() : fmt.mean(level));

function said(theme: Theme, day: string): string {
  if (theme.level === null) return m.summary_theme_unknown({ title: theme.title });
  return theme.yearAgo.level === null
    ? m.summary_theme_said({ title: theme.title, level: fmt.mean(theme.level) })
    : m.summary_theme_said_before({
        title: theme.title,
        level: fmt.mean(theme.level),
        before: fmt.mean(theme.yearAgo.level),
        day,
      });
}

/** Level of each theme now and a year ago: the drawing stands in the rows of its table. */
export function ThemesFigure({ assessment }: { assessment: Assessment }) {
  const { finess, themes, yearAgo } = assessment;
  const before = fmt.month(yearAgo.at);
  const start: Column<Theme> = {
    id: 'theme',
    title: m.summary_theme(),
    cell: (theme) => (
      <>
        {theme.id}{' '}
        <Link to={paths.indicator} params={{ finess, indicator: theme.indicators[0]?.id ?? '' }}>
          {theme.title}
        </Link>
      </>
    ),
  };
  const numbers: readonly Column<Theme>[] = [
    {
      id: 'level',
      title: m.summary_col_level(),
      label: m.summary_col_level(),
      numeric: true,
      className: 'c',
      cell: (theme) => <b>{levelWord(theme.level)}</b>,
    },
    {
      id: 'year',
      title: m.summary_col_year(),
      label: m.summary_col_year(),
      numeric: true,
      className: 'c',
      cell: (theme) => {
        const gain = gainOf(theme.level, theme.yearAgo.level);
        return gain === null ? '–' : fmt.gain(gain);
      },
    },
    {
      id: 'coverage',
      title: m.summary_col_coverage(),
      label: m.summary_col_coverage(),
      numeric: true,
      className: 'c part',
      cell: (theme) => (
        <>
          {theme.known < theme.total && <Glyph kind="unknown" />}
          {m.summary_of({ known: theme.known, total: theme.total })}
        </>
      ),
    },
  ];
  const plot: Column<Theme> = {
    id: 'plot',
    title: <LevelTicks />,
    className: 'p',
    cell: (theme) => <DotPlot now={theme.level} before={theme.yearAgo.level} label={said(theme, before)} />,
  };
  const past: Column<Theme> = {
    id: 'before',
    title: fmt.capital(before),
    label: fmt.capital(before),
    numeric: true,
    cell: (theme) =>
      m.summary_with_coverage({
        level: levelWord(theme.yearAgo.level),
        known: theme.yearAgo.known,
        total: theme.yearAgo.total,
      }),
  };
  return (
    <Figure
      className="block"
      title={m.summary_by_theme()}
      finding={findingOf(assessment)}
      legend={
        <ul className="legend summary-legend">
          <li>
            {DOT_LEGEND.now}
            {m.summary_today()}
          </li>
          <li>
            {DOT_LEGEND.before}
            {fmt.capital(before)}
          </li>
        </ul>
      }
      drawing={
        <>
          <LevelTicks only />
          <StackTable
            className="plot"
            rows={themes}
            keyOf={(theme) => theme.id}
            columns={[start, plot, ...numbers]}
            caption={m.summary_by_theme()}
          />
        </>
      }
      table={
        <StackTable
          rows={themes}
          keyOf={(theme) => theme.id}
          columns={[start, past, ...numbers]}
          caption={m.summary_by_theme()}
        />
      }
    />
  );
}
