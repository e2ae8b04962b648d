import type { Key, Observation } from '@egide/contract/evidence';

/** Facts of one domain, freshest worry first. */
export interface Domain {
  id: string;
  label: string;
  facts: readonly Observation[];
  valid: number;
  ending: number;
  ended: number;
  /** The fact that stands for the domain: one that holds, the surest, then the most recent. */
  main: Observation | null;
  /** When the next valid fact of the domain ends. */
  next: string | null;
}

const WORRY = { ended: 0, ending: 1, valid: 2, endless: 2, superseded: 3 } as const satisfies Record<
  Observation['freshness'],
  number
>;
const holds = (fact: Observation) =>
  fact.freshness === 'valid' || fact.freshness === 'endless' || fact.freshness === 'ending';
/** A measure says more of a domain than an answer by hand. */
const WEIGHT = { verified: 0, computed: 1, documented: 2, declared: 3 } as const satisfies Record<
  Observation['trust'],
  number
>;
const byCollected = (a: Observation, b: Observation) => (a.collected < b.collected ? 1 : -1);

function domainOf({ id, label }: { id: string; label: string }, facts: readonly Observation[]): Domain {
  const count = (...states: readonly Observation['freshness'][]) =>
    facts.filter((fact) => states.includes(fact.freshness)).length;
  const ends = facts
    .filter(holds)
    .flatMap((fact) => (fact.expires ? [fact.expires] : []))
    .sort();
  return {
    id,
    label,
    facts: [...facts].sort((a, b) => WORRY[a.freshness] - WORRY[b.freshness] || byCollected(a, b)),
    valid: count('valid', 'endless'),
    ending: count('ending'),
    ended: count('ended'),
    main:
      [...facts].sort(
        (a, b) => Number(holds(b)) - Number(holds(a)) || WEIGHT[a.trust] - WEIGHT[b.trust] || byCollected(a, b),
      )[0] ?? null,
    next: ends[0] ?? null,
  };
}

/** Facts by the domains of the vocabulary, in its order; a domain without a fact is left out. */
export function domainsOf(
  facts: readonly Observation[],
  keys: readonly Key[],
  groups: readonly { id: string; label: string }[],
): readonly Domain[] {
  const groupOf = new Map(keys.map((key) => [key.key, key.group]));
  return groups
    .map((group) =>
      domainOf(
        group,
        facts.filter((fact) => groupOf.get(fact.key) === group.id),
      ),
    )
    .filter((domain) => domain.facts.length > 0);
}

/** How many facts hold, end soon or have ended, over these domains. */
export function totalsOf(domains: readonly Domain[]): Pick<Domain, 'valid' | 'ending' | 'ended'> {
  const sum = (pick: (domain: Domain) => number) => domains.reduce((total, domain) => total + pick(domain), 0);
  return { valid: sum((one) => one.valid), ending: sum((one) => one.ending), ended: sum((one) => one.ended) };
}
