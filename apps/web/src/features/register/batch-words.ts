import type { BatchDetail } from '@egide/contract/facilities';
import { fmt, m } from '../../ui/words.ts';

type Change = keyof NonNullable<BatchDetail['counts']>;

const sum = (counts: NonNullable<BatchDetail['counts']>, change: Change): number =>
  counts[change].legalEntities + counts[change].sites + counts[change].groups;

/** Whether publishing this file would leave the register as it stands. */
export const changesNothing = ({ counts }: Pick<BatchDetail, 'counts'>): boolean =>
  counts !== null &&
  (['added', 'changed', 'moved', 'closed', 'unseen'] as const).every((change) => sum(counts, change) === 0);

/** What an import would change, in a sentence; one that changes nothing says so, and how many lines it was not able to place. */
export function verdictOf(
  batch: Pick<BatchDetail, 'counts' | 'rejectedCount'> & { warnings: readonly { count: number }[] },
): string {
  const { counts, rejectedCount, warnings } = batch;
  if (!counts) return m.directory_batch_preparing();
  if (changesNothing(batch)) {
    const remarks = warnings.reduce((all, { count }) => all + count, 0);
    return [
      m.directory_idle_verdict(),
      ...(rejectedCount > 0 ? [m.directory_idle_rejected({ n: rejectedCount })] : []),
      ...(remarks > 0 ? [m.directory_idle_warnings({ n: remarks })] : []),
    ].join(' ');
  }
  return m.directory_batch_verdict({
    added: fmt.number(sum(counts, 'added')),
    changed: fmt.number(sum(counts, 'changed') + sum(counts, 'moved')),
    closed: fmt.number(sum(counts, 'closed')),
    rejected: fmt.number(rejectedCount),
  });
}
