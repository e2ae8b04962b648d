import { findChromium } from './browser.ts';
import { reportOf, type Suite } from './reports.ts';
import { byNode, lineOf, runStep, type Outcome } from './steps.ts';

/*
 * The whole suite: unit and database tests, then the browser where there is one. Without a Chromium the browser tests are
 * named as skipped with the command that installs one; with CI=true or --must-e2e that is a failure. Further arguments go to vitest.
 */
const INSTALL = 'apt-get install chromium';
const VITEST = 'node_modules/vitest/vitest.mjs';

const given = process.argv.slice(2);
const must = given.includes('--must-e2e') || process.env['CI'] === 'true';
const filters = given.filter((argument) => argument !== '--must-e2e');
const chromium = findChromium(process.env);

const projects = (...names: string[]): string[] => names.flatMap((name) => ['--project', name]);
const some = filters.length > 0 ? ['--passWithNoTests'] : [];

/** Runs vitest, and leaves beside the compiler's cache what ran: docs/promises.md is held against it. */
const vitest = (suite: Suite, ...rest: string[]): string[] =>
  byNode(
    VITEST,
    'run',
    ...rest,
    ...some,
    ...filters,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(suite)}`,
  );

async function suite(): Promise<boolean> {
  const outcomes: Outcome[] = [
    await runStep({ name: 'unit and database tests', command: vitest('quick', ...projects('unit', 'db')) }, true),
  ];
  if (chromium !== null) {
    outcomes.push(
      await runStep(
        { name: 'browser tests', command: vitest('browser', ...projects('e2e')), environment: { CHROMIUM: chromium } },
        true,
      ),
    );
  }
  console.log('');
  for (const outcome of outcomes) console.log(lineOf(outcome));
  if (chromium === null)
    console.log(
      `${must ? 'NOT' : '-- '} browser tests: ${must ? 'no Chromium found' : 'skipped'}; install one with \`${INSTALL}\`, or name it in CHROMIUM`,
    );
  return outcomes.every(({ ok }) => ok) && (chromium !== null || !must);
}

process.exitCode = (await suite()) ? 0 : 1;
