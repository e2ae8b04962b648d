/** An import that must be refused: by which rule, from which file, of what. */
export type Seed = { readonly rule: string; readonly from: string; readonly to: string };

const module = (path: string): string => `apps/server/src/modules/${path}`;
const server = (path: string): string => `apps/server/src/${path}`;

/** Files that stand in the tree of seeds, besides those that hold a seed. */
export const standing: readonly string[] = [
  ...[
    'facilities',
    'access',
    'frameworks',
    'evidence',
    'journal',
    'actions',
    'assessments',
    'audits',
    'continuity',
    'programmes',
    'exercises',
    'incidents',
    'observatory',
    'today',
  ].flatMap((name) =>
    ['index', 'wiring', 'store', 'routes', 'testing', 'policy', 'thing', 'thing.test'].map((file) =>
      module(`${name}/${file}.ts`),
    ),
  ),
  module('observatory/indicators/one.ts'),
  ...[
    'main.ts',
    'modules.ts',
    'operator.ts',
    'platform/http/problems.ts',
    'platform/clock.ts',
    'platform/db/pool.ts',
    'platform/jobs/queue.ts',
  ].map(server),
  'apps/web/src/main.tsx',
  'apps/web/src/paths.ts',
  'apps/web/src/features/one/page.tsx',
  'apps/web/src/features/two/page.tsx',
  'apps/cli/commands/one-verb.ts',
  'packages/kernel/src/finess.ts',
  'packages/engines/src/rules/index.ts',
  'packages/engines/src/rules/judge.ts',
  'packages/engines/src/seal/index.ts',
  'packages/formats/src/registry.ts',
  'packages/formats/src/one/index.ts',
  'packages/formats/src/two/index.ts',
  'packages/content/src/index.ts',
  'packages/contract/src/index.ts',
  'packages/contract/src/access.ts',
];

const seed = (rule: string, from: string, to: string): Seed => ({ rule, from, to });

const reaches: readonly Seed[] = [
  seed('ladder-facilities', module('facilities/open.ts'), '../access/index.ts'),
  seed('ladder-access', module('access/open.ts'), '../frameworks/index.ts'),
  seed('ladder-frameworks', module('frameworks/open.ts'), '../evidence/index.ts'),
  seed('ladder-evidence', module('evidence/open.ts'), '../journal/index.ts'),
  seed('ladder-journal', module('journal/open.ts'), '../actions/index.ts'),
  seed('ladder-actions', module('actions/open.ts'), '../assessments/index.ts'),
  seed('ladder-assessments', module('assessments/open.ts'), '../audits/index.ts'),
  seed('ladder-audits', module('audits/open.ts'), '../continuity/index.ts'),
  seed('ladder-continuity', module('continuity/open.ts'), '../programmes/index.ts'),
  seed('ladder-programmes', module('programmes/open.ts'), '../exercises/index.ts'),
  seed('ladder-exercises', module('exercises/open.ts'), '../incidents/index.ts'),
  seed('ladder-incidents', module('incidents/open.ts'), '../observatory/index.ts'),
  seed('ladder-observatory', module('observatory/open.ts'), '../today/index.ts'),
  seed('ladder-today', module('today/open.ts'), '../observatory/index.ts'),
];

