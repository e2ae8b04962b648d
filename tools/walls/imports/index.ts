import { rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { allowed, orphan, seeds, type Seed } from '../seeded/imports.ts';
import type { Wall } from '../wall.ts';
import { cruiseTree, type Violation } from './cruise.ts';
import { rules } from './rules.ts';
import { manners, plant, type Manner } from './seeded-tree.ts';

/** Fewer than this and the tool did not see the sources: with an unsupported compiler it once read 0 files and said "no violations". */
const LEAST_MODULES = 20;

const line = ({ rule, from, to }: Violation): string => `${rule}: ${from} → ${to}`;

/** The specifier of a seed ends like the file or the library that the violation names. */
function reaches(violation: Violation, { from, to }: { from: string; to: string }): boolean {
  if (violation.from !== from) return false;
  if (to.startsWith('.')) return violation.to === posix.join(posix.dirname(from), to) || violation.to === to;
  if (isBuiltin(to)) return violation.to === to.replace('node:', '');
  const [, workspace, entry] = /^@egide\/([^/]+)\/?(.*)$/.exec(to) ?? [];
  if (workspace === undefined) return violation.to.includes(`node_modules/${to}/`);
  return (
    violation.to === to ||
    (violation.to.includes(`/${workspace}/src/`) && (entry === undefined || violation.to.includes(entry)))
  );
}

async function missed(checkout: string, manner: Manner): Promise<string[]> {
  const root = plant(checkout, manner);
  try {
    const { violations } = await cruiseTree(root);
    const caught = (seed: Seed): boolean =>
      violations.some((violation) => violation.rule === seed.rule && reaches(violation, seed));
    return [
      ...seeds.filter((seed) => !caught(seed)).map((seed) => `not caught, ${manner}: ${line(seed)}`),
      ...allowed.flatMap(([from, to]) =>
        violations
          .filter((violation) => reaches(violation, { from, to }))
          .map((violation) => `refused without reason, ${manner}: ${line(violation)}`),
      ),
      ...(violations.some(({ rule, from }) => rule === 'no-orphans' && from === orphan)
        ? []
        : [`not caught: no-orphans: ${orphan}`]),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export const importsWall: Wall = {
  name: 'imports',
  async check(root) {
    const { modules, violations } = await cruiseTree(root);
    const blind = modules < LEAST_MODULES ? [`only ${modules} files were read: the tool is blind`] : [];
    return { faults: [...blind, ...violations.map(line)], seen: `${modules} files, ${rules.length} rules` };
  },
  async prove(root) {
    const sown = new Set([...seeds.map(({ rule }) => rule), 'no-orphans']);
    const faults = rules.filter(({ name }) => !sown.has(name ?? '')).map(({ name }) => `${name}: no seeded violation`);
    // Safe: the keys of the table are its manners.
    for (const manner of Object.keys(manners) as Manner[]) faults.push(...(await missed(root, manner)));
    return {
      faults,
      seen: `${seeds.length} seeds × ${Object.keys(manners).length} manners, ${allowed.length} free imports`,
    };
  },
};
