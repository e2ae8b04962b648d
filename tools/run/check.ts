import { byNode, lineOf, runStep, type Outcome, type Step } from './steps.ts';

/*
 * The daily habit, within a minute on two cores: format, types, lint, walls, unit tests. Two lanes run beside each other;
 * the output of what fails is shown at the end, and nothing else.
 */
const lanes: readonly (readonly Step[])[] = [
  [
    {
      name: 'format',
      command: byNode('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
    },
    { name: 'types', command: byNode('node_modules/@typescript/native/bin/tsc', '-b') },
    { name: 'lint', command: byNode('node_modules/oxlint/bin/oxlint', '--deny-warnings') },
    { name: 'walls', command: byNode('tools/walls/run.mjs') },
  ],
  [
    {
      name: 'unit tests',
      command: byNode('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter=dot'),
    },
  ],
];

async function runLane(lane: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of lane) {
    const outcome = await runStep({ ...step, environment: { NO_COLOR: '1' } });
    console.log(lineOf(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

// The messages are compiled first: types and tests of the web app read them.
const messages = await runStep({ name: 'messages', command: byNode('tools/build-web.mjs', '--messages') });
console.log(lineOf(messages));
const outcomes = [messages, ...(await Promise.all(lanes.map(runLane))).flat()];
const failed = outcomes.filter(({ ok }) => !ok);
for (const { name, output } of failed) console.log(`\n== ${name} ==\n${output.trimEnd()}`);
console.log(failed.length === 0 ? '\nAll is well.' : `\nNot well: ${failed.map(({ name }) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
