import { importGuards } from '@egide/content/nomenclatures';
import type { Bytes, Notice } from '@egide/formats';
import type { GroupCodes, MemberList } from '@egide/formats/ght-members';
import { parisDay } from '@egide/kernel/days';
import { INSTANCE } from '../../../platform/audit-log/entry.ts';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { rebuildIndex } from '../search/rebuild-index.ts';
import { type GroupPlan, type NamedGroup, planCodes, planGroups } from '../groups/plan.ts';
import { type Guard, guard } from './guards.ts';
import { Notices, type Remark } from './notices.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { type Counts, changesNothing, tally } from './records.ts';
import { Stage } from './stage.ts';
import * as store from './store.ts';
import * as batches from '../batches/store.ts';
import * as groups from '../groups/store.ts';
import * as territory from '../territory/store.ts';

/** `confirmed`: by the operator (`--confirm`), or by two administrators: what the guards hold back is let through. */
export type ImportOrder = {
  readonly batch: string;
  readonly name: string;
  readonly bytes: Bytes;
  readonly fictional: boolean;
  readonly licence: string | null;
  readonly mode: 'dry-run' | 'preview' | 'publish';
  readonly confirmed: boolean;
  /** Who made the file, when its format alone would tell it wrongly. */
  readonly producer?: string;
  /** Hash and size of the file as received, when `bytes` are not those. */
  readonly received?: { readonly sha256: string; readonly size: number };
  /** Says how far it is; bytes are those of the file as received. */
  readonly tell?: (step: 'reading' | 'comparing' | 'publishing' | 'indexing', bytes: number) => Promise<void>;
};
export type ImportOutcome = {
  readonly batch: string;
  readonly file: ReadFile;
  readonly counts: Counts;
  readonly guards: readonly Guard[];
  readonly rejected: readonly Notice[];
  readonly warnings: readonly Remark[];
  /** False when the guards hold it, when nothing was asked for, or when there was nothing to change. */
  readonly published: boolean;
  readonly unchangedFile: boolean;
};

/** Stages a file, compares it with the register and publishes it, in the transaction of `cx`: old or new, never a mix. */
export async function importRegister(cx: Cx, order: ImportOrder): Promise<ImportOutcome> {
  await store.lockRegister(cx);
  await territory.bringNomenclatures(cx);
  const read = await stage(cx, order);
  await order.tell?.('comparing', read.file.size);
  const compared = await compareAll(cx, order, read);
  const outcome = {
    batch: order.batch,
    file: read.file,
    counts: compared.counts,
    guards: compared.guards,
    rejected: read.notices.rejected,
    warnings: read.notices.warnings,
  };
  const unchangedFile = changesNothing(compared.counts) && (await batches.publishedWith(cx, read.file.sha256));
  if (order.mode === 'dry-run') return { ...outcome, published: false, unchangedFile };
  const held = compared.guards.length > 0 && !order.confirmed;
  const publishing = order.mode === 'publish' && !held;
  if (publishing && unchangedFile) return { ...outcome, published: false, unchangedFile };
  // Asked to publish and held back: nothing is left behind; a preview keeps what a person will decide on.
  if (order.mode === 'publish' && held) return { ...outcome, published: false, unchangedFile };
  await batches.keepBatch(cx, {
    ...order,
    ...outcome,
    state: publishing ? 'published' : compared.guards.length > 0 ? 'waiting' : 'previewed',
    notices: read.notices.all,
  });
  if (read.file.whole) await store.keepChanges(cx, order);
  await groups.keepGroupChanges(cx, order.batch, compared.plans);
  if (publishing)
    await publishAll(cx, order, { ...read, plans: compared.plans, counts: compared.counts, guards: compared.guards });
  return { ...outcome, published: publishing, unchangedFile };
}

type Read = {
  readonly file: ReadFile;
  readonly notices: Notices;
  readonly groups: NamedGroup[];
  readonly codes: ({ at: string } & GroupCodes)[];
  readonly accepted: number;
};

async function stage(cx: Cx, order: ImportOrder): Promise<Read> {
  await store.openStaging(cx);
  const notices = new Notices();
  const staged = new Stage(cx, await territory.departments(cx));
  const lists: { at: string; record: MemberList }[] = [];
  const codes: ({ at: string } & GroupCodes)[] = [];
  const file = await readFile(order.name, order.bytes, {
    register: (record, at) => staged.take(record, at),
    list: (record, at) => void (record.kind === 'group' ? lists.push({ at, record }) : codes.push({ at, ...record })),
    notice: (notice) => notices.add(notice),
    progress: (bytes) => order.tell?.('reading', bytes),
  });
  if (!file.ok) throw refuse(file.error.code, file.error.params);
  await staged.end();
  const named = [...staged.groups, ...(await groupsOfLists(cx, lists, notices))];
  if (file.value.whole) await sift(cx, order.fictional, notices);
  return {
    file: { ...file.value, ...order.received, producer: order.producer ?? file.value.producer },
    notices,
    groups: named,
    codes,
    accepted: staged.accepted + lists.reduce((n, { record }) => n + record.members.length, 0) + codes.length,
  };
}

