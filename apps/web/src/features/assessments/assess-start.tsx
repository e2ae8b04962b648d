import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { paths } from '../../paths.ts';
import { PageProblem } from '../../ui/problem-state.tsx';
import { Skeleton } from '../../ui/waiting.tsx';
import { assessmentQuery } from './queries.ts';
import type { State } from './state-mark.tsx';

/** What most needs a person comes first. */
const URGENT: readonly State[] = ['to-decide', 'expired', 'to-confirm', 'unanswered', 'confirmed'];

/** Opens the assessment where work waits. */
export function AssessStart() {
  const { finess } = useParams({ from: '/house/etablissements/$finess/maturite/evaluer' });
  const { data, error, refetch } = useQuery(assessmentQuery(finess));
  if (error && !data)
    return (
      <div className="ask">
        <PageProblem error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data)
    return (
      <div className="ask">
        <Skeleton />
      </div>
    );
  const lines = data.themes.flatMap((theme) => theme.indicators);
  const first = URGENT.map((state) => lines.find((line) => line.state === state)).find((line) => line !== undefined);
  return first ? <Navigate to={paths.indicator} params={{ finess, indicator: first.id }} replace /> : null;
}
