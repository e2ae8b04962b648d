import type { Verdict } from './answer.ts';
import type { Reading } from './leaves/leaf.ts';
import type { Node } from './node.ts';
import { findings, verdictOf, weigh } from './verdict.ts';

/** The first later instant at which any leaf below may say otherwise; Infinity when none ever will. */
export function nextLook(node: Node, reading: Reading): number {
  switch (node.kind) {
    case 'leaf':
      return Math.min(Infinity, ...findings(node, reading).map(({ finding }) => finding.next));
    case 'not':
      return nextLook(node.part, reading);
    case 'group':
      return Math.min(...node.parts.map((part) => nextLook(part, reading)));
    case 'coverage': {
      const { next, weighed } = weigh(node, reading);
      return Math.min(next, ...weighed.map((one) => nextLook(node.part, one.reading)));
    }
  }
}

/** First instant after `at` at which the verdict differs if nothing more is recorded; null if never. */
export function changesAt(node: Node, reading: Reading, now: Verdict): number | null {
  for (let at = nextLook(node, reading); at < Infinity;) {
    const then = { ...reading, at };
    if (verdictOf(node, then) !== now) return at;
    at = nextLook(node, then);
  }
  return null;
}
