import type { Region } from '@egide/contract/observatory';
import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { LegendSquare, UnitSquares, type SquareKind } from '../../ui/squares.tsx';
import { fmt, m } from '../../ui/words.ts';
import { WORD } from './address.ts';

const kindOf = (level: number | null): SquareKind =>
  level === null ? 'unknown' : level >= 3 ? 'good' : level === 2 ? 'mid' : 'bad';

/** One square per facility, by the whole level it reached. */
export function Distribution({ region }: { region: Region }) {
  return (
    <figure aria-labelledby="f-hist">
      <figcaption>
        <h2 id="f-hist">{m.region_distribution()}</h2>
        <p className="finding">{region.distributionText}</p>
      </figcaption>
      <table className="table hist">
        <caption className="sr">{m.region_distribution_caption()}</caption>
        <colgroup>
          <col style={{ width: '5rem' }} />
          <col style={{ width: '2.5rem' }} />
          <col />
        </colgroup>
        <thead className="sr">
          <tr>
            <th scope="col">{m.region_level()}</th>
            <th scope="col">{m.region_count()}</th>
            <th scope="col">{m.region_drawing()}</th>
          </tr>
        </thead>
        <tbody>
          {region.distribution.map(({ level, count }) => (
            <tr key={String(level)}>
              <th scope="row">{level === null ? m.region_unknown() : m.region_level_n({ level })}</th>
              <td className="num">
                <b>{fmt.number(count)}</b>
              </td>
              <td className="wide">
                <UnitSquares kinds={Array.from({ length: count }, () => kindOf(level))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{m.region_square_note()}</p>
      <p className="small muted">{m.region_enough({ share: fmt.percent(region.enough) })}</p>
    </figure>
  );
}

export function Departments({ region }: { region: Region }) {
  return (
    <section aria-labelledby="f-dep">
      <h2 id="f-dep">{m.region_departments()}</h2>
      <table className="table dep">
        <thead>
          <tr>
            <th scope="col">{m.region_department()}</th>
            <th scope="col" className="num">
              {m.region_known()}
            </th>
            <th scope="col" className="num">
              {m.region_at_two()}
            </th>
            <th scope="col" className="num">
              {m.region_under_two()}
            </th>
          </tr>
        </thead>
        <tbody>
          {region.departments.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <Link
                  to={paths.territory}
                  params={{ region: region.code }}
                  search={(was) => ({ ...was, [WORD.department]: one.code })}
                  hash="liste"
                >
                  {one.name}
                </Link>
              </th>
              <td className="num">{m.summary_of({ known: one.known, total: one.total })}</td>
              <td className="num">{fmt.number(one.atTwo)}</td>
              <td className="num">{fmt.number(one.underTwo)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many have sent their assessment. */
export function Published({ region }: { region: Region }) {
  const { published, total } = region.figures;
  return (
    <figure className="block" aria-labelledby="f-done">
      <figcaption>
        <h2 id="f-done">{m.region_progress()}</h2>
      </figcaption>
      <div className="done" role="img" aria-label={m.region_progress_said({ published, rest: total - published })}>
        <i style={{ flex: published }} />
        <i style={{ flex: total - published }} />
      </div>
      <ul className="legend">
        <LegendSquare kind="good">{m.region_published({ n: published })}</LegendSquare>
        <LegendSquare kind="unknown">{m.region_unpublished({ n: total - published })}</LegendSquare>
      </ul>
    </figure>
  );
}

/** Who needs help first, by the rule stated beside, with the reasons before the rank. */
export function HelpFirst({ region }: { region: Region }) {
  if (region.help.length === 0) return null;
  return (
    <section className="block block--far" aria-labelledby="h-help">
      <div className="line">
        <h2 id="h-help">{m.region_help()}</h2>
        <p className="small">{region.helpRule}</p>
      </div>
      <ol className="help">
        {region.help.map((one) => (
          <li key={one.finess}>
            <h3>
              <Link to={paths.facility} params={{ finess: one.finess }}>
                {one.name}
              </Link>
            </h3>
            <p className="small muted">{one.where}</p>
            <ul className="small">
              {one.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
