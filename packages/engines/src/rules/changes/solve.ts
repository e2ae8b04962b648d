import type { Balance, Goal, Literal, Need, Slot } from './goal.ts';
import { holds, optionsOf, type Choices, type Option } from './option.ts';
import { better, comparePlans, nothing, planOf, together, type Plan } from './plan.ts';

/** What does not change while solving: the options of each slot. */
type Problem = { readonly options: (slot: Slot) => readonly Option[] };

/** The best plan that reaches a goal, null when none does. */
export function solve(goal: Goal): Plan | null {
  const literals = literalsOf(goal);
  const known = new Map<string, readonly Option[]>();
  const options = (slot: Slot) => {
    const found = known.get(slot.id) ?? optionsOf(slot, literals);
    known.set(slot.id, found);
    return found;
  };
  return reach(goal, new Map(), { options });
}

export const literalsOf = (goal: Goal): Literal[] =>
  goal.kind === 'literal'
    ? [goal]
    : goal.kind === 'need'
      ? goal.parts.flatMap(literalsOf)
      : goal.parts.flatMap((part) => literalsOf(part.goal));

function reach(goal: Goal, choices: Choices, problem: Problem): Plan | null {
  switch (goal.kind) {
    case 'literal':
      return reachLiteral(goal, choices, problem);
    case 'need':
      return reachNeed(goal, choices, problem);
    case 'balance':
      return reachBalance(goal, choices, problem);
  }
}

function reachLiteral(literal: Literal, choices: Choices, problem: Problem): Plan | null {
  const open = literal.changeable.filter(({ id }) => !choices.has(id));
  const [slot] = open;
  if (slot === undefined || holds(literal, choices))
    return holds(literal, choices) ? { ...nothing, counts: [literal] } : null;
  return decide(slot, { choices, problem, then: (next) => reachLiteral(literal, next, problem) });
}

type Decision = {
  readonly choices: Choices;
  readonly problem: Problem;
  readonly then: (choices: Choices) => Plan | null;
};

/** Leaves the slot as it is, or takes each of its options in turn, and keeps the best of what follows. */
function decide(slot: Slot, { choices, problem, then }: Decision): Plan | null {
  let found = then(new Map([...choices, [slot.id, null]]));
  for (const option of problem.options(slot)) {
    if (found !== null && found.records < option.entries.length) continue;
    const rest = then(new Map([...choices, [slot.id, option]]));
    if (rest !== null) found = better(found, together([planOf(option), rest]));
  }
  return found;
}

/** Parts that share no slot are solved apart; a shared slot is decided first, for all of them. */
function reachNeed(goal: Need, choices: Choices, problem: Problem): Plan | null {
  const { need, parts } = goal;
  if (need <= 0) return nothing;
  if (need > parts.length) return null;
  const clusters = need === parts.length ? clustersOf(parts, choices) : [[...parts]];
  if (clusters.length > 1) return allOf(clusters, choices, problem);
  const shared = sharedSlot(parts, choices);
  if (shared !== null) return decide(shared, { choices, problem, then: (next) => reachNeed(goal, next, problem) });
  const plans = parts
    .map((part) => reach(part, choices, problem))
    .filter((plan) => plan !== null)
    .sort(comparePlans);
  return plans.length < need ? null : together(plans.slice(0, need));
}

/** The small clusters first: one that cannot be reached spares the work on the others. */
function allOf(clusters: readonly Goal[][], choices: Choices, problem: Problem): Plan | null {
  const plans: Plan[] = [];
  for (const parts of [...clusters].sort((a, b) => a.length - b.length)) {
    const plan = reachNeed({ kind: 'need', need: parts.length, parts }, choices, problem);
    if (plan === null) return null;
    plans.push(plan);
  }
  return together(plans);
}

/** Slots of a goal that may be changed or that matter to it, and are not decided yet. */
function openSlots(goal: Goal, choices: Choices): Map<string, Slot> {
  return new Map(
    literalsOf(goal)
      .flatMap(({ touched, changeable }) => [...touched, ...changeable])
      .filter(({ id }) => !choices.has(id))
      .map((slot) => [slot.id, slot]),
  );
}

function clustersOf(parts: readonly Goal[], choices: Choices): Goal[][] {
  let clusters: { goals: Goal[]; slots: Set<string> }[] = [];
  for (const part of parts) {
    const slots = new Set(openSlots(part, choices).keys());
    const touching = clusters.filter((cluster) => [...slots].some((id) => cluster.slots.has(id)));
    const joined = {
      goals: [...touching.flatMap(({ goals }) => goals), part],
      slots: new Set([...touching.flatMap((cluster) => [...cluster.slots]), ...slots]),
    };
    clusters = [...clusters.filter((cluster) => !touching.includes(cluster)), joined];
  }
  return clusters.map(({ goals }) => goals);
}

/** The slot that most parts share, null when they share none. */
function sharedSlot(parts: readonly Goal[], choices: Choices): Slot | null {
  const seen = new Map<string, { slot: Slot; times: number }>();
  for (const part of parts)
    for (const [id, slot] of openSlots(part, choices)) seen.set(id, { slot, times: (seen.get(id)?.times ?? 0) + 1 });
  const most = [...seen.values()]
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times || (a.slot.id < b.slot.id ? -1 : 1))[0];
  return most?.slot ?? null;
}

/** The fewest records whose parts weigh enough: for each number of records, the heaviest set that it reaches. */
function reachBalance(goal: Balance, choices: Choices, problem: Problem): Plan | null {
  let reached: { weight: number; plan: Plan }[] = [{ weight: 0, plan: nothing }];
  for (const { goal: part, weight } of goal.parts) {
    const plan = reach(part, choices, problem);
    if (plan === null) continue;
    const added = reached.map((one) => ({ weight: one.weight + weight, plan: together([one.plan, plan]) }));
    reached = heaviest([...reached, ...added]);
  }
  return (
    reached
      .filter(({ weight }) => goal.enough(weight))
      .map(({ plan }) => plan)
      .sort(comparePlans)[0] ?? null
  );
}

function heaviest(sets: readonly { weight: number; plan: Plan }[]): { weight: number; plan: Plan }[] {
  const best = new Map<number, { weight: number; plan: Plan }>();
  for (const one of sets) {
    const other = best.get(one.plan.records);
    if (
      other === undefined ||
      one.weight > other.weight ||
      (one.weight === other.weight && comparePlans(one.plan, other.plan) < 0)
    )
      best.set(one.plan.records, one);
  }
  return [...best.values()];
}
