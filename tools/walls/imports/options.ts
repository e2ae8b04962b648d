import type { ICruiseOptions } from 'dependency-cruiser';

/**
 * Without these, imports of workspace packages (`@egide/…`) stay unresolved and a wall between packages sees nothing.
 * Measured with dependency-cruiser 18.7.2; the rule `resolved` refuses what still does not resolve.
 */
export const resolution = {
  exportsFields: ['exports'],
  conditionNames: ['import', 'node', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
};

export const options = {
  doNotFollow: { path: 'node_modules/' },
  // Built files, and the message functions that the web build compiles from packages/content.
  exclude: { path: '(^|/)(dist|paraglide)/' },
  tsPreCompilationDeps: true,
  detectProcessBuiltinModuleCalls: true,
  moduleSystems: ['es6', 'cjs', 'tsd'],
  enhancedResolveOptions: resolution,
} satisfies ICruiseOptions;