/** One seed or more for each rule; each is written by value, by type, dynamically, by re-export and as an inline type. */
export const seeds: readonly Seed[] = [
  ...reaches,
  seed('by-the-door', module('assessments/record.ts'), '../evidence/thing.ts'),
  seed('by-the-door', module('assessments/record.ts'), '../evidence/store.ts'),
  seed('by-the-door-from-outside', server('platform/reader.ts'), '../modules/evidence/thing.ts'),
  seed('by-the-door-from-outside', server('operator.ts'), './modules/evidence/policy.ts'),
  seed('wiring-once', server('main.ts'), './modules/access/wiring.ts'),
  seed('wiring-once', module('assessments/routes.ts'), './wiring.ts'),
  seed('one-list', server('modules.ts'), './modules/access/index.ts'),
  seed('sql-in-stores', module('evidence/record.ts'), 'kysely'),
  seed('sql-in-stores', module('evidence/routes.ts'), 'pg'),
  seed('sql-in-stores', server('platform/http/sql.ts'), 'graphile-worker'),
  seed('sql-in-stores', module('evidence/coverings/restore.ts'), 'kysely'),
  seed('sql-in-stores', module('evidence/sql.test.ts'), 'kysely'),
  seed('sql-in-stores', 'packages/formats/src/one/sql.db.test.ts', 'kysely'),
  seed('http-in-routes', module('evidence/record.ts'), 'fastify'),
  seed('http-in-routes', server('platform/jobs/http.ts'), '@fastify/cookie'),
  seed('by-the-door-from-outside', server('operator.ts'), './modules/evidence/store.ts'),
  seed('platform-is-below', server('platform/clock.ts'), '../modules/access/index.ts'),
  seed('platform-is-below', server('platform/http/list.ts'), '../../modules.ts'),
  seed('kernel-is-the-floor', 'packages/kernel/src/days.ts', '@egide/contract/access'),
  seed('kernel-needs-no-library', 'packages/kernel/src/days.ts', 'zod'),
  seed('kernel-needs-no-library', 'packages/kernel/src/days.ts', 'node:fs'),
  seed('engines-are-pure', 'packages/engines/src/rules/read.ts', '@egide/content'),
  seed('engines-need-no-library', 'packages/engines/src/rules/read.ts', 'node:crypto'),
  seed('engines-need-no-library', 'packages/engines/src/rules/read.ts', 'zod'),
  seed('engines-apart', 'packages/engines/src/seal/read.ts', '../rules/judge.ts'),
  seed('formats-look-down', 'packages/formats/src/one/read.ts', '@egide/content'),
  seed('formats-apart', 'packages/formats/src/one/read.ts', '../two/index.ts'),
  seed('content-is-data', 'packages/content/src/load.ts', '@egide/contract/access'),
  seed('content-is-data', 'packages/content/src/load.ts', '@egide/engines/seal'),
  seed('content-libraries', 'packages/content/src/load.ts', 'fastify'),
  seed('content-libraries', 'packages/content/src/load.ts', 'graphile-worker'),
  seed('contract-is-shape', 'packages/contract/src/evidence.ts', '@egide/engines/rules'),
  seed('contract-libraries', 'packages/contract/src/evidence.ts', 'node:http'),
  seed('contract-libraries', 'packages/contract/src/evidence.ts', 'kysely'),
  seed('clients-outside', 'apps/web/src/api.ts', '@egide/engines/rules'),
  seed('clients-outside', 'apps/web/src/api.ts', '../../server/src/operator.ts'),
  seed('clients-outside-cli', 'apps/cli/commands/one-other.ts', '../../server/src/modules.ts'),
  seed('clients-outside-cli', 'apps/cli/commands/one-other.ts', '../../web/src/paths.ts'),
  seed('nobody-above-clients', server('platform/http/web.ts'), '../../../../web/src/paths.ts'),
  seed('features-apart', 'apps/web/src/features/one/list.tsx', '../two/page.tsx'),
  seed('builders-in-tests', module('evidence/record.ts'), '../access/testing.ts'),
  seed('tests-are-ends', module('evidence/record.ts'), './thing.test.ts'),
  seed('no-circular', module('evidence/ring-one.ts'), './ring-two.ts'),
  seed('resolved', module('evidence/record.ts'), './absent.ts'),
  seed('resolved', module('evidence/record.ts'), '@egide/absent'),
  seed('declared', 'packages/formats/src/one/read.ts', 'undeclared'),
  seed('declared', 'packages/formats/src/one/read.ts', 'undeclared-built'),
  seed('declared', 'apps/web/src/api.ts', 'undeclared-built'),
  seed('declared', 'apps/cli/commands/one-other.ts', 'undeclared-built'),
];

/** The other half of the ring sown above: the tool names a ring at one of its files. */
export const ringEnd: readonly [from: string, to: string] = [module('evidence/ring-two.ts'), './ring-one.ts'];

/** A file that imports nothing and that nobody imports: caught by `no-orphans`, whose violation is no import. */
export const orphan = module('evidence/left-behind.ts');

/** Imports that must stay free: a wall that refuses everything would also catch every seed. */
export const allowed: readonly (readonly [from: string, to: string])[] = [
  [module('assessments/free.ts'), '../evidence/index.ts'],
  [module('observatory/free.ts'), '../assessments/index.ts'],
  [module('assessments/free.db.test.ts'), '../observatory/testing.ts'],
  [module('evidence/store.ts'), 'kysely'],
  [module('evidence/coverings/store.ts'), 'kysely'],
  [module('evidence/coverings/second-wall.db.test.ts'), 'kysely'],
  [module('observatory/indicators/two.ts'), 'kysely'],
  [module('evidence/routes.ts'), 'fastify'],
  [module('evidence/routes.ts'), '@egide/contract/access'],
  [module('evidence/free.ts'), '@egide/engines/rules'],
  [server('modules.ts'), './modules/today/wiring.ts'],
  [server('platform/db/transaction.ts'), 'pg'],
  [server('platform/http/server.ts'), 'fastify'],
  ['apps/cli/commands/one-free.ts', '@egide/server/operator'],
  ['apps/cli/commands/one-free.ts', '@egide/engines/rules'],
  ['apps/web/src/free.ts', '@egide/contract/access'],
  ['apps/web/src/features/one/free.tsx', '../../paths.ts'],
  ['packages/engines/src/rules/free.ts', '@egide/kernel/finess'],
  ['packages/formats/src/registry.ts', './one/index.ts'],
  ['packages/content/src/free.ts', '@egide/engines/rules'],
  ['packages/content/src/free.ts', 'zod'],
  ['packages/content/src/free.ts', 'yaml'],
  ['packages/contract/src/free.ts', 'zod'],
  ['packages/kernel/src/free.ts', './finess.ts'],
];
