import type { IRegularForbiddenRuleType as Rule } from 'dependency-cruiser';
import { modules, outOfReach } from '../ladder.ts';
import {
  BUILDERS,
  DATABASE_HOMES,
  DATABASE_LIBRARIES,
  HTTP_HOMES,
  HTTP_LIBRARIES,
  MODULES,
  PLATFORM,
  SERVER,
  TESTS,
} from './places.ts';

type Edge = Pick<Rule, 'from' | 'to'>;
const rule = (name: string, comment: string, edge: Edge): Rule => ({ name, comment, severity: 'error', ...edge });

const ANYTHING = '.';
const OURS = '^(apps|packages|tools|bench)/';
const NPM = 'node_modules/';
const LIBRARY: Rule['to'] = {
  dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
};

const betweenModules: Rule[] = [
  rule('by-the-door', 'Another module is entered by its index.ts only; its builders (testing.ts) by tests.', {
    from: { path: `${MODULES}([^/]+)/` },
    to: { path: `${MODULES}[^/]+/`, pathNot: [`${MODULES}$1/`, `${MODULES}[^/]+/index\\.ts$`, BUILDERS] },
  }),
  rule(
    'by-the-door-from-outside',
    'Whoever is no module enters one by its index.ts; modules.ts also reads wiring.ts.',
    {
      from: { path: OURS, pathNot: [MODULES, `${SERVER}modules\\.ts$`] },
      to: { path: `${MODULES}[^/]+/`, pathNot: [`${MODULES}[^/]+/(index|wiring)\\.ts$`, BUILDERS] },
    },
  ),
  rule('wiring-once', 'wiring.ts is read by modules.ts only: one list of modules.', {
    from: { path: ANYTHING, pathNot: [`${SERVER}modules\\.ts$`, TESTS] },
    to: { path: `${MODULES}[^/]+/wiring\\.ts$` },
  }),
  rule('one-list', 'modules.ts reads the wiring of the modules, never their inside.', {
    from: { path: `${SERVER}modules\\.ts$` },
    to: { path: `${MODULES}[^/]+/`, pathNot: `${MODULES}[^/]+/wiring\\.ts$` },
  }),
  ...modules.map((name) =>
    rule(`ladder-${name}`, `${name} calls lower steps only; neighbours do not know each other.`, {
      from: { path: `${MODULES}${name}/`, pathNot: TESTS },
      to: { path: `${MODULES}(${outOfReach(name).join('|')})/` },
    }),
  ),
];

const insideTheServer: Rule[] = [
  rule(
    'sql-in-stores',
    'SQL lives in store.ts, in an indicator or in a database test; database libraries are imported nowhere else.',
    {
      from: { path: '^(apps|packages)/', pathNot: DATABASE_HOMES },
      to: { path: DATABASE_LIBRARIES },
    },
  ),
  rule('http-in-routes', 'Status codes and headers live in routes.ts and platform/http.', {
    from: { path: '^(apps|packages)/', pathNot: HTTP_HOMES },
    to: { path: HTTP_LIBRARIES },
  }),
  rule('platform-is-below', 'The platform knows no module.', {
    from: { path: PLATFORM, pathNot: TESTS },
    to: { path: `${SERVER}(modules/|modules\\.ts|main\\.ts|operator\\.ts)` },
  }),
];

/** A package imports, of this checkout, only what `allowed` says. */
const looksDown = (name: string, comment: string, allowed: readonly [folder: string, ...others: string[]]): Rule =>
  rule(name, comment, {
    from: { path: `^packages/${allowed[0]}/`, pathNot: TESTS },
    to: { path: OURS, pathNot: allowed.map((to) => `^packages/${to}/`) },
  });

