import { toInstant, type Instant } from '@egide/kernel/days';
import type { Evidence, Failing, Reason, SubjectReason, Verdict } from './answer.ts';
import { kthGreatest, negated } from './chain.ts';
import type { Fact } from './fact.ts';
import type { Entry } from './ledger.ts';
import type { Leaf, Reading } from './leaves/leaf.ts';
import type { Coverage, Group, Node } from './node.ts';
import { combine, findings, isLater, weigh, type SubjectFinding } from './verdict.ts';

const instantOf = (ms: number): Instant | null => (Number.isFinite(ms) ? toInstant(ms) : null);
const evidenceOf = (entry: Entry): Evidence => ({ fact: entry.fact, validUntil: instantOf(entry.until) });

/** A part decides when its parent does and its verdict is the one that its parent took from it. */
type Context = { readonly reading: Reading; readonly deciding: boolean };

/** The tree of reasons; the same verdicts as `verdictOf`, with nothing left out. */
export function reasonOf(node: Node, reading: Reading): Reason {
  return mark(explain(node, { reading, deciding: true }), true);
}

function explain(node: Node, cx: Context): Reason {
  switch (node.kind) {
    case 'leaf':
      return leafReason(node, cx.reading);
    case 'coverage':
      return coverageReason(node, cx.reading);
    case 'not': {
      const child = explain(node.part, cx);
      return {
        op: 'not',
        path: node.path,
        verdict: negated(child.verdict),
        deciding: false,
        children: [child],
        subjects: [],
      };
    }
    case 'group':
      return groupReason(node, cx);
  }
}

function groupReason(node: Group, cx: Context): Reason {
  const children = node.parts.map((part) => explain(part, cx));
  const verdict = kthGreatest(
    children.map((child) => child.verdict),
    node.need,
  );
  return {
    op: node.op,
    path: node.path,
    verdict,
    deciding: false,
    children,
    subjects: [],
    ...(node.op === 'atLeastOf' && { count: node.need }),
  };
}

function leafReason(leaf: Leaf, reading: Reading): Reason {
  const found = findings(leaf, reading);
  const { verdict } = combine(leaf, found, reading);
  const chosen = decidingSubjects(leaf, found, { verdict, horizon: reading.horizon });
  const subjects = found.map((one): SubjectReason => ({
    about: one.subject.about,
    organisation: one.subject.organisation,
    verdict: one.finding.verdict,
    deciding: chosen.includes(one),
    evidence: one.finding.entries.map(evidenceOf),
  }));
  return { op: leaf.op, path: leaf.path, verdict, deciding: false, children: [], leaf: leaf.spec, subjects };
}

/** The subjects whose verdict is the one of the leaf; for `latest` and `worst`, one of them. */
function decidingSubjects(
  leaf: Leaf,
  found: readonly SubjectFinding[],
  { verdict, horizon }: { verdict: Verdict; horizon: number },
): readonly SubjectFinding[] {
  if (found.length < 2) return found;
  if (leaf.read === 'latest') return [found.reduce((a, b) => (isLater(b, a, horizon) ? b : a))];
  const same = found.filter(({ finding }) => finding.verdict === verdict);
  return leaf.read === 'worst' ? [...same].sort((a, b) => worse(leaf, a, b)).slice(0, 1) : same;
}

function worse(leaf: Leaf, a: SubjectFinding, b: SubjectFinding): number {
  const [one, other] = [a.finding.entries[0], b.finding.entries[0]];
  return one === undefined || other === undefined ? 0 : (leaf.worseFirst?.(one, other) ?? 0);
}

function coverageReason(node: Coverage, reading: Reading): Reason {
  const { verdict, weighed } = weigh(node, reading);
  const subjects = weighed.map((one): SubjectReason => ({
    about: { kind: 'entity', id: one.organisation },
    organisation: one.organisation,
    verdict: one.verdict,
    deciding: one.verdict === 'met' ? verdict === 'met' : verdict !== 'met',
    evidence: [],
  }));
  const children = weighed.map((one) => explain(node.part, { reading: one.reading, deciding: false }));
  return { op: 'coverage', path: node.path, verdict, deciding: false, children, leaf: node.spec, subjects };
}

function mark(reason: Reason, deciding: boolean): Reason {
  const children = reason.children.map((child, i) => mark(child, deciding && childDecides(reason, child, i)));
  return {
    ...reason,
    deciding,
    children,
    subjects: reason.subjects.map((subject) => ({ ...subject, deciding: deciding && subject.deciding })),
  };
}

function childDecides(parent: Reason, child: Reason, at: number): boolean {
  if (parent.op === 'not') return true;
  return parent.op === 'coverage' ? parent.subjects[at]?.deciding === true : child.verdict === parent.verdict;
}

/** The leaves of the branches that decide. */
function* decidingLeaves(reason: Reason, isNegated: boolean): Generator<{ leaf: Reason; negated: boolean }> {
  if (!reason.deciding) return;
  if (reason.children.length === 0 || reason.op === 'coverage') yield { leaf: reason, negated: isNegated };
  for (const child of reason.children) yield* decidingLeaves(child, reason.op === 'not' ? !isNegated : isNegated);
}

/** The observations that decided, each once, in the order of the condition. */
export function becauseOf(reason: Reason): Fact[] {
  const leaves = [...decidingLeaves(reason, false)];
  return [
    ...new Set(
      leaves.flatMap(({ leaf }) =>
        leaf.subjects.filter((subject) => subject.deciding).flatMap(({ evidence }) => evidence.map(({ fact }) => fact)),
      ),
    ),
  ];
}

/** The leaves that hold the answer back; none when it is met. */
export function failingOf(reason: Reason): Failing[] {
  if (reason.verdict === 'met') return [];
  return [...decidingLeaves(reason, false)].flatMap(({ leaf, negated: contrary }) =>
    leaf.leaf === undefined
      ? []
      : [
          {
            path: leaf.path,
            leaf: leaf.leaf,
            verdict: leaf.verdict,
            negated: contrary,
            about: leaf.subjects.filter((subject) => subject.deciding).map(({ about }) => about),
          },
        ],
  );
}
