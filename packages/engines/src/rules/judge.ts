import { toInstant } from '@egide/kernel/days';
import { changesAt } from './ahead.ts';
import type { Answer, Verdict } from './answer.ts';
import { changesFor } from './changes/index.ts';
import type { Fact } from './fact.ts';
import { ledgerOf, type Ledger } from './ledger.ts';
import type { Reading } from './leaves/leaf.ts';
import type { Rule } from './node.ts';
import { becauseOf, failingOf, reasonOf } from './reasons.ts';
import { verdictOf } from './verdict.ts';

const isLedger = (facts: Ledger | readonly Fact[]): facts is Ledger => 'byKey' in facts;

/** Facts collected after `at` (milliseconds since 1970) do not exist for the answer. */
export const readingOf = (rule: Pick<Rule, 'vocabulary'>, facts: Ledger | readonly Fact[], at: number): Reading => ({
  at,
  horizon: at,
  ledger: isLedger(facts) ? facts : ledgerOf(facts, rule.vocabulary),
});

/**
 * The one function that answers for levels, objectives, gates and indicators: met, not met, unknown or expired at `at`
 * (milliseconds since 1970; `momentOf` reads a day as its whole day in Paris), with its reasons.
 * Pass a ledger made once by `ledgerOf` when many rules read the same facts.
 */
export function judge(rule: Rule, facts: Ledger | readonly Fact[], at: number): Answer {
  const reading = readingOf(rule, facts, at);
  const reasons = reasonOf(rule.root, reading);
  const change = changesAt(rule.root, reading, reasons.verdict);
  return {
    verdict: reasons.verdict,
    because: becauseOf(reasons),
    failing: failingOf(reasons),
    wouldMakeTrue: reasons.verdict === 'met' ? [] : changesFor(rule.root, reading),
    changesAt: change === null ? null : toInstant(change),
    reasons,
  };
}

/** The verdict alone, for counting over many organisations. */
export const verdict = (rule: Rule, facts: Ledger | readonly Fact[], at: number): Verdict =>
  verdictOf(rule.root, readingOf(rule, facts, at));
