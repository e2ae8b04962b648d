import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from './browser.ts';
import { readRan, reportOf } from './reports.ts';
import { lineOf, runStep } from './steps.ts';

const root = mkdtempSync(join(tmpdir(), 'egide-run-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the browser', () => {
  it('is the one that is named, if it is there', () => {
    expect(findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath);
    expect(findChromium({ CHROMIUM: join(root, 'absent') })).toBeNull();
  });

  it('is otherwise the one on the path', () => {
    const place = join(root, 'bin/chromium');
    mkdirSync(dirname(place));
    writeFileSync(place, '');
    expect(findChromium({ PATH: [join(root, 'absent'), dirname(place)].join(delimiter) })).toBe(place);
  });
});

describe('a step', () => {
  it('says whether it ended well, and what it said', async () => {
    const good = await runStep({
      name: 'good',
      command: [process.execPath, '-e', 'console.log("out"); console.error("err")'],
    });
    expect([good.name, good.ok, good.output.includes('out'), good.output.includes('err')]).toEqual([
      'good',
      true,
      true,
      true,
    ]);
    expect((await runStep({ name: 'bad', command: [process.execPath, '-e', 'process.exit(3)'] })).ok).toBe(false);
    expect((await runStep({ name: 'absent', command: [join(root, 'absent')] })).ok).toBe(false);
  });

  it('is one line', () => {
    expect(lineOf({ name: 'types', ok: false, seconds: 1.25, output: '' })).toBe(
      'NOT types                           1.3 s',
    );
  });
});

describe('what ran', () => {
  it('is read from the reports of both suites', () => {
    for (const [suite, status] of [
      ['quick', 'passed'],
      ['browser', 'failed'],
    ] as const) {
      mkdirSync(dirname(join(root, reportOf(suite))), { recursive: true });
      writeFileSync(
        join(root, reportOf(suite)),
        JSON.stringify({
          testResults: [
            { name: join(root, `apps/${suite}.test.ts`), assertionResults: [{ fullName: 'a group a test', status }] },
          ],
        }),
      );
    }
    expect(readRan(root)).toEqual([
      { file: 'apps/quick.test.ts', name: 'a group a test', passed: true },
      { file: 'apps/browser.test.ts', name: 'a group a test', passed: false },
    ]);
  });

  it('is nothing where no suite ran', () => {
    expect(readRan(join(root, 'absent'))).toEqual([]);
  });
});
