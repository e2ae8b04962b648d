import type {
  AuditLine,
  readAuditLog as contract,
  readInstanceLog as instanceContract,
} from '@egide/contract/audit-log';
import type { AnswerOf, InputOf } from '@egide/contract/endpoint';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import { type EntryRow, type Search, searchEntries } from '../../../platform/audit-log/store.ts';
import { parts, sayActor, sayEntry, type Written } from '../../../platform/audit-log/words.ts';
import type { Cx } from '../../../platform/cx.ts';
import { visibleFacility } from '../visible-facility.ts';
import { can } from './policy.ts';

type Page = AnswerOf<typeof contract>;
type Asked = InputOf<typeof instanceContract>;

/** What was done and read inside a facility; this reading too is written there. */
export async function readAuditLog(cx: Cx, { finess, ...search }: InputOf<typeof contract>): Promise<Page> {
  await visibleLog(cx, finess);
  return page(cx, finess, search);
}

export async function readInstanceLog(cx: Cx, search: Asked): Promise<Page> {
  cx.allow(can.readInstance(cx.actor));
  return page(cx, INSTANCE, search);
}

export async function visibleLog(cx: Cx, finess: string): Promise<void> {
  await visibleFacility(cx, finess, () => can.read(cx.actor, finess));
}

async function page(cx: Cx, chain: string, { limit, ...asked }: Asked): Promise<Page> {
  const rows = await searchEntries(cx, chain, { ...normalise(asked), limit: limit + 1 });
  const shown = rows.slice(0, limit);
  // The first page of a search says who searched; the pages behind it are the same reading.
  if (asked.before === undefined) await cx.record({ chain, action: 'audit-log.read', detail: { ...asked } });
  return {
    entries: shown.map((row) => toLine(row, cx)),
    next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
    actions: parts(cx.locale),
  };
}

/** Entries have their instants in one spelling; so must what they are compared with. */
const normalise = ({ from, to, ...rest }: Omit<Asked, 'limit'>): Search => ({
  ...rest,
  from: from && new Date(from).toISOString(),
  to: to && new Date(to).toISOString(),
});

function toLine({ seq, entry, hash }: EntryRow, cx: Cx): AuditLine {
  // Safe: entries are written by one function, in this form.
  const written = JSON.parse(entry) as Written;
  return {
    seq,
    hash,
    at: written.at,
    action: written.action,
    who: sayActor(written.actor, cx.locale),
    account: written.actor.account ?? null,
    kind: written.actor.kind,
    says: sayEntry(written, cx.locale),
    object: written.object ?? null,
    detail: written.detail ?? null,
  };
}
