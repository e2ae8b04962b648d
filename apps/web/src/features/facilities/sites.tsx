import { listSites, type Facility, type SiteLine } from '@egide/contract/facilities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { fmt, m } from '../../ui/words.ts';
import { Coded } from './identity.tsx';

/** Sites, open ones first; those beyond the first page come when asked. */
export function Sites({ facility }: { facility: Facility }) {
  const { sitesOpen, sitesClosed } = facility;
  const { rows, error, refetch, busy, askMore } = useSites(facility);
  const total = sitesOpen + sitesClosed;
  return (
    <section className="block block--far" id="sites" aria-labelledby="h-s">
      <div className="line">
        <h2 id="h-s">{m.facility_sites()}</h2>
        <p className="small">{m.facility_sites_counts({ open: sitesOpen, closed: sitesClosed })}</p>
      </div>
      {rows.length === 0 ? (
        <p>{m.facility_no_site()}</p>
      ) : (
        <StackTable
          className="sites"
          rows={rows}
          keyOf={(site) => site.finess}
          caption={m.facility_sites()}
          columns={columns()}
        />
      )}
      {error && <ProblemState error={error} onRetry={refetch} />}
      {rows.length < total && (
        <div className="pager">
          <span>{m.facility_sites_shown({ shown: rows.length, total })}</span>
          <Button small busy={busy} onClick={askMore}>
            {m.facility_sites_more()}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The first sites come with the facility; once more are asked for, all are read page by page. */
function useSites({ finess, sites }: Facility) {
  const [more, setMore] = useState(false);
  const all = useInfiniteQuery({
    queryKey: [listSites.path, finess],
    enabled: more,
    initialPageParam: undefined as string | undefined, // Safe: the first page has no mark.
    queryFn: ({ pageParam, signal }) =>
      call(
        listSites,
        { params: { finess }, query: { limit: 100, ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows: readonly SiteLine[] = all.data ? all.data.pages.flatMap((page) => page.sites) : sites;
  return {
    rows,
    error: all.error,
    refetch: () => void all.refetch(),
    busy: all.isFetching,
    askMore: () => {
      if (more) void all.fetchNextPage();
      else setMore(true);
    },
  };
}

const columns = (): readonly Column<SiteLine>[] => [
  {
    id: 'name',
    title: m.facility_site(),
    cell: (site) => (
      <Link to={paths.site} params={{ finess: site.finess }}>
        {site.name}
      </Link>
    ),
  },
  {
    id: 'finess',
    title: m.facility_finess_et(),
    label: m.facility_finess_et(),
    className: 'nowrap',
    cell: (site) => fmt.finess(site.finess),
  },
  {
    id: 'category',
    title: m.facility_category(),
    label: m.facility_category(),
    cell: (site) => (site.category ? <Coded code={site.category} /> : '–'),
  },
  { id: 'town', title: m.facility_town(), label: m.facility_town(), cell: (site) => site.town ?? '–' },
  { id: 'state', title: m.history_state(), label: m.history_state(), cell: (site) => <OpenOrClosed site={site} /> },
];

function OpenOrClosed({ site }: { site: SiteLine }) {
  if (site.open) return <Status kind="ok">{m.facility_open()}</Status>;
  return (
    <Status kind="unknown">
      {site.closed ? m.facility_closed_on({ day: fmt.day(site.closed) }) : m.facility_closed()}
    </Status>
  );
}
