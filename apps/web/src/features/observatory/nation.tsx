import { listRegions } from '@egide/contract/observatory';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { ask } from '../../api/ask.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/problem-state.tsx';
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
        <ul className="rows">
          {data.regions
            .toSorted((a, b) => Number(b.fictional) - Number(a.fictional) || fmt.order(a.name, b.name))
            .map((region) => (
              <li key={region.code}>
                <Link to={paths.territory} params={{ region: region.code }}>
                  {region.name}
                </Link>{' '}
                {region.fictional && <Badge tone="warn">{m.shell_fictional()}</Badge>}
              </li>
            ))}
        </ul>
      )}
    </>
  );
}
