import { exportRegion, readRegion } from '@egide/contract/observatory';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ask } from '../../api/ask.ts';
import { addressOf } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { holds, useMe } from '../../session.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyFigure, PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { Typo } from '../../ui/when.tsx';
import { fmt, m } from '../../ui/words.ts';
import { filtersOf } from './address.ts';
import { FacilityList } from './facility-list.tsx';
import { Departments, Distribution, HelpFirst, Published } from './region-figures.tsx';
import './region.css';

/** A count out of those known; nobody counts among none. */
const countOf = (n: number, known: number): string => (known === 0 ? '–' : fmt.number(n));

/** Where the facilities of a region stand: submitted snapshots and steering facts only. */
export function RegionPage() {
  const { region } = useParams({ from: '/house/territoire/$region' });
  const search = useSearch({ from: '/house/territoire/$region' });
  const sent = { params: { region }, query: filtersOf(search) };
  const { data, error, refetch } = useQuery({ ...ask(readRegion, sent), placeholderData: keepPreviousData });
  const nation = holds(useMe(), 'national-officer', 'cert-officer');
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton widths={[30, 70, 50, 92, 92, 92]} />;
  const { figures } = data;
  return (
    <>
      <PageHead
        title={data.name}
        verdict={data.verdict}
        crumbs={[
          nation ? (
            <Link key="t" to={paths.nation}>
              {m.shell_territory()}
            </Link>
          ) : (
            m.shell_territory()
          ),
          m.region_region(),
        ]}
        provenance={
          <Provenance icon="eye">
            <Typo>{m.region_provenance({ day: fmt.day(data.at) })}</Typo>
          </Provenance>
        }
        actions={
          <a className="btn" href={addressOf(exportRegion, sent)} download>
            <Icon name="download" />
            {m.region_export()}
          </a>
        }
      />
      <div className="keyline">
        <KeyFigure
          label={m.region_median()}
          value={figures.median === null ? '–' : fmt.mean(figures.median)}
          of={
            figures.medianYearAgo === null
              ? m.summary_of_four()
              : m.region_median_of({ before: fmt.mean(figures.medianYearAgo) })
          }
        />
        <KeyFigure
          label={m.region_sent()}
          value={fmt.number(figures.published)}
          of={m.region_sent_of({ total: figures.total, before: figures.publishedYearAgo })}
        />
        <KeyFigure
          label={m.region_at_two_or_more()}
          value={countOf(figures.atTwo, figures.atTwo + figures.underTwo)}
          of={
            figures.atTwo + figures.underTwo === 0
              ? m.region_none_known()
              : m.region_at_two_of({ known: figures.atTwo + figures.underTwo })
          }
        />
        <KeyFigure
          label={m.region_exercised()}
          value={fmt.number(figures.exercise)}
          of={m.funding_of({ n: figures.total })}
        />
        <KeyFigure
          label={m.region_directory_three()}
          value={countOf(figures.directory.three, figures.directory.audited)}
          of={
            figures.directory.audited === 0
              ? m.region_none_audited()
              : m.region_audited({ n: figures.directory.audited })
          }
        />
      </div>
      <div className="region-duo">
        <Distribution region={data} />
        <div>
          <Departments region={data} />
          <Published region={data} />
        </div>
      </div>
      <HelpFirst region={data} />
      <FacilityList region={data} search={search} />
    </>
  );
}
