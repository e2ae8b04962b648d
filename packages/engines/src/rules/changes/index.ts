import { toInstant } from '@egide/kernel/days';
import type { Change, Wanted } from '../answer.ts';
import type { Fact } from '../fact.ts';
import type { Reading } from '../leaves/leaf.ts';
import { entryOf, type Ledger } from '../ledger.ts';
import type { Node } from '../node.ts';
import { goalOf, type Literal } from './goal.ts';
import { subjectIn, withRecords, type Option } from './option.ts';
import { solve } from './solve.ts';

/** The fewest records that would make the condition met at this moment; null when no record can, as when two parts contradict each other. */
export function changesFor(node: Node, reading: Reading): readonly Change[] | null {
  const plan = solve(goalOf(node, 'met', reading));
  return (
    plan &&
    [...plan.options]
      .sort((a, b) => (a.slot.id < b.slot.id ? -1 : 1))
      .flatMap((option) => changesOf(option, plan.counts))
  );
}

/**
 * The ledger as it would be with these changes recorded (trust `verified`), without indexing its facts again. What `coverage`
 * weighs is the facts of each member as they were: it is not for conditions over several organisations.
 */
export function withChanges(ledger: Ledger, changes: readonly Change[]): Ledger {
  return withRecords(
    ledger,
    changes.flatMap(({ key: name, about, organisation, value, collected, unit }, i) => {
      const key = ledger.vocabulary.get(name);
      const fact: Fact = {
        id: `change-${i}`,
        key: name,
        value,
        about,
        organisation,
        collected,
        trust: 'verified',
        recorded: Number.MAX_SAFE_INTEGER,
        ...(unit === undefined ? {} : { unit }),
      };
      return key === undefined ? [] : [{ slot: { key, about, organisation }, entries: [entryOf(fact, key)] }];
    }),
  );
}

function changesOf({ slot, value, entries, renew }: Option, counts: readonly Literal[]): Change[] {
  const wanted = wantedOf(slot.id, counts);
  return entries.map(({ collected }): Change => ({
    key: slot.key.key,
    about: slot.about,
    organisation: slot.organisation,
    value,
    ...(slot.key.unit !== undefined && { unit: slot.key.unit }),
    wanted,
    renew,
    collected: toInstant(collected),
  }));
}

/** What all the leaves that count on this slot want of it together. */
function wantedOf(slot: string, counts: readonly Literal[]): Wanted {
  return counts
    .filter(({ changeable }) => changeable[0]?.id === slot)
    .map(({ leaf, want, reading, changeable: [main] }) =>
      main === undefined ? {} : (leaf.attempts(want, subjectIn(reading, main), reading)[0]?.wanted ?? {}),
    )
    .reduce(both, {});
}

function both(a: Wanted, b: Wanted): Wanted {
  const most = <T extends number | string>(x: T | undefined, y: T | undefined) =>
    x === undefined ? y : y === undefined || x >= y ? x : y;
  const least = <T extends number | string>(x: T | undefined, y: T | undefined) =>
    x === undefined ? y : y === undefined || x <= y ? x : y;
  const oneOf = a.oneOf && b.oneOf ? a.oneOf.filter((value) => b.oneOf?.includes(value)) : (a.oneOf ?? b.oneOf);
  const noneOf = a.noneOf || b.noneOf ? [...new Set([...(a.noneOf ?? []), ...(b.noneOf ?? [])])] : undefined;
  const all = {
    oneOf,
    noneOf,
    atLeast: most(a.atLeast, b.atLeast),
    atMost: least(a.atMost, b.atMost),
    above: most(a.above, b.above),
    below: least(a.below, b.below),
    from: most(a.from, b.from),
    to: least(a.to, b.to),
  };
  // Safe: what is absent is taken out, the rest keeps its type.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Wanted;
}
