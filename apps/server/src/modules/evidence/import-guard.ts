import type { FactsGuard } from '@egide/content/nomenclatures';

/** What would become of the records of a file. */
export interface Outcome {
  /** Facts that would be recorded. */
  readonly news: number;
  readonly rejected: number;
  readonly records: number;
}

/**
 * Are the losses unusual (ours, thresholds in `import-guards.json`)? Then nothing is recorded until a person confirms. A
 * file of which nothing would be recorded waits for nobody: there is nothing to confirm.
 */
export const isUnusual = ({ news, rejected, records }: Outcome, { rejected: limits }: FactsGuard): boolean =>
  news > 0 && rejected >= limits.atLeast && rejected > records * limits.share;
