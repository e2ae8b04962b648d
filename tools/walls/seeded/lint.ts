/** Code that oxlint must refuse: by which rule, in which file of the tree. */
export type LintSeed = { readonly rule: string; readonly file: string; readonly code: string };

const inModule = 'apps/server/src/modules/evidence';
let count = 0;
const seed = (rule: string, code: string, file = `${inModule}/seed-${count}.ts`): LintSeed => {
  count += 1;
  return { rule, file, code };
};
const screen = (rule: string, jsx: string): LintSeed =>
  seed(
    rule,
    `export const Seed = (props: { m: () => string; on: boolean }) => ${jsx};`,
    `apps/web/src/features/one/seed-${count}.tsx`,
  );
const lines = (n: number, line: string): string => `${line}\n`.repeat(n);

export const lintSeeds: readonly LintSeed[] = [
  seed('egide(no-clock)', 'export const at = Date.now();'),
  seed('egide(no-clock)', 'export const at = new Date();'),
  seed('egide(no-clock)', 'export const at = Date();'),
  seed('egide(no-clock)', 'export const at = globalThis.Date.now();'),
  seed('egide(no-clock)', "export const at = Date['now']();"),
  seed('egide(no-clock)', 'export const clock = Date.now;'),
  seed('egide(no-clock)', 'const { now } = Date;\nexport const at = now();'),
  seed('egide(no-clock)', 'export const at = performance.now();'),
  seed('egide(no-clock)', 'export const at = Date.now();', 'packages/engines/src/rules/seed.ts'),
  seed('egide(no-chance)', 'export const x = Math.random();'),
  seed('egide(no-chance)', 'const { random } = Math;\nexport const x = random();'),
  seed('egide(no-chance)', 'export const id = crypto.randomUUID();'),
  seed('egide(no-chance)', "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();"),
  seed('egide(no-environment)', 'export const port = process.env.PORT;'),
  seed('egide(no-environment)', 'const { env } = process;\nexport const port = env.PORT;'),
  seed('egide(no-environment)', "import { env } from 'node:process';\nexport const port = env.PORT;"),
  seed('egide(no-environment)', 'export const port = process.env.PORT;', 'apps/server/src/platform/http/seed.ts'),
  screen('egide(no-literal-text)', '<p>Bonjour à tous</p>'),
  screen('egide(no-literal-text)', "<p>{'Bonjour'}</p>"),
  screen('egide(no-literal-text)', '<p>{`Bonjour ${props.m()}`}</p>'),
  screen('egide(no-literal-text)', "<p>{props.on ? 'Oui' : props.m()}</p>"),
  screen('egide(no-literal-text)', '<input aria-label="Recherche" />'),
  screen('egide(no-literal-text)', "<input placeholder={props.m() || 'Recherche'} />"),
  seed(
    'egide(no-skipped-test)',
    "import { it } from 'vitest';\nit.skip('later', () => {});",
    `${inModule}/skip.test.ts`,
  ),
  seed(
    'egide(no-skipped-test)',
    "import { describe } from 'vitest';\ndescribe.only('this', () => {});",
    `${inModule}/only.test.ts`,
  ),
  seed('egide(no-skipped-test)', "import { it } from 'vitest';\nit.todo('later');", `${inModule}/todo.test.ts`),
  seed(
    'egide(no-skipped-test)',
    "import { it } from 'vitest';\nit.concurrent.skip('later', () => {});",
    `${inModule}/deep.test.ts`,
  ),
  seed('egide(no-computed-import)', 'export const load = (name: string): Promise<unknown> => import(name);'),
  seed(
    'egide(no-computed-import)',
    "import { createRequire } from 'node:module';\nexport const load = createRequire(import.meta.url);",
  ),
  seed('egide(reason-beside)', '\nexport const n = (JSON.parse("1")) as number;'),
  seed('egide(reason-beside)', '\nexport const first = (list: string[]): string => list[0]!;'),
  seed('typescript(no-explicit-any)', 'export const x: any = 1;'),
  seed('typescript(ban-ts-comment)', '// @ts-ignore\nexport const x: string = 1;'),
  seed(
    'typescript(consistent-type-imports)',
    "import { Day } from '@egide/kernel/days';\nexport const x = (day: Day): Day => day;",
  ),
  seed('import(no-default-export)', 'export default 1;'),
  seed('eslint(no-console)', "console.log('x');"),
  seed('eslint(no-eval)', "export const x = eval('1');"),
  seed('eslint(no-new-func)', "export const x = new Function('return 1');"),
  seed('eslint(no-empty)', 'export const x = (): void => { try { JSON.parse(""); } catch {} };'),
  seed('eslint(eqeqeq)', 'export const x = (a: unknown): boolean => a == 1;'),
  seed('eslint(no-var)', 'export var x = 1;'),
  seed('eslint(prefer-const)', 'let x = 1;\nexport const y = x;'),
  seed('eslint(max-lines)', lines(401, '// long')),
  seed(
    'eslint(max-lines-per-function)',
    `export function long(): number {\n${lines(70, '  Number(1);')}  return 1;\n}`,
  ),
  seed('eslint(max-params)', 'export const x = (a: number, b: number, c: number, d: number): number => a + b + c + d;'),
];

/** Code that must pass, so that no rule is a wall across the road. */
export const lintFree: readonly Omit<LintSeed, 'rule'>[] = [
  { file: `${inModule}/free-date.ts`, code: 'export const day = (ms: number): string => new Date(ms).toISOString();' },
  {
    file: `${inModule}/free-reason.ts`,
    code: '// Safe: the schema proved it.\nexport const n = JSON.parse("1") as number;\nexport const list = [1, 2] as const;',
  },
  {
    file: `${inModule}/free-hash.ts`,
    code: "import { createHash } from 'node:crypto';\nexport const hash = createHash('sha256');",
  },
  { file: 'apps/server/src/platform/clock.ts', code: 'export const now = (): Date => new Date();' },
  { file: 'apps/server/src/platform/config.ts', code: 'export const port = process.env.PORT;' },
  {
    file: 'apps/server/src/platform/crypto.ts',
    code: "import { randomUUID } from 'node:crypto';\nexport const newId = (): string => randomUUID();",
  },
  {
    file: 'apps/web/src/features/one/free.tsx',
    code: 'export const Free = (props: { m: () => string }) => <p className="lead" id="lead">{props.m()} · 4 / {12}</p>;',
  },
  {
    file: `${inModule}/free.test.ts`,
    code: "import { expect, it } from 'vitest';\nit.runIf(Date.now() > 0)('runs', () => { expect(1).toBe(1); });",
  },
];
