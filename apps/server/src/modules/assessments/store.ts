import { sql } from 'kysely';
import type { Cx } from '../../platform/cx.ts';

export interface SubmissionRow {
  legal_entity: string;
  id: string;
  framework: string;
  edition: string;
  at: Date;
  submitted_by: string | null;
  submitted_by_name: string;
  level: number | null;
  known: number;
  total: number;
  themes: readonly ThemeSnapshot[];
  indicators: readonly IndicatorSnapshot[];
  comment: string | null;
}
export interface ThemeSnapshot {
  readonly id: string;
  readonly level: number | null;
  readonly known: number;
  readonly total: number;
}
export interface IndicatorSnapshot {
  readonly id: string;
  readonly state: string;
  readonly level: number | null;
  readonly computed: number | null;
  readonly declared: number | null;
}
type Tables = { 'assessments.submissions': SubmissionRow };
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

export const submissionsOf = (cx: Cx, legalEntity: string, framework: string): Promise<SubmissionRow[]> =>
  tables(cx)
    .selectFrom('assessments.submissions')
    .selectAll()
    .where('legal_entity', '=', legalEntity)
    .where('framework', '=', framework)
    .orderBy('at', 'desc')
    .execute();

export async function addSubmission(cx: Cx, row: SubmissionRow): Promise<void> {
  await sql`insert into assessments.submissions (legal_entity, id, framework, edition, at, submitted_by, submitted_by_name, level, known, total, themes, indicators, comment)
    values (${row.legal_entity}, ${row.id}, ${row.framework}, ${row.edition}, ${row.at}, ${row.submitted_by}, ${row.submitted_by_name}, ${row.level}, ${row.known}, ${row.total}, ${JSON.stringify(row.themes)}::jsonb, ${JSON.stringify(row.indicators)}::jsonb, ${row.comment})`.execute(
    cx.tx,
  );
}

/** Takes away what is told of invented legal entities. */
export async function removeFictional(cx: Cx): Promise<void> {
  await sql`select assessments.remove_fictional()`.execute(cx.tx);
}
