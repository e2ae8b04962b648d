import { findFramework } from '@egide/content';
import { evaluateFramework, type Score } from '@egide/engines/rules';
import { needsOrganisation, readQuestion } from '../facts/question.ts';
import { EXIT, messagesOf, type Machine } from '../terminal.ts';

const USAGE = 'npx egide frameworks evaluate ID --facts FACTS.json --at DATE [--organisation ID] [--json]';

/** Level and coverage of a framework, by dimension and theme. */
export async function frameworksEvaluate(argv: readonly string[], machine: Machine): Promise<number> {
  const question = readQuestion(argv, machine, USAGE);
  if (typeof question === 'number') return question;
  const say = messagesOf('rules', machine.locale);
  const { content, what, at, json, ledger } = question;
  const [id = '', version] = what.split('@');
  const found = findFramework(content, id, version);
  if (found === null) {
    machine.err(
      say('no-such-framework', {
        id: what.slice(0, 60),
        known: content.frameworks.map(({ text }) => `${text.id}@${text.version}`).join(', '),
      }),
    );
    return EXIT.usage;
  }
  if (needsOrganisation(question, false)) {
    machine.err(say('say-organisation'));
    return EXIT.usage;
  }
  const score = evaluateFramework(found.framework, ledger, at);
  if (json) {
    machine.out(JSON.stringify(score));
    return EXIT.done;
  }
  const titles = new Map(
    found.text.dimensions.flatMap((dimension) =>
      [dimension, ...dimension.themes].map((one) => [one.id, one.title[machine.locale]] as const),
    ),
  );
  const decimal = new Intl.NumberFormat(machine.locale, { minimumFractionDigits: 1 });
  const line = ({ level, coverage }: Score, title: string) =>
    say(level === null ? 'level-unknown' : 'level', {
      title,
      level: level === null ? '' : decimal.format(level),
      ...coverage,
    });
  machine.out(
    [
      line(score, found.text.title[machine.locale]),
      ...score.dimensions.flatMap((dimension) => [
        line(dimension, `  ${dimension.id} ${titles.get(dimension.id)}`),
        ...dimension.themes.map((theme) => line(theme, `    ${theme.id} ${titles.get(theme.id)}`)),
      ]),
    ].join('\n'),
  );
  return EXIT.done;
}
