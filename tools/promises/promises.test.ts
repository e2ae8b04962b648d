import { describe, expect, it } from 'vitest';
import { judgeCommands, judgeTests } from './judge.ts';
import { readPromises } from './read.ts';

const page = [
  '# Promises',
  '',
  'Words before, with `code`.',
  '',
  '## 1. First run',
  '- The link works once.',
  '  - test `a.db.test.ts` › `set-up works once`',
  '  - command `npm run bench -- rules`',
  '- Nothing else is needed.',
  '- Kept.',
  '  - test `b.test.ts` › `keeps`',
  '  - see the manual',
].join('\n');

describe('the page', () => {
  it('is read with the line of each proof and each fault', () => {
    expect(readPromises(page)).toEqual({
      promises: 3,
      proofs: [
        { kind: 'test', file: 'a.db.test.ts', name: 'set-up works once', line: 7 },
        { kind: 'command', command: 'npm run bench -- rules', line: 8 },
        { kind: 'test', file: 'b.test.ts', name: 'keeps', line: 11 },
      ],
      faults: ['line 9: a promise without proof', 'line 12: neither a test nor a command: - see the manual'],
    });
  });

  it('that ends in a promise without proof says so', () => {
    expect(readPromises('- Kept.').faults).toEqual(['line 1: a promise without proof']);
  });
});

describe('a named test', () => {
  const proof = { kind: 'test', file: 'a.test.ts', name: 'keeps', line: 3 } as const;
  it('has run and passed, alone or as a table of cases', () => {
    expect(judgeTests([proof], [{ file: 'a.test.ts', name: 'keeps', passed: true }])).toEqual([]);
    expect(
      judgeTests(
        [proof],
        [
          { file: 'a.test.ts', name: 'keeps 1', passed: true },
          { file: 'a.test.ts', name: 'keeps 2', passed: true },
        ],
      ),
    ).toEqual([]);
  });
  it('is found wanting when absent, elsewhere, skipped or failed', () => {
    expect(
      judgeTests(
        [proof],
        [
          { file: 'b.test.ts', name: 'keeps', passed: true },
          { file: 'a.test.ts', name: 'keepsake', passed: true },
        ],
      ),
    ).toEqual(['line 3: did not run: a.test.ts › keeps']);
    expect(
      judgeTests(
        [proof],
        [
          { file: 'a.test.ts', name: 'keeps 1', passed: true },
          { file: 'a.test.ts', name: 'keeps 2', passed: false },
        ],
      ),
    ).toEqual(['line 3: did not pass: a.test.ts › keeps']);
  });
});

describe('a named command', () => {
  const known = { scripts: ['bench', 'start'], subjects: ['rules-check'] };
  const judge = (command: string) => judgeCommands([{ kind: 'command', command, line: 1 }], known);
  it.each([
    'npm run bench -- rules',
    'npm start -- --demo',
    'npm ci && npm test',
    'npx egide rules check packages/content',
    '.ci/run',
  ])('%s exists', (command) => {
    expect(judge(command)).toEqual([]);
  });
  it.each(['npm run absent', 'npx egide rules absent', 'make', 'npx other'])('%s does not', (command) => {
    expect(judge(command)).toEqual([`line 1: no such command: ${command}`]);
  });
});
