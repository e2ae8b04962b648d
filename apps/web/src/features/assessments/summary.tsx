import type { Assessment } from '@egide/contract/assessments';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { buttonClass } from '../../ui/button.tsx';
import { KeyFigure, PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { FirstVisit, isFirstVisit } from './first-visit.tsx';
import { Gains, NextActions } from './next-actions.tsx';
import { assessmentQuery } from './queries.ts';
import { SubmitButton, Submissions } from './submissions.tsx';
import { gainOf, verdictOf } from './summary-words.ts';
import './summary.css';
import { ThemesFigure } from './themes-figure.tsx';

/** Result of the dimension: level with its coverage, by theme, what to do next, what changed, what was sent. */
export function Summary() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/maturite' });
  const { data, error, refetch } = useQuery(assessmentQuery(finess));
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton widths={[30, 70, 50, 92, 92, 92]} />;
  if (isFirstVisit(data)) return <FirstVisit assessment={data} />;
  return (
    <>
      <SummaryHead assessment={data} />
      <KeyFigures assessment={data} />
      <ThemesFigure assessment={data} />
      <div className="duo">
        <NextActions assessment={data} />
        <Gains assessment={data} />
      </div>
      <Submissions assessment={data} />
    </>
  );
}

function SummaryHead({ assessment }: { assessment: Assessment }) {
  const { finess, framework, dimension, at, known, counts, can } = assessment;
  return (
    <PageHead
      title={m.summary_title()}
      crumbs={[framework.title, `${dimension.id} ${dimension.title}`]}
      verdict={verdictOf(assessment)}
      provenance={
        <Provenance>
          <Typo>{m.summary_provenance({ day: fmt.day(at), confirmed: counts.confirmed ?? 0, known })}</Typo>{' '}
          {framework.transcription}
        </Provenance>
      }
      actions={
        <>
          <SubmitButton assessment={assessment} />
          <Link
            className={buttonClass(can.submit && known > 0 ? 'plain' : 'main')}
            to={paths.assess}
            params={{ finess }}
          >
            {!can.answer ? m.summary_read_answers() : known > 0 ? m.summary_continue() : m.summary_begin()}
          </Link>
        </>
      }
    />
  );
}

function KeyFigures({ assessment }: { assessment: Assessment }) {
  const { level, known, total, counts, yearAgo, submissions, territory } = assessment;
  const gain = gainOf(level, yearAgo.level);
  const last = submissions[0];
  return (
    <div className="keyline">
      <KeyFigure
        label={m.summary_col_level()}
        value={level === null ? '–' : fmt.mean(level)}
        of={m.summary_of_four()}
      />
      <KeyFigure
        label={m.summary_col_coverage()}
        value={fmt.number(known)}
        of={m.summary_coverage_of({ total, share: fmt.percent(total === 0 ? 0 : Math.round((known / total) * 100)) })}
      />
      <KeyFigure
        label={m.summary_col_year()}
        value={gain === null ? '–' : fmt.gain(gain)}
        of={
          yearAgo.level === null
            ? m.summary_no_past()
            : m.summary_past({ level: fmt.mean(yearAgo.level), known: yearAgo.known, total: yearAgo.total })
        }
      />
      <KeyFigure
        label={m.summary_confirmed()}
        value={fmt.number(counts.confirmed ?? 0)}
        of={m.summary_confirmed_of({ known })}
      />
      <KeyFigure
        label={m.summary_last_sent()}
        value={last ? (last.level === null ? '–' : fmt.mean(last.level)) : '–'}
        of={
          !last
            ? m.summary_never_sent()
            : last.known * 100 >= last.total * territory.enough
              ? m.summary_sent_on({ day: fmt.shortDay(last.at) })
              : m.summary_sent_few({ sent: m.summary_sent_on({ day: fmt.shortDay(last.at) }) })
        }
      />
    </div>
  );
}