async function sift(cx: Cx, fictional: boolean, notices: Notices): Promise<void> {
  const { rejected, twice } = await store.sift(cx, fictional);
  for (const { at, code, finess } of rejected) notices.add({ level: 'rejected', at, code, params: { value: finess } });
  for (const { at, code, finess } of twice) notices.add({ level: 'warning', at, code, params: { value: finess } });
  for (const { code, n, at } of await store.unknownCategories(cx))
    notices.add({ level: 'warning', at, code: 'category-unknown', params: { value: code, count: n } });
}

/** Members of a list must be in the register: that is also what decides a number whose leading zero was lost. */
async function groupsOfLists(
  cx: Cx,
  lists: readonly { at: string; record: MemberList }[],
  notices: Notices,
): Promise<NamedGroup[]> {
  const known = await territory.knownEntities(
    cx,
    lists.flatMap(({ record }) => record.members.map(({ entity }) => entity)),
  );
  return lists.map(({ at, record }) => {
    const members = record.members.filter(({ entity, repaired, at: line }) => {
      if (!known.has(entity))
        notices.add({
          level: 'rejected',
          at: line,
          code: repaired ? 'finess-lost-zero' : 'entity-unknown',
          params: { value: entity },
        });
      else if (repaired) notices.add({ level: 'warning', at: line, code: 'zero-restored', params: { value: entity } });
      return known.has(entity);
    });
    return {
      ...record,
      at,
      open: true,
      complete: record.complete && members.length === record.members.length,
      members,
    };
  });
}

type Compared = { readonly counts: Counts; readonly guards: readonly Guard[]; readonly plans: readonly GroupPlan[] };

async function compareAll(cx: Cx, order: ImportOrder, read: Read): Promise<Compared> {
  const known = await groups.readGroups(cx, order.fictional);
  const [members, codes] = [planGroups(known, read.groups), planCodes(known, read.codes)];
  for (const remark of [...members.remarks, ...codes.remarks]) read.notices.add(remark);
  const plans = [...members.plans, ...codes.plans];
  const gone = read.file.whole
    ? known.filter((group) => !group.unseen && !plans.some(({ code }) => code === group.code)).length
    : 0;
  const touched = [
    ...plans.map(({ change }) => ({ kind: 'group' as const, change, n: 1 })),
    { kind: 'group' as const, change: 'unseen', n: gone },
  ];
  const lost = plans.reduce(
    (n, { ended, begun }) => n + ended.filter((entity) => !begun.some((link) => link.entity === entity)).length,
    0,
  );
  const judged = {
    accepted: read.accepted,
    rejected: read.notices.rejected.length,
    members: { before: known.reduce((n, group) => n + group.members.size, 0), lost },
  };
  if (!read.file.whole)
    return {
      counts: tally(touched),
      guards: guard({ ...judged, metrics: [], days: { published: null, incoming: null } }, importGuards()),
      plans,
    };
  await store.compare(cx);
  const missing = (await store.countMissing(cx, order.fictional)).map((row) => ({ ...row, change: 'unseen' }));
  const counts = tally([...(await store.countChanges(cx)), ...missing, ...touched]);
  const days = { published: await batches.publishedDay(cx, order.fictional), incoming: read.file.day };
  return {
    counts,
    guards: guard({ ...judged, metrics: await store.measure(cx, order.fictional), days }, importGuards()),
    plans,
  };
}

async function publishAll(cx: Cx, order: ImportOrder, { file, plans, counts, guards }: Read & Compared): Promise<void> {
  await order.tell?.('publishing', file.size);
  const writing = { batch: order.batch, day: file.day ?? parisDay(cx.now().getTime()), fictional: order.fictional };
  if (file.whole) {
    await store.publish(cx, writing);
    await territory.followCategories(cx, order.fictional);
  }
  await territory.refreshStatistics(cx);
  await groups.publishGroups(cx, writing, { plans, whole: file.whole });
  if (!changesNothing(counts)) {
    await order.tell?.('indexing', file.size);
    await rebuildIndex(cx);
    await territory.refreshStatistics(cx);
  }
  for (const move of await batches.movesOf(cx, order.batch)) {
    // Both tenants learn it; rights of access do not follow the site.
    for (const chain of [move.from, move.to])
      await cx.record({
        chain,
        action: 'facilities.site-moved',
        object: move.site,
        detail: { from: move.from, to: move.to, batch: order.batch },
      });
  }
  await cx.record({
    chain: INSTANCE,
    action: 'facilities.register-published',
    object: order.batch,
    detail: {
      file: order.name,
      sha256: file.sha256,
      counts,
      guards: guards.map(({ code, params }) => ({ code, ...params })),
      confirmed: order.confirmed,
    },
  });
}
