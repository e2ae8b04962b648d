import { exportRegion, readRegion, type Region } from '@egide/contract/observatory';
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
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton widths={[30, 70, 50, 92, 92, 92]} />;
  return (
    <>
      <RegionHead region={data} download={addressOf(exportRegion, sent)} />
      <KeyFigures figures={data.figures} />
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

function RegionHead({ region, download }: { region: Region; download: string }) {
  const nation = holds(useMe(), 'national-officer', 'cert-officer');
  return (
    <PageHead
      title={region.name}
      verdict={region.verdict}
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
          <Typo>{m.region_provenance({ day: fmt.day(region.at) })}</Typo>
        </Provenance>
      }
      actions={
        <a className="btn" href={download} download>
          <Icon name="download" />
          {m.region_export()}
        </a>
      }
    />
  );
}

function KeyFigures({ figures }: { figures: Region['figures'] }) {
  const { median, medianYearAgo, atTwo, underTwo, directory } = figures;
  const known = atTwo + underTwo;
  return (
    <div className="keyline">
      <KeyFigure
        label={m.region_median()}
        value={median === null ? '–' : fmt.mean(median)}
        of={medianYearAgo === null ? m.summary_of_four() : m.region_median_of({ before: fmt.mean(medianYearAgo) })}
      />
      <KeyFigure
        label={m.region_sent()}
        value={fmt.number(figures.published)}
        of={m.region_sent_of({ total: figures.total, before: figures.publishedYearAgo })}
      />
      <KeyFigure
        label={m.region_at_two_or_more()}
        value={countOf(atTwo, known)}
        of={known === 0 ? m.region_none_known() : m.region_at_two_of({ known })}
      />
      <KeyFigure
        label={m.region_exercised()}
        value={fmt.number(figures.exercise)}
        of={m.funding_of({ n: figures.total })}
      />
      <KeyFigure
        label={m.region_directory_three()}
        value={countOf(directory.three, directory.audited)}
        of={directory.audited === 0 ? m.region_none_audited() : m.region_audited({ n: directory.audited })}
      />
    </div>
  );
}
