import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import { exportLines } from '../../../platform/audit-log/export.ts';
import type { Cx } from '../../../platform/cx.ts';
import { can } from './policy.ts';
import { visibleLog } from './read-log.ts';

/** Keeps lines whole, to be sent once this transaction has closed. */
type Keep = (lines: AsyncIterable<string>, fileName: string) => Promise<void>;

export async function exportAuditLog(cx: Cx, { finess }: { finess: string }, keep: Keep): Promise<void> {
  await visibleLog(cx, finess);
  await leave(cx, finess, keep);
}

export async function exportInstanceLog(cx: Cx, keep: Keep): Promise<void> {
  cx.allow(can.readInstance(cx.actor));
  await leave(cx, INSTANCE, keep);
}

/** The entry stands before the first byte leaves, whatever becomes of the reader. */
async function leave(cx: Cx, chain: string, keep: Keep): Promise<void> {
  await keep(exportLines(cx, chain), `audit-log-${chain}-${cx.now().toISOString().slice(0, 10)}.ndjson`);
  await cx.record({ chain, action: 'audit-log.exported', detail: {} });
}
