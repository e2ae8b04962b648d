import { dayOf, parisDayNumber, toInstant } from '@egide/kernel/days';
import type { Fact, FactValue } from '../fact.ts';
import { compareEntries, entryOf, type Entry, type Ledger, type Subject, subjectId } from '../ledger.ts';
import type { Attempt } from '../leaves/attempt.ts';
import type { Reading } from '../leaves/leaf.ts';
import { combine, findings, subjectsOf } from '../verdict.ts';
import type { Literal, Slot } from './goal.ts';

/** Records of one value in one slot; `renew` when the value is the one already there. */
export type Option = {
  readonly slot: Slot;
  readonly value: FactValue;
  readonly entries: readonly Entry[];
  readonly renew: boolean;
};
/** What has been decided for slots: an option, or null to leave it as it is. */
export type Choices = ReadonlyMap<string, Option | null>;

/** Entries of one key about one thing of one owner. */
export type Records = {
  readonly slot: Pick<Slot, 'key' | 'organisation' | 'about'>;
  readonly entries: readonly Entry[];
};

/** Whether facts about this subject stand in this slot, their key apart. */
const isOf = (slot: Pick<Slot, 'organisation' | 'about'>, { organisation, about }: Subject): boolean =>
  subjectId(organisation, about) === subjectId(slot.organisation, slot.about);

/** The ledger as it would be once the chosen records are made. */
export function withRecords(ledger: Ledger, options: readonly Records[]): Ledger {
  if (options.length === 0) return ledger;
  const byKey = new Map(ledger.byKey);
  for (const { slot, entries } of options) {
    const subjects = byKey.get(slot.key.key) ?? [];
    const before = subjects.find((subject) => isOf(slot, subject));
    const after: Subject = {
      organisation: slot.organisation,
      about: slot.about,
      entries: [...(before?.entries ?? []), ...entries].sort(compareEntries),
    };
    byKey.set(
      slot.key.key,
      before === undefined ? [...subjects, after] : subjects.map((subject) => (subject === before ? after : subject)),
    );
  }
  return { ...ledger, byKey };
}

/** Whether the leaf is where it is wanted once the choices on what it reads are made; what is not decided stays as it is. */
export function holds({ leaf, want, reading, subject, touched }: Literal, choices: Choices): boolean {
  const options = [...new Map(touched.map((slot) => [slot.id, choices.get(slot.id) ?? null])).values()].filter(
    (option) => option !== null,
  );
  const after = { ...reading, ledger: withRecords(reading.ledger, options) };
  if (subject === null) return combine(leaf, findings(leaf, after), after).verdict === want;
  const found = subjectsOf(leaf, after.ledger).find((one) => isOf(subject, one));
  return found !== undefined && leaf.find(found, after)?.verdict === want;
}

/** Every record of this slot that one of the leaves reading it could ask for, without those that another beats in all respects. */
export function optionsOf(slot: Slot, literals: readonly Literal[]): Option[] {
  const asking = literals.filter(({ changeable }) => changeable.some(({ id }) => id === slot.id));
  const [first] = asking;
  if (first === undefined) return [];
  const attempts = asking.flatMap((literal) => attemptsOn(slot, literal));
  const stated = attempts.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const present = slot.now?.says === true ? [slot.now.value] : [];
  const values = [
    ...new Set([...present, ...stated, ...(stated.length + present.length === 0 ? [sample(slot, first.reading)] : [])]),
  ];
  const times = [...new Map(attempts.map((attempt) => [attempt.times.join(), attempt.times])).values()].filter(
    (list) => list.length > 0,
  );
  const options = values.flatMap((value) => times.map((list) => optionAt(slot, value, list)));
  return best(
    options,
    literals.filter(({ touched }) => touched.some(({ id }) => id === slot.id)),
  );
}

/** The records that a leaf would have in its own slot, or the date that would end its waiting in the slot of another key. */
function attemptsOn(slot: Slot, { leaf, want, reading, subject, changeable }: Literal): Attempt[] {
  if (changeable[0]?.id === slot.id) return leaf.attempts(want, subjectIn(reading, subject ?? slot), reading);
  const main = changeable[0]?.now?.value;
  const today = dayOf(parisDayNumber(reading.at));
  return [...(typeof main === 'string' ? [main] : []), today].map((value) => ({
    value,
    wanted: {},
    times: [reading.at],
  }));
}

export function subjectIn({ ledger }: Reading, slot: Slot): Subject {
  const found = (ledger.byKey.get(slot.key.key) ?? []).find((one) => isOf(slot, one));
  return found ?? { organisation: slot.organisation, about: slot.about, entries: [] };
}

/** Of two proposed records of the same instant, the one later in the order of slots counts last, as when the list is recorded in its order. */
function optionAt(slot: Slot, value: FactValue, times: readonly number[]): Option {
  const entries = times.map((time) => {
    const fact: Fact = {
      id: slot.id,
      key: slot.key.key,
      value,
      about: slot.about,
      organisation: slot.organisation,
      collected: toInstant(time),
      trust: 'verified',
      recorded: Number.MAX_SAFE_INTEGER,
    };
    return entryOf(fact, slot.key);
  });
  return { slot, value, entries, renew: slot.now?.says === true && slot.now.value === value };
}

/** Some value of the key, where any will do. */
function sample({ key }: Slot, { at }: Reading): FactValue {
  switch (key.type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return key.min ?? 0;
    case 'date':
      return dayOf(parisDayNumber(at));
    case 'enum':
      return key.values?.[0]?.value ?? '';
    case 'text':
      return '…';
  }
}

type Weighed = { readonly option: Option; readonly does: readonly boolean[]; readonly shows: readonly string[] };

/** Drops an option when another, no dearer, does all that it does, and shows the same to the leaves that read other slots too. */
function best(options: readonly Option[], literals: readonly Literal[]): Option[] {
  const alone = literals.filter(({ touched }) => touched.length === 1);
  const mixed = literals.filter(({ touched }) => touched.length > 1);
  let kept: Weighed[] = [];
  for (const option of options) {
    const one = {
      option,
      does: alone.map((literal) => holds(literal, new Map([[option.slot.id, option]]))),
      shows: mixed.map((literal) => shown(option, literal)),
    };
    if (kept.some((other) => beats(other, one))) continue;
    kept = [...kept.filter((other) => !beats(one, other)), one];
  }
  const nothing = alone.map((literal) => holds(literal, new Map()));
  return kept
    .filter(({ does }) => mixed.length > 0 || does.some((good, i) => good && nothing[i] !== true))
    .map(({ option }) => option);
}

const beats = (a: Weighed, b: Weighed): boolean =>
  a.option.entries.length <= b.option.entries.length &&
  (a.option.renew || !b.option.renew) &&
  b.does.every((good, i) => !good || a.does[i] === true) &&
  a.shows.every((shows, i) => shows === b.shows[i]);

/** What a leaf that reads several slots can see of an option: of its own key, when it was collected and the verdict it gives; of another, the date. */
function shown({ slot, value, entries }: Option, { leaf, subject, reading }: Literal): string {
  const times = entries.map(({ collected }) => collected).join();
  if (subject !== null || slot.key.key !== leaf.key.key) return `${times} ${value}`;
  if (leaf.together) return times;
  const before = subjectIn(reading, slot);
  return `${times} ${leaf.find({ ...before, entries: [...before.entries, ...entries].sort(compareEntries) }, reading)?.verdict}`;
}
