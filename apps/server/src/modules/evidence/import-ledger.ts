import type { Fact } from '@egide/engines/rules';
import type { Checked, NewObservation } from './observation.ts';
import { atLeastAsTrusted } from './trust.ts';

/** What the ledger of one legal entity already holds of the keys of a file. */
export interface HeldFacts {
  readonly byId: ReadonlyMap<string, Fact>;
  /** Ids of those that a later one replaces. */
  readonly replaced: ReadonlySet<string>;
  readonly bySaying: ReadonlyMap<string, readonly Fact[]>;
  readonly byMoment: ReadonlyMap<string, readonly Fact[]>;
}

export function heldFacts(facts: readonly Fact[]): HeldFacts {
  return {
    byId: new Map(facts.map((fact) => [fact.id, fact])),
    replaced: new Set(facts.flatMap((fact) => fact.corrects ?? [])),
    bySaying: grouped(facts, (fact) => saying({ ...fact, expires: fact.expires ?? null })),
    byMoment: grouped(facts, moment),
  };
}

function grouped(facts: readonly Fact[], by: (fact: Fact) => string): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(by(fact));
    if (group === undefined) groups.set(by(fact), [fact]);
    else group.push(fact);
  }
  return groups;
}

type Sayable = Pick<Fact, 'key' | 'about' | 'value' | 'collected'> & { readonly expires: string | null };
/** Two facts of the same key and subject, at the same time. */
const moment = ({ key, about, collected }: Pick<Fact, 'key' | 'about' | 'collected'>): string =>
  JSON.stringify([key, about.kind, about.id, collected]);
/** Two facts that say the same of the same subject at the same time, whoever says it. */
const saying = (fact: Sayable): string => JSON.stringify([moment(fact), fact.value, fact.expires]);

/** `former`: the value that an official exchange gave before for the same audit. */
export type News = { readonly input: NewObservation; readonly former: Fact | null };

/**
 * What must be written of an accepted fact. Null: the ledger says the same, at least as trusted. Said with less trust: a
 * confirmation that replaces it. Another value for the same audit of the same provider: a correction, both are kept
 * (exposure.md, section 7); it never replaces what is more trusted.
 */
export function newsOf({ input, checked }: { input: NewObservation; checked: Checked }, held: HeldFacts): News | null {
  const said = {
    ...checked,
    collected: checked.collectedDay ?? checked.collectedAt.toISOString(),
    expires: checked.expiresAt?.toISOString() ?? null,
  };
  const same = (held.bySaying.get(saying(said)) ?? []).filter(
    (fact) => input.corrects === undefined || fact.corrects === input.corrects,
  );
  if (same.some((fact) => atLeastAsTrusted(fact.trust, checked.trust))) return null;
  if (input.corrects !== undefined) return { input, former: null };
  const present = (fact: Fact): boolean => !held.replaced.has(fact.id) && atLeastAsTrusted(checked.trust, fact.trust);
  const confirmed = same.find(present);
  if (confirmed !== undefined) return { input: { ...input, corrects: confirmed.id }, former: null };
  const corrected = (held.byMoment.get(moment(said)) ?? []).find(
    (fact) => present(fact) && sameAudit(fact.source, input.source.ref),
  );
  return corrected === undefined
    ? { input, former: null }
    : { input: { ...input, corrects: corrected.id }, former: corrected };
}

type Origin = Readonly<Record<string, unknown>> | undefined;
/** One event of one provider: same type, same time, same SIREN. */
const sameAudit = (one: Origin, other: Origin): boolean =>
  one?.eventType !== undefined && ['eventType', 'time', 'providerSiren'].every((name) => one[name] === other?.[name]);
