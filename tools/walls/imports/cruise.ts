import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { options, resolution } from './options.ts';
import { rules } from './rules.ts';

/** One broken rule: the file, and what it may not reach. */
export type Violation = { readonly rule: string; readonly from: string; readonly to: string };
export type Cruised = { readonly modules: number; readonly violations: readonly Violation[] };

const FOLDERS = ['apps', 'packages', 'tools', 'bench'];

/** Reads every import under `root` and holds it against the rules. */
export async function cruiseTree(root: string): Promise<Cruised> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const answer = await cruise(
    folders,
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: [...rules] } },
    resolution,
  );
  // Safe: without an output type the answer is the result itself, not a text.
  const result = answer.output as ICruiseResult;
  return {
    modules: result.modules.filter((module) => !module.source.includes('node_modules/')).length,
    violations: result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
