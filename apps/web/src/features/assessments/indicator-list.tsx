import type { Assessment } from '@egide/contract/assessments';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LevelRuler } from '../../ui/ruler.tsx';
import { ProgressBar } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';
import { STATE_WORD, StateCounts, StateMark } from './state-mark.tsx';

interface ListProps {
  assessment: Assessment;
  current: string;
}
type Theme = Assessment['themes'][number];

/** Every theme with what is known of it; the one at work is open. */
export function IndicatorList({ assessment, current }: ListProps) {
  const { dimension, known, total } = assessment;
  return (
    <aside className="list" aria-label={m.assess_indicators()}>
      <h2>{m.assess_dimension({ id: dimension.id, title: dimension.title })}</h2>
      <p className="muted">{m.assess_known_of({ known, total })}</p>
      <ProgressBar label={m.assess_known()} done={known} total={total} />
      <ul>
        {assessment.themes.map((theme) => (
          <ThemeEntry
            key={`${theme.id} ${current.startsWith(`${theme.id}.`)}`}
            theme={theme}
            finess={assessment.finess}
            current={current}
          />
        ))}
      </ul>
      <StateCounts counts={assessment.counts} total={total} />
    </aside>
  );
}

function ThemeEntry({ theme, finess, current }: { theme: Theme; finess: string; current: string }) {
  const [open, setOpen] = useState(current.startsWith(`${theme.id}.`));
  return (
    <li className={open ? 'open' : undefined}>
      <button className="th" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} />
        <span>
          {theme.id} {theme.title}
        </span>
        <span className="muted">{m.assess_share({ known: theme.known, total: theme.total })}</span>
      </button>
      {open && (
        <ul>
          {theme.indicators.map((line) => (
            <li key={line.id}>
              <Link
                className="in"
                to={paths.indicator}
                params={{ finess, indicator: line.id }}
                activeProps={{}}
                aria-current={line.id === current ? 'page' : undefined}
              >
                <StateMark state={line.state} />
                <span>{line.title}</span>
                <LevelRuler level={line.level} width={52} />
                <b>{line.level === null ? '–' : fmt.level(line.level)}</b>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The same choice where the list has no room. */
export function IndicatorJump({ assessment, current }: ListProps) {
  const navigate = useNavigate();
  const theme = assessment.themes.find((one) => current.startsWith(`${one.id}.`));
  const at = (theme?.indicators.findIndex((line) => line.id === current) ?? 0) + 1;
  return (
    <label className="field jump">
      <span className="label">{m.assess_jump({ theme: theme?.id ?? '', at, of: theme?.indicators.length ?? 0 })}</span>
      <Select
        value={current}
        onChange={(event) =>
          void navigate({ to: paths.indicator, params: { finess: assessment.finess, indicator: event.target.value } })
        }
      >
        {assessment.themes.map((one) => (
          <optgroup key={one.id} label={`${one.id} ${one.title}`}>
            {one.indicators.map((line) => (
              <option key={line.id} value={line.id}>
                {m.assess_jump_option({ id: line.id, title: line.title, state: STATE_WORD[line.state]() })}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </label>
  );
}
