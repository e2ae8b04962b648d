import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export type Suite = 'quick' | 'browser';
/** One test that ran, as vitest reports it. */
export type Ran = { readonly file: string; readonly name: string; readonly passed: boolean };

export const reportOf = (suite: Suite): string => `node_modules/.cache/tests/${suite}.json`;

type Report = { testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[] };

/** What the last `npm test` ran; empty when there was none. */
export function readRan(root: string, suites: readonly Suite[] = ['quick', 'browser']): Ran[] {
  return suites
    .filter((suite) => existsSync(join(root, reportOf(suite))))
    .flatMap((suite) => {
      // Safe: the shape of vitest 5, pinned.
      const { testResults } = JSON.parse(readFileSync(join(root, reportOf(suite)), 'utf8')) as Report;
      return testResults.flatMap(({ name: file, assertionResults }) =>
        assertionResults.map(({ fullName, status }) => ({
          file: relative(root, file).replaceAll('\\', '/'),
          name: fullName,
          passed: status === 'passed',
        })),
      );
    });
}
