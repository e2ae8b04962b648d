import { judge, ledgerOf } from '@egide/engines/rules';
import { answerLines, answerView } from '../facts/answer.ts';
import { needsOrganisation, readQuestion } from '../facts/question.ts';
import { findTarget } from '../facts/target.ts';
import { EXIT, messagesOf, type Machine } from '../terminal.ts';

const USAGE = 'npx egide rules explain RULE.yaml|ID --facts FACTS.json --at DATE [--organisation ID] [--json]';

/** One verdict with everything that explains it. */
export async function rulesExplain(argv: readonly string[], machine: Machine): Promise<number> {
  const question = readQuestion(argv, machine, USAGE);
  if (typeof question === 'number') return question;
  const say = messagesOf('rules', machine.locale);
  const { content, what, at, json, facts } = question;
  const target = findTarget(what, content, question);
  if (target === null) {
    machine.err(say('no-such-rule', { id: what.slice(0, 60) }));
    return EXIT.usage;
  }
  if (!target.ok) {
    for (const { file, line, message } of target.error) machine.err(`${file}:${line} : ${message[machine.locale]}`);
    return EXIT.unreadable;
  }
  const { rule, weighs, indicator } = target.value;
  if (needsOrganisation(question, weighs)) {
    machine.err(say('say-organisation'));
    return EXIT.usage;
  }
  const answer = judge(rule, weighs ? ledgerOf(facts, content.vocabulary) : question.ledger, at);
  const settled = indicator && {
    id: indicator.id,
    state: indicator.state,
    level: indicator.level,
    computed: indicator.computed,
    declared: indicator.declared,
    contradiction: indicator.contradiction,
    changesAt: indicator.changesAt,
  };
  machine.out(
    json
      ? JSON.stringify({
          ...answerView(answer, { content, locale: machine.locale, at }),
          ...(settled && { indicator: settled }),
        })
      : answerLines(answer, { content, locale: machine.locale, at }).join('\n'),
  );
  return EXIT.done;
}
