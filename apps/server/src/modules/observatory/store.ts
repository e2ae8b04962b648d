import { sql } from 'kysely';
import type { Cx } from '../../platform/cx.ts';

export interface PublishedSubmission {
  readonly legal_entity: string;
  readonly at: Date;
  readonly level: number | null;
  readonly known: number;
  readonly total: number;
}

/** The last snapshot of each legal entity before an instant, as far as the reader may see them. */
export async function lastSubmissions(
  cx: Cx,
  framework: string,
  before: Date,
): Promise<Map<string, PublishedSubmission>> {
  const { rows } =
    await sql<PublishedSubmission>`select distinct on (legal_entity) legal_entity, at, level, known, total
    from assessments.published_submissions where framework = ${framework} and at <= ${before} order by legal_entity, at desc`.execute(
      cx.tx,
    );
  return new Map(rows.map((r) => [r.legal_entity, r]));
}
