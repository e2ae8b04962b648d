import { listSites, type Facility, type SiteLine } from '@egide/contract/facilities';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemState } from '../../ui/problem-state.tsx';
import { StackTable } from '../../ui/stack-table.tsx';
import { Status } from '../../ui/status.tsx';
import { fmt, m } from '../../ui/words.ts';
import { Coded } from './identity.tsx';

/** Sites, open ones first; those beyond the first page come when asked. */
export function Sites({ facility }: { facility: Facility }) {
  const { finess, sites, sitesOpen, sitesClosed } = facility;
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
          columns={[
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
            {
              id: 'state',
              title: m.history_state(),
              label: m.history_state(),
              cell: (site) =>
                site.open ? (
                  <Status kind="ok">{m.facility_open()}</Status>
                ) : (
                  <Status kind="unknown">
                    {site.closed ? m.facility_closed_on({ day: fmt.day(site.closed) }) : m.facility_closed()}
                  </Status>
                ),
            },
          ]}
        />
      )}
      {all.error && <ProblemState error={all.error} onRetry={() => void all.refetch()} />}
      {rows.length < total && (
        <div className="pager">
          <span>{m.facility_sites_shown({ shown: rows.length, total })}</span>
          <Button
            small
            busy={all.isFetching}
            onClick={() => {
              if (more) void all.fetchNextPage();
              else setMore(true);
            }}
          >
            {m.facility_sites_more()}
          </Button>
        </div>
      )}
    </section>
  );
}
