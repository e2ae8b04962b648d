const MODULE = /^apps\/server\/src\/modules\/([\w-]+)\//;
const PLATFORM = /^apps\/server\/src\/platform\//;
/** Where SQL may live: the stores, the indicators, the platform. A test may look at tables, a use case may not name one. */
const SQL_HOME = /\/store\.ts$|\/observatory\/indicators\/[^/]+\.ts$/;
const TEST = /\.test\.ts$|\/testing\.ts$|\/test-[^/]+\.ts$/;
/** Schemas of the platform that its own folders read and write. */
const OF_PLATFORM = ['platform', 'audit_log'];

const schemaOf = (table: string): string => table.split('.')[0] ?? '';

/**
 * A table belongs to one module: others see what it publishes (`<module>.published_…`) or ask its door. Compares the text of a
 * source with the tables that the migrations really create; imports cannot show this.
 */
export function judgeTables(path: string, text: string, tables: readonly string[]): string[] {
  const [, module] = MODULE.exec(path) ?? [];
  const home = module ?? (PLATFORM.test(path) ? 'platform' : undefined);
  if (home === undefined || TEST.test(path)) return [];
  const named = tables.filter((table) => new RegExp(`\\b${table.replace('.', '\\.')}\\b(?![\\w-])`).test(text));
  const own = (table: string): boolean =>
    schemaOf(table) === home || (home === 'platform' && OF_PLATFORM.includes(schemaOf(table)));
  return [
    ...named.filter((table) => !own(table)).map((table) => `${path}: names ${table}, a table of ${schemaOf(table)}`),
    ...(module !== undefined && !SQL_HOME.test(path)
      ? named.filter(own).map((table) => `${path}: names ${table} outside store.ts`)
      : []),
  ];
}
