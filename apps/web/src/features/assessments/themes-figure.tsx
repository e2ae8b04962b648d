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

const themeColumn = (finess: string): Column<Theme> => ({
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
});

const plotColumn = (before: string): Column<Theme> => ({
  id: 'plot',
  title: <LevelTicks />,
  className: 'p',
  cell: (theme) => <DotPlot now={theme.level} before={theme.yearAgo.level} label={said(theme, before)} />,
});

const pastColumn = (before: string): Column<Theme> => ({
  id: 'before',
  title: fmt.capital(before),
  label: fmt.capital(before),
  numeric: true,
  cell: ({ yearAgo: { level, known, total } }) => m.summary_with_coverage({ level: levelWord(level), known, total }),
});

/** Level, movement in a year and coverage: beside the drawing and in its table alike. */
const numberColumns = (): readonly Column<Theme>[] => [
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

function NowAndBefore({ before }: { before: string }) {
  return (
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
  );
}

/** Level of each theme now and a year ago: the drawing stands in the rows of its table. */
export function ThemesFigure({ assessment }: { assessment: Assessment }) {
  const { finess, themes, yearAgo } = assessment;
  const before = fmt.month(yearAgo.at);
  const [theme, numbers] = [themeColumn(finess), numberColumns()];
  const table = { rows: themes, keyOf: ({ id }: Theme) => id, caption: m.summary_by_theme() };
  return (
    <Figure
      className="block"
      title={m.summary_by_theme()}
      finding={findingOf(assessment)}
      legend={<NowAndBefore before={before} />}
      drawing={
        <>
          <LevelTicks only />
          <StackTable {...table} className="plot" columns={[theme, plotColumn(before), ...numbers]} />
        </>
      }
      table={<StackTable {...table} columns={[theme, pastColumn(before), ...numbers]} />}
    />
  );
}
