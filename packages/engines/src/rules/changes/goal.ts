import type { About } from '../fact.ts';
import { compareEntries, lastEntry, subjectId, type Entry, type Ledger, type Subject } from '../ledger.ts';
import type { Leaf, Reading, Want } from '../leaves/leaf.ts';
import type { Coverage, Group, Node } from '../node.ts';
import { subjectsOf, weigh } from '../verdict.ts';
import type { KeyEntry } from '../vocabulary.ts';

/** One place where facts may be recorded: a key, about one thing, of one owner. */
export type Slot = {
  readonly id: string;
  readonly key: KeyEntry;
  readonly organisation: string;
  readonly about: About;
  readonly now: Entry | null;
};

/** A leaf that must be met, or must be not met; for one of its subjects, or for all it reads (`subject` null). */
export type Literal = {
  readonly kind: 'literal';
  readonly leaf: Leaf;
  readonly want: Want;
  readonly reading: Reading;
  readonly subject: Slot | null;
  /** Where a record may be proposed for it, and everything that it reads. */
  readonly changeable: readonly Slot[];
  readonly touched: readonly Slot[];
};

/** So many of the parts are to be reached. */
export type Need = { readonly kind: 'need'; readonly need: number; readonly parts: readonly Goal[] };
/** Parts of enough weight together are to be reached. */
export type Balance = {
  readonly kind: 'balance';
  readonly enough: (weight: number) => boolean;
  readonly parts: readonly { readonly goal: Goal; readonly weight: number }[];
};
export type Goal = Literal | Need | Balance;

/** The subject of a key that the ledger knows nothing about yet. */
export const NEW = 'new';

export const slotId = (key: string, organisation: string, about: About): string =>
  `${key}\u0000${subjectId(organisation, about)}`;

/**
 * What must hold of the leaves for a condition to be met, or to be not met: a condition is met when enough parts are,
 * and not met when so many are not met that enough cannot be more than that.
 */
export function goalOf(node: Node, want: Want, reading: Reading): Goal {
  switch (node.kind) {
    case 'leaf':
      return leafGoal(node, want, reading);
    case 'not':
      return goalOf(node.part, want === 'met' ? 'not-met' : 'met', reading);
    case 'coverage':
      return coverageGoal(node, want, reading);
    case 'group':
      return groupGoal(node, want, reading);
  }
}

const needOf = (need: number, parts: readonly Goal[]): Goal => {
  const [only] = parts;
  if (parts.length === 1 && need === 1 && only !== undefined) return only;
  // A list of all inside a list of all is one list: parts that share a fact then meet.
  const flat =
    need === parts.length
      ? parts.flatMap((part) => (part.kind === 'need' && part.need === part.parts.length ? part.parts : [part]))
      : parts;
  return { kind: 'need', need: need === parts.length ? flat.length : need, parts: flat };
};

function groupGoal(group: Group, want: Want, reading: Reading): Goal {
  return needOf(
    want === 'met' ? group.need : group.parts.length - group.need + 1,
    group.parts.map((part) => goalOf(part, want, reading)),
  );
}

function leafGoal(leaf: Leaf, want: Want, reading: Reading): Goal {
  const slots = slotsOf(leaf, reading);
  if (leaf.together || (leaf.read === 'latest' && slots.length > 1))
    return literal(leaf, want, { reading, subject: null, slots, changeable: [latest(slots)] });
  const each = slots.map((slot) => literal(leaf, want, { reading, subject: slot, slots: [slot], changeable: [slot] }));
  const one = (leaf.read === 'any') === (want === 'met');
  return needOf(one ? 1 : each.length, each);
}

function literal(
  leaf: Leaf,
  want: Want,
  {
    reading,
    subject,
    slots,
    changeable,
  }: { reading: Reading; subject: Slot | null; slots: readonly Slot[]; changeable: readonly Slot[] },
): Literal {
  const references = leaf.refersTo.flatMap((key) => referenceSlot(key, reading) ?? []);
  // A date that others refer to is given; only a silent one that holds the answer back may be asked for.
  const asked = leaf.op === 'within' ? references.filter(({ now }) => now === null) : [];
  return {
    kind: 'literal',
    leaf,
    want,
    reading,
    subject,
    changeable: [...changeable, ...asked],
    touched: [...slots, ...references],
  };
}

function referenceSlot(key: string, { ledger, horizon }: Reading): Slot | null {
  const entry = ledger.vocabulary.get(key);
  return entry === undefined
    ? null
    : (ledger.byKey.get(key)?.map((subject) => slotOf(entry, subject, horizon))[0] ?? emptySlot(entry, ledger));
}

const slotOf = (key: KeyEntry, subject: Subject, horizon: number): Slot => ({
  id: slotId(key.key, subject.organisation, subject.about),
  key,
  organisation: subject.organisation,
  about: subject.about,
  now: lastEntry(subject, horizon),
});

function emptySlot(key: KeyEntry, { organisation }: Ledger): Slot {
  const [first = 'entity'] = key.about;
  const about: About = key.about.includes('entity') ? { kind: 'entity', id: organisation } : { kind: first, id: NEW };
  return { id: slotId(key.key, organisation, about), key, organisation, about, now: null };
}

/** The subjects that exist for the leaf; when there is none, the one that a first record would make. */
function slotsOf(leaf: Leaf, reading: Reading): readonly Slot[] {
  const subjects = leaf.together ? (reading.ledger.byKey.get(leaf.key.key) ?? []) : subjectsOf(leaf, reading.ledger);
  const slots = subjects.map((subject) => slotOf(leaf.key, subject, reading.horizon)).filter(({ now }) => now !== null);
  return slots.length > 0 ? slots : [emptySlot(leaf.key, reading.ledger)];
}

/** The subject whose fact was collected last: a new record of it stays the latest. */
const latest = (slots: readonly Slot[]): Slot =>
  slots.reduce((a, b) => (a.now === null || (b.now !== null && compareEntries(b.now, a.now) > 0) ? b : a));

/** Organisations of unknown weight must all be reached; the others, until their weight is enough. */
function coverageGoal(node: Coverage, want: Want, reading: Reading): Goal {
  const { weighed } = weigh(node, reading);
  const parts = weighed.map((one) => ({ goal: goalOf(node.part, want, one.reading), weight: one.weight }));
  const total = parts.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const must = parts.filter(({ weight }) => weight === null || total === 0).map(({ goal }) => goal);
  const known = parts.flatMap(({ goal, weight }) => (weight === null || total === 0 ? [] : [{ goal, weight }]));
  const enough = (weight: number) =>
    want === 'met' ? weight * 100 >= node.share * total : (total - weight) * 100 < node.share * total;
  return needOf(must.length + (known.length > 0 ? 1 : 0), [
    ...must,
    ...(known.length > 0 ? [{ kind: 'balance', enough, parts: known } as const] : []),
  ]);
}
