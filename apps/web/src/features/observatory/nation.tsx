import { listRegions, type RegionLine } from '@egide/contract/observatory';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { ask } from '../../api/ask.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/button.tsx';
import { PageHead, Provenance } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
import { Level } from '../../ui/ruler.tsx';
import { StackTable, type Column } from '../../ui/stack-table.tsx';
import { Empty, Skeleton } from '../../ui/waiting.tsx';
import { fmt, m } from '../../ui/words.ts';

/** The regions that this reader steers; one alone opens at once. */
export function Nation() {
  const { data, error, refetch } = useQuery(ask(listRegions, {}));
  if (error && !data) return <PageProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const only = data.regions.length === 1 ? data.regions[0] : undefined;
  if (only) return <Navigate to={paths.territory} params={{ region: only.code }} replace />;
  return (
    <>
      <PageHead title={m.shell_territory()} verdict={m.region_regions({ n: data.regions.length })} />
      {data.regions.length === 0 ? (
        <Empty icon="map" title={m.region_no_region()}>
          {m.region_no_region_why()}
        </Empty>
      ) : (
        <RegionTable regions={data.regions} />
      )}
    </>
  );
}

/** Where each region stands; those with facilities first. */
function RegionTable({ regions }: { regions: readonly RegionLine[] }) {
  return (
    <>
      <StackTable
        rows={regions.toSorted((a, b) => b.published - a.published || b.total - a.total || fmt.order(a.name, b.name))}
        keyOf={(row) => row.code}
        caption={m.shell_territory()}
        columns={COLUMNS}
      />
      <Provenance icon="info">{m.region_nation_note()}</Provenance>
    </>
  );
}

const COLUMNS: readonly Column<RegionLine>[] = [
  {
    id: 'name',
    title: m.region_region(),
    cell: (row) => (
      <>
        <Link to={paths.territory} params={{ region: row.code }}>
          {row.name}
        </Link>{' '}
        {row.fictional && <Badge tone="warn">{m.shell_fictional()}</Badge>}
      </>
    ),
  },
  {
    id: 'total',
    title: m.region_facilities(),
    label: m.region_facilities(),
    numeric: true,
    cell: (row) => (row.total === 0 ? m.region_no_facility() : fmt.number(row.total)),
  },
  {
    id: 'published',
    title: m.region_sent(),
    label: m.region_sent(),
    numeric: true,
    cell: (row) => (row.total === 0 ? '–' : m.summary_of({ known: row.published, total: row.total })),
  },
  {
    id: 'known',
    title: m.region_levels_known(),
    label: m.region_levels_known(),
    numeric: true,
    cell: (row) => (row.total === 0 ? '–' : m.summary_of({ known: row.known, total: row.total })),
  },
  {
    id: 'median',
    title: m.region_median(),
    label: m.region_median(),
    cell: (row) => (row.total === 0 ? '–' : <Level level={row.median} width={64} mean />),
  },
];
