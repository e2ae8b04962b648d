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
  // Our own built files, and the message functions that the web build compiles from packages/content; before it has, they are known
  // by the words of the import only (`../paraglide/…`). `dist` is anchored: many libraries have their entry in a folder of that name,
  // and a rule does not see the import of what is excluded.
  exclude: { path: '^(apps|packages)/[^/]+/dist/|(^|/)paraglide/' },
  tsPreCompilationDeps: true,
  detectProcessBuiltinModuleCalls: true,
  moduleSystems: ['es6', 'cjs', 'tsd'],
  enhancedResolveOptions: resolution,
} satisfies ICruiseOptions;
