import { kthGreatest, negated, rank, smallest } from './chain.ts';
import type { Verdict } from './answer.ts';
import { compareEntries, lastEntry, type Ledger, type Subject } from './ledger.ts';
import { silent, type Finding, type Leaf, type Reading } from './leaves/leaf.ts';
import type { Coverage, Group, Node } from './node.ts';

export type SubjectFinding = { readonly subject: Subject; readonly finding: Finding };

/** The verdict alone, the fast way: a group stops as soon as its answer is certain. */
export function verdictOf(node: Node, reading: Reading): Verdict {
  switch (node.kind) {
    case 'leaf':
      return leafVerdict(node, reading);
    case 'not':
      return negated(verdictOf(node.part, reading));
    case 'coverage':
      return weigh(node, reading).verdict;
    case 'group':
      return groupVerdict(node, reading);
  }
}

function groupVerdict(group: Group, reading: Reading): Verdict {
  if (group.op === 'atLeastOf')
    return kthGreatest(
      group.parts.map((part) => verdictOf(part, reading)),
      group.need,
    );
  const [end, better] = group.op === 'all' ? (['not-met', -1] as const) : (['met', 1] as const);
  let verdict: Verdict = group.op === 'all' ? 'met' : 'not-met';
  for (const part of group.parts) {
    const other = verdictOf(part, reading);
    if (better * (rank(other) - rank(verdict)) > 0) verdict = other;
    if (verdict === end) return verdict;
  }
  return verdict;
}

/** What the leaf may read: each thing the facts are about, or everything together where it counts observations. */
export function subjectsOf(leaf: Leaf, ledger: Ledger): readonly Subject[] {
  const subjects = ledger.byKey.get(leaf.key.key) ?? [];
  if (!leaf.together || subjects.length < 2) return subjects;
  const entries = subjects.flatMap((subject) =>
    subject.entries.filter((entry, i) => subject.entries[i + 1]?.collected !== entry.collected),
  );
  return [
    {
      organisation: ledger.organisation,
      about: { kind: 'entity', id: ledger.organisation },
      entries: entries.sort(compareEntries),
    },
  ];
}

export function findings(leaf: Leaf, reading: Reading): SubjectFinding[] {
  return subjectsOf(leaf, reading.ledger).flatMap((subject) => {
    const finding = leaf.find(subject, reading);
    return finding === null ? [] : [{ subject, finding }];
  });
}

function leafVerdict(leaf: Leaf, reading: Reading): Verdict {
  const subjects = subjectsOf(leaf, reading.ledger);
  // The common case, without a list: one subject.
  if (subjects.length === 0) return 'unknown';
  if (subjects.length === 1 && subjects[0] !== undefined) return leaf.find(subjects[0], reading)?.verdict ?? 'unknown';
  return combine(leaf, findings(leaf, reading), reading).verdict;
}

/** The verdict of the leaf over its subjects, by its reading; `next` is the soonest of theirs. */
export function combine(leaf: Leaf, found: readonly SubjectFinding[], { horizon }: Reading): Finding {
  const next = Math.min(Infinity, ...found.map(({ finding }) => finding.next));
  if (found.length === 0) return silent;
  if (leaf.read === 'latest') {
    return { ...found.reduce((a, b) => (isLater(b, a, horizon) ? b : a)).finding, next };
  }
  const verdicts = found.map(({ finding }) => finding.verdict);
  const verdict = leaf.read === 'any' ? kthGreatest(verdicts, 1) : smallest(verdicts);
  return {
    verdict,
    entries: found.filter(({ finding }) => finding.verdict === verdict).flatMap(({ finding }) => finding.entries),
    next,
  };
}

export function isLater(a: SubjectFinding, b: SubjectFinding, horizon: number): boolean {
  const [one, other] = [lastEntry(a.subject, horizon), lastEntry(b.subject, horizon)];
  return one !== null && other !== null && compareEntries(one, other) > 0;
}

/** One organisation in the balance; weight null when no valid fact gives it. */
export type Weighed = {
  readonly organisation: string;
  readonly verdict: Verdict;
  readonly weight: number | null;
  readonly reading: Reading;
};

/** `coverage`: the share of the weight for which the part is met, at least and at most, each unknown counted for nothing and then for all. */
export function weigh(
  node: Coverage,
  reading: Reading,
): { verdict: Verdict; weighed: readonly Weighed[]; next: number } {
  const { ledger, at, horizon } = reading;
  let next = Infinity;
  const weighed = [...ledger.members].map(([organisation, member]): Weighed => {
    const own = { at, horizon, ledger: member() };
    const entry = (own.ledger.byKey.get(node.weight) ?? [])
      .flatMap((subject) => lastEntry(subject, horizon, (one) => one.says && one.until >= at) ?? [])
      .filter(({ fact }) => fact.about.kind === 'entity')
      .at(-1);
    next = Math.min(next, entry === undefined ? Infinity : entry.until + 1);
    return {
      organisation,
      verdict: verdictOf(node.part, own),
      weight: entry === undefined ? null : Number(entry.value),
      reading: own,
    };
  });
  return {
    verdict: balance(weighed, node.share),
    weighed: weighed.sort((a, b) => (a.organisation < b.organisation ? -1 : 1)),
    next,
  };
}

function balance(weighed: readonly Weighed[], share: number): Verdict {
  const sum = (verdicts: readonly Verdict[]) =>
    weighed.reduce((total, one) => total + (verdicts.includes(one.verdict) ? (one.weight ?? 0) : 0), 0);
  const total = sum(['met', 'unknown', 'expired', 'not-met']);
  const unweighed = weighed.filter(({ weight }) => weight === null);
  const reaches = (part: number) => part * 100 >= share * total;
  if (weighed.length === 0) return 'unknown';
  if (weighed.every(({ verdict }) => verdict === 'met')) return 'met';
  if (weighed.every(({ verdict }) => verdict === 'not-met')) return 'not-met';
  // An organisation of unknown weight may weigh nothing or everything.
  if (total > 0 && unweighed.every(({ verdict }) => verdict === 'met') && reaches(sum(['met']))) return 'met';
  if (
    total > 0 &&
    unweighed.every(({ verdict }) => verdict === 'not-met') &&
    !reaches(sum(['met', 'unknown', 'expired']))
  )
    return 'not-met';
  return 'unknown';
}
