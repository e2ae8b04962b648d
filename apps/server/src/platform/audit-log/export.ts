import { ALL_CHAINS, endOfExport, exportEntry, exportHeader } from '@egide/engines/seal';
import type { Cx } from '../cx.ts';
import { INSTANCE } from './entry.ts';
import { headsOf, nextEntries } from './store.ts';

/** Entries read at once: what an export holds in memory. */
const PAGE = 1000;

/**
 * The lines of an export of all chains or of one, each whole up to its head at this moment, as `egide audit-log verify` reads
 * them. A chain without entries is left out. What is written meanwhile stands behind the heads and is not part of it.
 */
export async function* exportLines(
  cx: Cx,
  of: string,
  heads?: Awaited<ReturnType<typeof headsOf>>,
): AsyncGenerator<string> {
  const ends = heads ?? (await headsOf(cx, of === ALL_CHAINS ? undefined : [of]));
  yield `${exportHeader({ of, chains: ends.map(({ chain }) => chain), exportedAt: cx.now().toISOString() })}\n`;
  let count = 0;
  for (const { chain, seq: until } of ends) {
    for (let after = 0; after < until;) {
      const page = await nextEntries(cx, { chain, after, until, limit: PAGE });
      const last = page.at(-1);
      if (last === undefined) break;
      yield page.map((row) => `${exportEntry({ chain, ...row })}\n`).join('');
      count += page.length;
      after = last.seq;
    }
  }
  yield `${endOfExport(count)}\n`;
}

/** The operator of the machine carries the log away: of one facility, or all of it. Each chain that leaves says so itself. */
export async function exportAsOperator(
  cx: Cx,
  finess: string | null,
  write: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<{ chains: number; entries: number }> {
  const heads = await headsOf(cx, finess === null ? undefined : [finess]);
  await write(exportLines(cx, finess ?? ALL_CHAINS, heads));
  // After the reading, in the order of the chains: their ends are locked for the shortest time, and never in a ring.
  for (const chain of new Set([...heads.map((h) => h.chain), INSTANCE]))
    await cx.record({ chain, action: 'audit-log.exported', detail: { chains: heads.length } });
  return { chains: heads.length, entries: heads.reduce((sum, { seq }) => sum + seq, 0) };
}
