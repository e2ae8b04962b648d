export const wordSeeds: readonly { readonly rule: string; readonly line: string }[] = [
  { rule: 'path of one machine', line: "const data = '/work/shared/data';" },
  { rule: 'path of one machine', line: '// see /root/notes.md' },
  { rule: 'path of one machine', line: 'cd /home/alice/egide' },
  { rule: 'registry host', line: '"resolved": "https://npm.example.internal:8080/vite/-/vite-8.3.8.tgz"' },
  { rule: 'registry host', line: 'registry=http://artifactory.example.org/api/npm/' },
  { rule: 'unfinished work', line: '// TODO: the other half' },
  { rule: 'unfinished work', line: 'FIXME' },
  { rule: 'compiler silenced', line: '// @ts-expect-error' },
  { rule: 'compiler silenced', line: '// oxlint-disable-next-line no-eval' },
  { rule: 'compiler silenced', line: '/* oxlint-disable no-eval -- the whole file */' },
  { rule: 'not built', line: "throw new Error('Not implemented');" },
  { rule: 'not built', line: '<p>Coming soon</p>' },
  { rule: 'secret', line: '-----BEGIN PRIVATE KEY-----' },
];

export const freeWords: readonly string[] = [
  '"resolved": "https://registry.npmjs.org/vite/-/vite-8.3.8.tgz"',
  "const route = '/framework/home/network/';",
  "'../../root/x'; './work/y'",
  '// oxlint-disable-next-line require-yield -- Kysely asks for it',
  '// @ts-expect-error plain module, shared with a script',
  '// TODO(#12): the second reader',
  'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000000000/',
];

export const pathSeeds: readonly string[] = [
  'apps/server/src/platform/utils.ts',
  'apps/server/src/helpers/date.ts',
  'apps/web/src/ui/date-helper.ts',
  'packages/kernel/src/common/day.ts',
  'apps/server/src/modules/access/session-manager.ts',
  'apps/server/src/platform/db/store.impl.ts',
  'apps/web/src/features/access/SignIn.tsx',
  'packages/kernel/src/paris_day.ts',
];

export const freePaths: readonly string[] = [
  'apps/server/src/modules/access/sign-in.ts',
  'packages/engines/src/rules/judge.test.ts',
  'apps/web/src/ui/simple-table.tsx',
  'apps/server/migrations/0001_platform_create.sql',
  'docs/Utils.md',
];

/** A line of a file that cites a page, in a tree that has the pages below. */
type Citation = { readonly path: string; readonly line: string };

export const seededPages: readonly string[] = ['README.md', 'docs/rules.md', 'packages/formats/src/opssies/README.md'];

export const citationSeeds: readonly Citation[] = [
  { path: 'bench/api.ts', line: '/** The budget of one process (design.md, section 7). */' },
  // Somebody's rules.md, not that of docs.
  { path: 'bench/api.ts', line: '/** See rules.md, section 2. */' },
  { path: 'packages/formats/src/opssies/read.ts', line: '// data/opssies/README.md says so' },
  { path: 'packages/content/nomenclatures/x.json', line: '"source": "facilities.md section 15",' },
  { path: 'docs/rules.md', line: 'See [the scale](scale.md) and [the rules](../rules.md).' },
];

export const freeCitations: readonly Citation[] = [
  { path: 'bench/api.ts', line: '/** As docs/rules.md says; README.md has the map. */' },
  { path: 'packages/formats/src/opssies/event.ts', line: '/** README.md beside, also opssies/README.md. */' },
  { path: 'docs/security.md', line: '[rules](rules.md#leaves), [home](../README.md)' },
  { path: 'packages/formats/src/x.ts', line: '// https://github.com/opssies/opssies.github.io/blob/main/model.md' },
  { path: 'packages/formats/src/x.test.ts', line: "(name) => !name.endsWith('.md')" },
];
