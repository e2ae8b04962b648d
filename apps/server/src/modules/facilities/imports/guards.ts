import type { Metric, Metrics } from './records.ts';

/** Shares, 0.05 = 5 %. Data of `content/nomenclatures/import-guards.json`; ours, no official text sets them. */
export type Thresholds = {
  readonly total: { readonly below: number; readonly above: number };
  readonly category: { readonly change: number; readonly from: number };
  readonly department: { readonly change: number };
  readonly rejected: number;
  readonly membersLost: number;
};

/** Why an import waits for a person. `params` fill the sentence of the catalogue. */
export type Guard = {
  readonly code:
    'guard-total' | 'guard-category' | 'guard-department' | 'guard-rejected' | 'guard-older' | 'guard-members';
  readonly params: Readonly<Record<string, string | number>>;
};

export type Judged = {
  readonly metrics: Metrics;
  readonly accepted: number;
  readonly rejected: number;
  /** Days of the data, published and incoming. */
  readonly days: { readonly published: string | null; readonly incoming: string | null };
  /** Members of GHT: how many there are, how many would leave. */
  readonly members: { readonly before: number; readonly lost: number };
};

const share = ({ before, after }: Metric): number =>
  before === 0 ? Number.POSITIVE_INFINITY : (after - before) / before;
/** One decimal, in %, for the sentence. */
const percent = (part: number): string => (Number.isFinite(part) ? (part * 100).toFixed(1) : '∞');

function outside(metric: Metric, limits: Thresholds): Guard['code'] | null {
  const change = share(metric);
  switch (metric.place) {
    case 'entities':
    case 'sites':
      return metric.before > 0 && (change < -limits.total.below || change > limits.total.above) ? 'guard-total' : null;
    case 'category':
      return metric.before > limits.category.from && Math.abs(change) > limits.category.change
        ? 'guard-category'
        : null;
    case 'department':
      return metric.before > 0 && Math.abs(change) > limits.department.change ? 'guard-department' : null;
  }
}

/** What holds this import back. Into an empty register only what compares with nothing applies: the share of refused records. */
export function guard({ metrics, accepted, rejected, days, members }: Judged, limits: Thresholds): Guard[] {
  const held: Guard[] = metrics.flatMap((metric) => {
    const code = outside(metric, limits);
    return code === null
      ? []
      : [
          {
            code,
            params: {
              place: metric.place,
              key: metric.key,
              before: metric.before,
              after: metric.after,
              percent: percent(share(metric)),
            },
          },
        ];
  });
  if (rejected > (accepted + rejected) * limits.rejected)
    held.push({ code: 'guard-rejected', params: { rejected, of: accepted + rejected } });
  if (days.published !== null && days.incoming !== null && days.incoming < days.published)
    held.push({ code: 'guard-older', params: { published: days.published, incoming: days.incoming } });
  if (members.lost > members.before * limits.membersLost)
    held.push({ code: 'guard-members', params: { before: members.before, lost: members.lost } });
  return held;
}
