import type { keyHistory as historyContract, KeyReader, listFacts as listContract } from '@egide/contract/evidence';
import type { AnswerOf } from '@egide/contract/endpoint';
import { judge, ledgerOf } from '@egide/engines/rules';
import type { Cx } from '../../platform/cx.ts';
import { refuse } from '../../platform/refusal.ts';
import { say } from '../../platform/words.ts';
import { readsInside, seesWithheld, visibleFacility } from '../access/index.ts';
import type { Facility } from '../facilities/index.ts';
import { keys, type Reader, readersOf, standingIn, vocabulary } from '../frameworks/index.ts';
import { unconfirmed } from './confirmation.ts';
import { toFacts } from './fact.ts';
import { can } from './policy.ts';
import { observationsOf, type Stored } from './store.ts';
import { rankOf } from './trust.ts';
import { toKey, viewerOf } from './view.ts';
import { corrections, withoutWithdrawn } from './withdrawn.ts';

/** The facility, if this reader may know that it has a ledger; otherwise it does not exist. */
export const facilityFor = (cx: Cx, finess: string): Promise<Facility> =>
  visibleFacility(cx, finess, (found) => can.read(cx.actor, found));

/** Which page was read, and of what when the page has one subject. */
export interface InsideReading {
  readonly finess: string;
  readonly page: 'facts' | 'history' | 'indicator' | 'objectives';
  readonly subject?: { readonly id: string; readonly title: { readonly fr: string; readonly en: string } };
}

/** Reading what is inside the walls leaves an entry, one per request and per owner. */
export async function traceInside(
  cx: Cx,
  { finess, page, subject }: InsideReading,
  seen: readonly Pick<Stored, 'class' | 'note' | 'owner'>[],
): Promise<void> {
  const internal = seen.filter((o) => o.class === 'internal' || o.note !== null);
  for (const chain of [...new Set(internal.map((o) => o.owner))].sort()) {
    const observations = internal.filter((o) => o.owner === chain).length;
    await cx.record({
      chain,
      action: 'evidence.internal-read',
      object: subject?.id ?? page,
      detail: {
        page,
        observations,
        ...(subject === undefined ? {} : { title: subject.title }),
        ...(chain === finess ? {} : { for: finess }),
      },
    });
  }
}

export async function listFacts(cx: Cx, { finess }: { finess: string }): Promise<AnswerOf<typeof listContract>> {
  await facilityFor(cx, finess);
  const all = await observationsOf(cx, finess);
  const latest = latestOf(all);
  await traceInside(cx, { finess, page: 'facts' }, latest);
  const viewer = await viewerOf(cx, finess, all);
  return { at: cx.now().toISOString(), facts: latest.map((o) => viewer.show(o)) };
}

/** Of each key and subject the observation that counts: collected last, then most trusted, then recorded last. */
export function latestOf(observations: readonly Stored[]): Stored[] {
  const correctedBy = corrections(observations);
  const latest = new Map<string, Stored>();
  for (const o of withoutWithdrawn(observations)) {
    if (correctedBy.has(o.id)) continue;
    const subject = JSON.stringify([o.key, o.about_kind, o.about_kind === 'entity' ? '' : o.about_id]);
    const known = latest.get(subject);
    if (known === undefined || isLater(o, known)) latest.set(subject, o);
  }
  return [...latest.values()];
}

type Dated = Pick<Stored, 'collected' | 'trust' | 'recorded_order'>;
const isLater = (one: Dated, other: Dated): boolean =>
  (one.collected.getTime() - other.collected.getTime() ||
    rankOf(one.trust) - rankOf(other.trust) ||
    one.recorded_order - other.recorded_order) > 0;

export async function keyHistory(
  cx: Cx,
  { finess, key: name }: { finess: string; key: string },
): Promise<AnswerOf<typeof historyContract>> {
  const facility = await facilityFor(cx, finess);
  const key = keys().get(name);
  if (!key) throw refuse('not-found');
  const all = await observationsOf(cx, finess);
  const ofKey = all
    .filter((o) => o.key === name)
    .sort((a, b) => b.collected.getTime() - a.collected.getTime() || b.recorded_order - a.recorded_order);
  await traceInside(cx, { finess, page: 'history', subject: { id: name, title: key.label } }, ofKey);
  const viewer = await viewerOf(cx, finess, ofKey);
  return {
    key: toKey(key, cx.locale),
    observations: ofKey.map((o) => viewer.show(o)),
    readers: readersWithStanding(cx, name, { all, facility }),
  };
}

/** Who reads this key, and where the facility stands there; that rests on drafts, and stays inside the walls. */
function readersWithStanding(
  cx: Cx,
  key: string,
  { all, facility }: { all: readonly Stored[]; facility: Facility },
): KeyReader[] {
  const inside = readsInside(cx.actor, facility.finess);
  const told = cx.sees(seesWithheld(cx.actor, facility));
  const ledger = ledgerOf(toFacts(all), vocabulary());
  const at = cx.now().getTime();
  const waiting = new Set(all.filter(unconfirmed).map((o) => o.id));
  const rests = (reader: Reader): boolean =>
    reader.kind === 'objective' &&
    waiting.size > 0 &&
    judge(reader.rule, ledger, at).because.some((fact) => waiting.has(fact.id));
  const standing = (reader: Reader): KeyReader['standing'] => {
    const said = standingIn(reader, ledger, at);
    return 'verdict' in said ? { ...said, toConfirm: rests(reader) } : said;
  };
  return readersOf([key], null).map((reader) => ({
    kind: reader.kind,
    id: reader.id,
    of: reader.of,
    title: reader.title[cx.locale],
    standing: inside && (told || !reader.withheld) ? standing(reader) : null,
    withheld: inside && !told && reader.withheld ? say(cx.locale, 'answer.withheld') : null,
  }));
}
