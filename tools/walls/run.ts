import { resolve } from 'node:path';
import { importsWall } from './imports/index.ts';
import { lintWall } from './lint/index.ts';
import { migrationsWall } from './migrations/index.ts';
import { tablesWall } from './tables/index.ts';
import type { Findings, Wall } from './wall.ts';
import { wordsWall } from './words/index.ts';

const walls: readonly Wall[] = [importsWall, lintWall, migrationsWall, tablesWall, wordsWall];

const root = resolve(import.meta.dirname, '../..');
let passed = 0;
let failed = 0;

async function report(name: string, run: () => Findings | Promise<Findings>): Promise<void> {
  const { faults, seen } = await run();
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? 'ok ' : 'NOT'} ${name} (${seen})`);
  for (const fault of faults) console.log(`      ${fault}`);
}

for (const wall of walls) {
  await report(wall.name, () => wall.check(root));
  await report(`${wall.name}, seen to fail`, () => wall.prove(root));
}
console.log(`walls: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
