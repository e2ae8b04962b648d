import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import { exportLines } from '../../../platform/audit-log/export.ts';
import type { Cx } from '../../../platform/cx.ts';
import { can } from './policy.ts';
import { visibleLog } from './read-log.ts';

/** Sends lines to whoever asked, as fast as they read. */
type Send = (lines: AsyncIterable<string>, fileName: string) => Promise<void>;

export async function exportAuditLog(cx: Cx, { finess }: { finess: string }, send: Send): Promise<void> {
  await visibleLog(cx, finess);
  await leave(cx, finess, send);
}

export async function exportInstanceLog(cx: Cx, send: Send): Promise<void> {
  cx.allow(can.readInstance(cx.actor));
  await leave(cx, INSTANCE, send);
}

async function leave(cx: Cx, chain: string, send: Send): Promise<void> {
  await send(exportLines(cx, chain), `audit-log-${chain}-${cx.now().toISOString().slice(0, 10)}.ndjson`);
  // Behind the sending: an entry holds the end of its chain until this transaction closes, and a slow reader must stop nobody.
  await cx.record({ chain, action: 'audit-log.exported', detail: {} });
}
