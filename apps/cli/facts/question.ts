import { shippedContent, type Content } from '@egide/content';
import { ledgerOf, momentOf, type Fact, type Ledger } from '@egide/engines/rules';
import { argumentsOf, EXIT, type Machine, messagesOf } from '../terminal.ts';
import { readFactsFile, type FactFault } from './read-facts.ts';

/** What a pure command is asked: a rule or a reader, facts, a moment. */
export type Question = {
  readonly what: string;
  readonly content: Content;
  readonly facts: readonly Fact[];
  readonly ledger: Ledger;
  readonly at: number;
  readonly json: boolean;
};

const OPTIONS = {
  facts: { type: 'string' },
  at: { type: 'string' },
  organisation: { type: 'string' },
  json: { type: 'boolean' },
} as const;
/** Faults shown; more would hide the first. */
const SHOWN = 20;

/** Reads `WHAT --facts FILE --at DATE [--organisation ID] [--json]`; answers an exit code when it cannot. */
export function readQuestion(argv: readonly string[], machine: Machine, usage: string): Question | number {
  const say = messagesOf('rules', machine.locale);
  const refuse = (code: string, params: Readonly<Record<string, unknown>> = {}) => {
    machine.err(`${say(code, params)}\n${usage}`);
    return EXIT.usage;
  };
  const asked = argumentsOf(argv, OPTIONS);
  if (asked === null) return refuse('bad-arguments');
  const {
    values: { facts: file, at: day, organisation, json = false },
    positionals: [what, ...more],
  } = asked;
  if (what === undefined || more.length > 0 || file === undefined || day === undefined) return refuse('bad-arguments');
  const at = momentOf(day);
  if (at === null) return refuse('bad-moment', { day: day.slice(0, 40) });
  const content = shippedContent();
  const facts = readFactsFile(file, content.vocabulary);
  if (!facts.ok) return tellFaults(facts.error, file, machine);
  const owned =
    organisation === undefined ? facts.value : facts.value.filter((fact) => fact.organisation === organisation);
  return { what, content, facts: facts.value, ledger: ledgerOf(owned, content.vocabulary, organisation), at, json };
}

/** Each fault with its place, its cause and what to do. */
export function tellFaults(faults: readonly FactFault[], file: string, { err, locale }: Machine): number {
  const say = messagesOf('rules', locale);
  for (const { at, code, params } of faults.slice(0, SHOWN))
    err(`${file}${at === '' ? '' : ` ${at}`} : ${say(code, params)}`);
  if (faults.length > SHOWN) err(say('more-faults', { count: faults.length - SHOWN }));
  return EXIT.unreadable;
}

/** A file that speaks of several organisations must say whose answer is wanted, unless they are to be weighed together. */
export function needsOrganisation(question: Question, weighs: boolean): boolean {
  return !weighs && new Set(question.ledger.members.keys()).size > 1;
}
