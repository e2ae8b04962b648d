import { findProgramme } from '@egide/content';
import { evaluateProgramme, ledgerOf, weighs } from '@egide/engines/rules';
import { answerLines, answerView } from '../facts/answer.ts';
import { needsOrganisation, readQuestion } from '../facts/question.ts';
import { EXIT, messagesOf, type Machine } from '../terminal.ts';

const USAGE = 'npx egide programmes evaluate ID --facts FACTS.json --at DATE [--organisation ID] [--json]';

/** Every objective of a programme, with its reasons. */
export async function programmesEvaluate(argv: readonly string[], machine: Machine): Promise<number> {
  const question = readQuestion(argv, machine, USAGE);
  if (typeof question === 'number') return question;
  const say = messagesOf('rules', machine.locale);
  const { content, what, at, json, facts } = question;
  const programme = findProgramme(content, what);
  if (programme === null) {
    machine.err(
      say('no-such-programme', { id: what.slice(0, 60), known: content.programmes.map(({ id }) => id).join(', ') }),
    );
    return EXIT.usage;
  }
  if (programme.objectives.some(({ when }) => needsOrganisation(question, weighs(when)))) {
    machine.err(say('say-organisation'));
    return EXIT.usage;
  }
  const whole = ledgerOf(facts, content.vocabulary);
  const answers = programme.objectives.flatMap((objective) =>
    evaluateProgramme(
      { id: programme.id, vocabulary: content.vocabulary, objectives: [objective] },
      weighs(objective.when) ? whole : question.ledger,
      at,
    ),
  );
  const titles = new Map(programme.objectives.map(({ id, title }) => [id, title[machine.locale]]));
  machine.out(
    json
      ? JSON.stringify({
          id: programme.id,
          call: programme.call,
          at: new Date(at).toISOString(),
          objectives: answers.map((answer) => ({
            id: answer.id,
            title: titles.get(answer.id),
            ...answerView(answer, { content, locale: machine.locale, at }),
          })),
        })
      : answers
          .flatMap((answer) => [
            `${answer.id}  ${titles.get(answer.id) ?? ''}`,
            ...answerLines(answer, { content, locale: machine.locale, at }).map((line) => `    ${line}`),
          ])
          .join('\n'),
  );
  return EXIT.done;
}
