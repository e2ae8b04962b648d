import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';

/** That a fact of `owner`, the support entity of a GHT, speaks of a member too. */
export interface CoveringRow {
  readonly legal_entity: string;
  readonly owner: string;
  readonly observation: string;
  readonly since: Date;
  readonly until: Date | null;
  readonly revoked: Date | null;
  readonly revoked_by: string | null;
}
type Tables = { 'evidence.coverings': CoveringRow };
const tables = (cx: Cx) => cx.tx.withTables<Tables>();

/** A correction already covers those of what it corrects: said again, nothing is added. */
export async function addCoverings(
  cx: Cx,
  {
    owner,
    observation,
    members,
    until,
  }: { owner: string; observation: string; members: readonly string[]; until: Date | null },
): Promise<void> {
  await tables(cx)
    .insertInto('evidence.coverings')
    .values(
      members.map((legal_entity) => ({
        legal_entity,
        owner,
        observation,
        since: cx.now(),
        until,
        revoked: null,
        revoked_by: null,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Corrections cover whom the corrected covered. */
export async function carryCoverings(cx: Cx, owner: string, corrections: readonly string[]): Promise<void> {
  await sql`select evidence.carry_coverings(${owner}, ${sql.val([...corrections])}::uuid[], ${cx.now()})`.execute(
    cx.tx,
  );
}

/** Whom the facts of an owner cover now, as far as the reader may see it. */
export const coveringsBy = (cx: Cx, owner: string): Promise<CoveringRow[]> =>
  tables(cx)
    .selectFrom('evidence.coverings')
    .selectAll()
    .where('owner', '=', owner)
    .where('revoked', 'is', null)
    .where((e) => e.or([e('until', 'is', null), e('until', '>', cx.now())]))
    .orderBy('legal_entity')
    .execute();

/** How many members each of these facts covers now. */
export async function countCovered(
  cx: Cx,
  owner: string,
  observations: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{
    observation: string;
    members: number;
  }>`select observation, members from evidence.covered(${owner}, ${sql.val([...observations])}::uuid[], ${cx.now()})`.execute(
    cx.tx,
  );
  return new Map(rows.map((row) => [row.observation, row.members]));
}

/** Ends what these observations say of a member; answers how many coverings ended. */
export async function endCoverings(
  cx: Cx,
  {
    owner,
    member,
    observations,
    by,
  }: { owner: string; member: string; observations: readonly string[]; by: string | null },
): Promise<number> {
  const { numUpdatedRows } = await tables(cx)
    .updateTable('evidence.coverings')
    .set({ revoked: cx.now(), revoked_by: by })
    .where('legal_entity', '=', member)
    .where('owner', '=', owner)
    .where('observation', 'in', [...observations])
    .where('revoked', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
