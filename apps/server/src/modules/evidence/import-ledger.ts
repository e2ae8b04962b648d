import type { Fact, Trust } from '@egide/engines/rules';
import type { Checked, NewObservation } from './observation.ts';
import { atLeastAsTrusted, rankOf } from './trust.ts';

/**
 * Facts that one question is asked of, in the order of the ledger. It is answered without walking through them: a file may
 * state thousands of facts of one subject at one time.
 */
interface Group {
  /** The highest trust with which one of them was said, replaced since or not. */
  best: Trust;
  /** Of each trust the first that nothing replaces, with its place in the ledger. */
  readonly present: Map<Trust, { readonly fact: Fact; readonly place: number }>;
}

/** What the ledger of one legal entity already holds of the keys of a file. */
export interface HeldFacts {
  readonly byId: ReadonlyMap<string, Fact>;
  /** Ids of those that a later one replaces. */
  readonly replaced: ReadonlySet<string>;
  readonly bySaying: ReadonlyMap<string, Group>;
  /** By what they say and which one they correct. */
  readonly byCorrection: ReadonlyMap<string, Group>;
  readonly byAudit: ReadonlyMap<string, Group>;
}

export function heldFacts(facts: readonly Fact[]): HeldFacts {
  const replaced = new Set(facts.flatMap((fact) => fact.corrects ?? []));
  const grouped = (by: (fact: Fact) => string | null) => groupsOf(facts, { by, replaced });
  return {
    byId: new Map(facts.map((fact) => [fact.id, fact])),
    replaced,
    bySaying: grouped(saying),
    byCorrection: grouped((fact) => (fact.corrects === undefined ? null : correction(fact, fact.corrects))),
    byAudit: grouped((fact) => audit(fact, fact.source)),
  };
}

function groupsOf(
  facts: readonly Fact[],
  { by, replaced }: { by: (fact: Fact) => string | null; replaced: ReadonlySet<string> },
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const [place, fact] of facts.entries()) {
    const name = by(fact);
    if (name === null) continue;
    const group = groups.get(name) ?? { best: fact.trust, present: new Map() };
    groups.set(name, group);
    if (rankOf(fact.trust) > rankOf(group.best)) group.best = fact.trust;
    if (!replaced.has(fact.id) && !group.present.has(fact.trust)) group.present.set(fact.trust, { fact, place });
  }
  return groups;
}

type Sayable = Pick<Fact, 'key' | 'about' | 'value' | 'collected'> & { readonly expires?: string | null };
/** Two facts of the same key and subject, at the same time. */
const moment = ({ key, about, collected }: Pick<Fact, 'key' | 'about' | 'collected'>): string =>
  JSON.stringify([key, about.kind, about.id, collected]);
/** Two facts that say the same of the same subject at the same time, whoever says it. */
const saying = (fact: Sayable): string => JSON.stringify([moment(fact), fact.value, fact.expires ?? null]);
const correction = (fact: Sayable, corrects: string): string => JSON.stringify([saying(fact), corrects]);
type Origin = Readonly<Record<string, unknown>> | undefined;
/** What one event says of one subject: same type, same time, same SIREN of the provider. Null for what is no event. */
const audit = (fact: Pick<Fact, 'key' | 'about' | 'collected'>, origin: Origin): string | null =>
  origin?.eventType === undefined
    ? null
    : JSON.stringify([moment(fact), ...['eventType', 'time', 'providerSiren'].map((name) => origin[name])]);

/** `former`: the value that an official exchange gave before for the same audit. */
export type News = { readonly input: NewObservation; readonly former: Fact | null };

/**
 * What must be written of an accepted fact. Null: the ledger says the same, at least as trusted. Said with less trust: a
 * confirmation that replaces it. Another value for the same audit of the same provider: a correction, both are kept
 * (ours: no text says what a second file of one audit is worth); it never replaces what is more trusted.
 */
export function newsOf({ input, checked }: { input: NewObservation; checked: Checked }, held: HeldFacts): News | null {
  const said = {
    ...checked,
    collected: checked.collectedDay ?? checked.collectedAt.toISOString(),
    expires: checked.expiresAt?.toISOString() ?? null,
  };
  const same =
    input.corrects === undefined
      ? held.bySaying.get(saying(said))
      : held.byCorrection.get(correction(said, input.corrects));
  if (same !== undefined && atLeastAsTrusted(same.best, checked.trust)) return null;
  if (input.corrects !== undefined) return { input, former: null };
  const confirmed = replaceable(same, checked.trust);
  if (confirmed !== undefined) return { input: { ...input, corrects: confirmed.id }, former: null };
  const corrected = replaceable(held.byAudit.get(audit(said, input.source.ref) ?? ''), checked.trust);
  return corrected === undefined
    ? { input, former: null }
    : { input: { ...input, corrects: corrected.id }, former: corrected };
}

/** The first of them, in the order of the ledger, that a fact so trusted may replace. */
const replaceable = (group: Group | undefined, trust: Trust): Fact | undefined =>
  [...(group?.present ?? [])]
    .filter(([its]) => atLeastAsTrusted(trust, its))
    .sort(([, one], [, other]) => one.place - other.place)[0]?.[1].fact;
