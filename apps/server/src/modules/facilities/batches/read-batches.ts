import type { Batch, BatchDetail } from '@egide/contract/facilities';
import type { Locale } from '@egide/kernel/locale';
import { sayActor } from '../../../platform/audit-log/words.ts';
import type { Cx } from '../../../platform/cx.ts';
import { toCsv } from '../../../platform/csv.ts';
import { wordsOf } from '../../../platform/http/problem.ts';
import { refuse } from '../../../platform/refusal.ts';
import { sayOfRegister } from '../imports/words.ts';
import { runsRegister } from '../policy.ts';
import { missing } from './decide-batch.ts';
import * as store from './store.ts';

/** Batches listed, lines of each kind shown with a batch, rows read at once for the report. */
const [LISTED, SHOWN, FIRST, PAGE] = [50, 100, 10, 5000];

const view = (locale: Locale, row: store.BatchRow): Batch => ({
  id: row.id,
  number: row.number,
  format: row.format,
  fileName: row.fileName,
  sha256: row.sha256,
  size: row.size,
  producer: row.producer,
  day: row.day,
  licence: row.licence,
  encoding: row.encoding,
  fictional: row.fictional,
  state: row.state,
  counts: row.counts,
  guards: row.guards.map(({ code, params }) => ({ code, message: sayOfRegister(locale, code, params) })),
  problem:
    row.problem === null
      ? null
      : { code: row.problem.code, message: wordsOf(locale, row.problem.code, row.problem.params).detail },
  received: row.received.toISOString(),
  receivedBy: sayActor(row.receivedBy, locale),
  published: row.published?.toISOString() ?? null,
  publishedBy: row.publishedBy === null ? null : sayActor(row.publishedBy, locale),
  confirmations: row.confirmations.map(({ name, at }) => ({ name, at: new Date(at).toISOString() })),
  missing: missing(row),
});

async function visible(cx: Cx, batch: string): Promise<store.BatchRow> {
  const row = cx.sees(runsRegister(cx.actor)) ? await store.batchById(cx, batch) : undefined;
  if (row === undefined) throw refuse('not-found');
  return row;
}

export async function listBatches(cx: Cx): Promise<{ batches: Batch[] }> {
  cx.allow(runsRegister(cx.actor));
  return { batches: (await store.lastBatches(cx, LISTED)).map((row) => view(cx.locale, row)) };
}

/** One import with the first of everything that it says. */
export async function readBatch(cx: Cx, { batch }: { batch: string }): Promise<BatchDetail> {
  const row = await visible(cx, batch);
  const notices = await store.noticesOf(cx, batch, { after: 0, limit: SHOWN });
  const counts = await store.noticeCounts(cx, batch);
  const say = (code: string, params: store.NoticeRow['params']): string => sayOfRegister(cx.locale, code, params);
  return {
    ...view(cx.locale, row),
    rejected: notices
      .filter(({ level }) => level === 'rejected')
      .map(({ at, code, params }) => ({ at, code, message: say(code, params) })),
    rejectedCount: counts.filter(({ level }) => level === 'rejected').reduce((sum, { count }) => sum + count, 0),
    warnings: counts
      .filter(({ level }) => level === 'warning')
      .map(({ at, code, params, count }) => ({ at, code, message: say(code, params), count })),
    changes: await store.firstChanges(cx, batch, FIRST),
  };
}

const detail = (value: unknown): string => (value === null || value === undefined ? '' : JSON.stringify(value));

/** Everything that an import changes, refuses and remarks, one line each. */
export async function batchReport(cx: Cx, { batch }: { batch: string }): Promise<string> {
  await visible(cx, batch);
  const say = (code: string, params?: store.NoticeRow['params']): string => sayOfRegister(cx.locale, code, params);
  const parts = [toCsv([['change', 'kind', 'id', 'name', 'at', 'detail'].map((column) => say(`column.${column}`))])];
  // Later parts lose the mark of UTF-8: one file has one.
  const add = (rows: string[][]): void => void (rows.length > 0 && parts.push(toCsv(rows).slice(1)));
  for (
    let page = await store.noticesOf(cx, batch, { after: 0, limit: PAGE });
    page.length > 0;
    page = await store.noticesOf(cx, batch, { after: page.at(-1)?.line ?? 0, limit: PAGE })
  ) {
    add(
      page.map(({ level, at, code, params }) => [
        say(`change.${level}`),
        '',
        String(params.value ?? ''),
        '',
        at,
        say(code, params),
      ]),
    );
  }
  for (
    let page = await store.changesOf(cx, batch, { after: null, limit: PAGE });
    page.length > 0;
    page = await store.changesOf(cx, batch, { after: page.at(-1) ?? null, limit: PAGE })
  ) {
    add(
      page.map(({ change, kind, id, name, before, after }) => [
        say(`change.${change}`),
        say(`kind.${kind}`),
        id,
        name,
        '',
        [detail(before), detail(after)].filter((part) => part !== '').join(' → '),
      ]),
    );
  }
  return parts.join('');
}