const packages: Rule[] = [
  looksDown('kernel-is-the-floor', 'The kernel imports nothing.', ['kernel']),
  rule('kernel-needs-no-library', 'The kernel imports neither npm nor node.', {
    from: { path: '^packages/kernel/', pathNot: TESTS },
    to: LIBRARY,
  }),
  looksDown('engines-are-pure', 'Engines run in the server, the command line and the kit: they know only the kernel.', [
    'engines',
    'kernel',
  ]),
  rule('engines-need-no-library', 'Engines import neither npm nor node.', {
    from: { path: '^packages/engines/', pathNot: [TESTS, BUILDERS] },
    to: LIBRARY,
  }),
  rule('engines-apart', 'One engine does not know another.', {
    from: { path: '^packages/engines/src/([^/]+)/' },
    to: { path: '^packages/engines/src/', pathNot: '^packages/engines/src/$1/' },
  }),
  looksDown('formats-look-down', 'A format turns bytes into records: it knows only the kernel.', ['formats', 'kernel']),
  rule('formats-apart', 'One format does not know another; what they share lies beside the registry.', {
    from: { path: '^packages/formats/src/([^/]+)/', pathNot: TESTS },
    to: { path: '^packages/formats/src/[^/]+/', pathNot: '^packages/formats/src/$1/' },
  }),
  looksDown('content-is-data', 'Content is data and its schemas; conditions are read with the engine of rules.', [
    'content',
    'kernel',
    'engines/src/rules',
  ]),
  rule('content-libraries', 'Content is data and its schemas: of npm only the YAML reader and zod.', {
    from: { path: '^packages/content/', pathNot: TESTS },
    to: { path: NPM, pathNot: 'node_modules/(zod|yaml)/' },
  }),
  looksDown('contract-is-shape', 'The contract is shapes over the kernel.', ['contract', 'kernel']),
  rule('contract-libraries', 'Of npm the contract knows zod only, of node nothing.', {
    from: { path: '^packages/contract/', pathNot: TESTS },
    to: { ...LIBRARY, pathNot: 'node_modules/zod/' },
  }),
];

const clients: Rule[] = [
  rule('clients-outside', 'The web app is a client of the contract.', {
    from: { path: '^apps/web/(?!e2e/)' },
    to: { path: OURS, pathNot: ['^apps/web/', '^packages/(contract|kernel)/'] },
  }),
  rule('clients-outside-cli', 'The command line enters the server by operator.ts only.', {
    from: { path: '^apps/cli/' },
    to: { path: '^apps/(server|web)/', pathNot: `${SERVER}operator\\.ts$` },
  }),
  rule('nobody-above-clients', 'Nobody imports a client.', {
    from: { path: '^(apps/server|packages)/' },
    to: { path: '^apps/(web|cli)/' },
  }),
  rule('features-apart', 'Features of the web app do not import each other.', {
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  }),
];

/** Files that serve tests and the machinery of the checkout, and so may use what only development installs. */
const DEVELOPMENT = [TESTS, '^apps/web/e2e/', '/test-[^/]+\\.ts$', BUILDERS, '\\.config\\.ts$'];

const hygiene: Rule[] = [
  rule('builders-in-tests', 'testing.ts serves tests and other builders.', {
    from: { path: ANYTHING, pathNot: DEVELOPMENT },
    to: { path: BUILDERS },
  }),
  rule('tests-are-ends', 'Nothing imports a test.', { from: { path: ANYTHING }, to: { path: TESTS } }),
  rule('no-circular', 'No ring of imports, not even of types.', { from: { path: ANYTHING }, to: { circular: true } }),
  rule('no-orphans', 'A file that nobody imports and that imports nothing is dead or misplaced.', {
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '^apps/web/public/', '\\.config\\.(ts|mjs|js)$', '\\.mjs$'] },
    to: {},
  }),
  rule('resolved', 'An import that does not resolve is a wall that sees nothing.', {
    from: { path: ANYTHING },
    to: { couldNotResolve: true },
  }),
  rule('declared', 'What is imported from npm is declared in the package that imports it.', {
    from: { path: '^(apps|packages)/', pathNot: DEVELOPMENT },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: 'node_modules/@types/' },
  }),
];

/** Every import rule of the house; docs/architecture.md shows the picture they draw. */
export const rules: readonly Rule[] = [...betweenModules, ...insideTheServer, ...packages, ...clients, ...hygiene];
