import type { Assessment } from '@egide/contract/assessments';
import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { StackTable } from '../../ui/stack-table.tsx';
import { fmt, m } from '../../ui/words.ts';
import { gainOf, lowersMean } from './summary-words.ts';

type Action = Assessment['nextActions'][number];
const HOURS_A_DAY = 7;

/** Effort as people plan it: minutes, hours, then days of seven hours. */
function effort(hours: number): string {
  if (hours < 1) return fmt.duration(hours * 3600);
  return hours <= HOURS_A_DAY * 2 ? fmt.duration(hours * 3600) : m.summary_days({ n: Math.round(hours / HOURS_A_DAY) });
}

function Effect({ action }: { action: Action }) {
  const { theme } = action;
  const from = action.from === null ? m.parts_unknown() : fmt.level(action.from);
  return (
    <p className="eff small">
      <span>
        {m.summary_effect_indicator({ id: action.indicator })} <b>{fmt.arrow(from, fmt.level(action.to))}</b>
      </span>
      {theme.to !== null && (
        <span>
          {m.summary_effect_theme({ id: theme.id })}{' '}
          {fmt.arrow(theme.from === null ? m.parts_unknown() : fmt.mean(theme.from), fmt.mean(theme.to))}
        </span>
      )}
      {lowersMean(action) && <span>{m.summary_effect_enters({ id: action.indicator, theme: theme.id })}</span>}
      {action.alsoServes.map((other) => (
        <span key={other}>{other}</span>
      ))}
    </p>
  );
}

/** The three things that give most, each with its reason and its effect. */
export function NextActions({ assessment }: { assessment: Assessment }) {
  const { nextActions, together, finess, known, total, counts } = assessment;
  return (
    <section aria-labelledby="h-next">
      <h2 id="h-next">{m.summary_next()}</h2>
      {nextActions.length === 0 ? (
        <p className="muted">{m.summary_next_none()}</p>
      ) : (
        <ol className="rows next">
          {nextActions.map((action) => (
            <li key={action.indicator}>
              <Link to={paths.indicator} params={{ finess, indicator: action.indicator }}>
                <b>{action.action}</b>
              </Link>
              {action.hours !== null && <span className="e">{effort(action.hours)}</span>}
              <p className="small muted">
                {m.summary_next_aim({ level: (action.from ?? 0) + 1, sentence: fmt.typeset(action.why) })}
              </p>
              <Effect action={action} />
            </li>
          ))}
        </ol>
      )}
      {together && together.from !== null && together.to !== null && together.to > together.from && (
        <p className="small after">
          {m.summary_next_together({
            from: fmt.mean(together.from),
            to: fmt.mean(together.to),
            known: together.known,
          })}
        </p>
      )}
      {known < total && (
        <p className="small muted after">
          {m.summary_missing({ expired: counts.expired ?? 0, unanswered: counts.unanswered ?? 0 })}{' '}
          <Link to={paths.assess} params={{ finess }}>
            {m.summary_fill()}
          </Link>
        </p>
      )}
    </section>
  );
}

/** Levels won since a year ago, theme by theme, with what won them. */
export function Gains({ assessment }: { assessment: Assessment }) {
  const { gains, lost, yearAgo, level } = assessment;
  const won = gains.reduce((sum, gain) => sum + gain.levels, 0);
  const total = gainOf(level, yearAgo.level);
  return (
    <figure aria-labelledby="h-gains">
      <figcaption>
        <h2 id="h-gains">{m.summary_changed({ month: fmt.month(yearAgo.at) })}</h2>
        <p className="finding muted">
          {won === 0 && lost === 0 ? m.summary_changed_none() : m.summary_changed_finding({ won, lost })}
          {total !== null && level !== null && yearAgo.level !== null && (
            <>
              {' '}
              {m.summary_changed_mean({
                move: fmt.arrow(fmt.mean(yearAgo.level), fmt.mean(level)),
                before: yearAgo.known,
                now: assessment.known,
              })}
            </>
          )}
        </p>
      </figcaption>
      {gains.length > 0 && (
        <StackTable
          className="gain"
          rows={gains}
          keyOf={(gain) => gain.theme}
          caption={m.summary_changed({ month: fmt.month(yearAgo.at) })}
          columns={[
            { id: 'theme', title: m.summary_theme(), cell: (gain) => gain.title },
            {
              id: 'levels',
              title: m.summary_won(),
              cell: (gain) => (
                <span className="bar">
                  {Array.from({ length: Math.max(0, gain.levels) }, (_, at) => (
                    <i key={at} />
                  ))}
                  <b>{fmt.more(gain.levels)}</b>
                </span>
              ),
            },
            { id: 'why', title: m.summary_why(), className: 'small muted', cell: (gain) => gain.why.join(', ') },
          ]}
        />
      )}
    </figure>
  );
}
