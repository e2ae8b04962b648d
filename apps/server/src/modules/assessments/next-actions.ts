import { type Answer, scoreOf, type Settled } from '@egide/engines/rules';

/** What the ranking needs of an indicator that is not yet at its highest level. */
export interface Candidate {
  readonly settled: Settled;
  readonly theme: string;
  /** The condition of the next level; null when it is at the top. */
  readonly next: Answer | null;
  /** Hours that the step to each level takes; proposed by the content. */
  readonly hours: Readonly<Record<number, number>>;
  /** How many other conditions wait for the same facts. */
  readonly servesAlso: number;
}
export interface Effect {
  readonly indicator: string;
  readonly theme: string;
  readonly from: number | null;
  readonly to: number;
  readonly hours: number | null;
  readonly themeFrom: number | null;
  readonly themeTo: number | null;
}

/**
 * The next steps, best first: what the fewest hours give the most, counting one for the level gained and one for each
 * other condition served; equal ones in the order of the framework. Only steps that some fact can take are proposed.
 */
export function nextActions(candidates: readonly Candidate[], count: number): Effect[] {
  return candidates
    .filter((c) => c.next !== null && c.next.wouldMakeTrue !== null && c.settled.state !== 'to-decide')
    .map((c, order) => ({ effect: effectOf(c, candidates), worth: (1 + c.servesAlso) / (c.hours[(c.settled.level ?? 0) + 1] ?? 8), order }))
    .sort((a, b) => b.worth - a.worth || a.order - b.order)
    .slice(0, count)
    .map(({ effect }) => effect);
}

function effectOf({ settled, theme, hours }: Candidate, all: readonly Candidate[]): Effect {
  const to = (settled.level ?? 0) + 1;
  const before = all.filter((c) => c.theme === theme).map((c) => c.settled);
  const after = before.map((s) => (s.id === settled.id ? { level: to } : s));
  return { indicator: settled.id, theme, from: settled.level, to, hours: hours[to] ?? null, themeFrom: scoreOf(before).level, themeTo: scoreOf(after).level };
}
