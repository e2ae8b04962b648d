import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRan } from '../run/reports.ts';
import { lineOf, runStep } from '../run/steps.ts';
import { judgeCommands, judgeTests } from './judge.ts';
import { readPromises, type Proof } from './read.ts';

/*
 * Holds docs/promises.md against what the last `npm test` ran. With --run, runs the commands it names as well:
 * those of the suite and of CI itself excepted, which are running this, and those that measure by the clock, which a shared
 * machine would fail: they are for a quiet one, and say by their end whether the budget was kept.
 */
const OURS = /^(?:npm test|npm start|npm ci|npm run start:check|\.ci\/run|npm run bench -- (?:import|api))\b/;

const root = resolve(import.meta.dirname, '../..');
const { proofs, faults, promises } = readPromises(readFileSync(join(root, 'docs/promises.md'), 'utf8'));
// Safe: our own file, read for the names of its scripts only.
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const subjects = readdirSync(join(root, 'apps/cli/commands')).map((file) => file.replace(/\.ts$/, ''));

async function runCommands(all: readonly Proof[]): Promise<string[]> {
  const commands = [
    ...new Set(all.flatMap((proof) => (proof.kind === 'command' && !OURS.test(proof.command) ? [proof.command] : []))),
  ];
  const failed: string[] = [];
  for (const command of commands) {
    const outcome = await runStep({ name: command, command: ['sh', '-c', command] });
    console.log(lineOf(outcome));
    if (!outcome.ok) failed.push(`did not end well: ${command}\n${outcome.output}`);
  }
  return failed;
}

const found = [
  ...faults,
  ...judgeTests(proofs, readRan(root)),
  ...judgeCommands(proofs, { scripts: Object.keys(scripts), subjects }),
];
if (process.argv.includes('--run')) found.push(...(await runCommands(proofs)));
for (const fault of found) console.log(fault);
console.log(`${promises} promises, ${proofs.length} proofs, ${found.length} faults`);
process.exitCode = found.length === 0 && promises > 0 ? 0 : 1;
