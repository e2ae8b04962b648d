/** Regular expressions for the places that the import rules speak of, relative to the root of the checkout. */
export const SERVER = '^apps/server/src/';
export const MODULES = `${SERVER}modules/`;
export const PLATFORM = `${SERVER}platform/`;
export const TESTS = '\\.(test|db\\.test|e2e)\\.tsx?$';
export const BUILDERS = '/testing\\.ts$';
export const DATABASE_LIBRARIES = 'node_modules/(kysely|pg|pg-[^/]+|graphile-worker)/';
export const HTTP_LIBRARIES = 'node_modules/(fastify|fastify-plugin|@fastify/[^/]+)/';

/** Where a database library may be imported: the stores, the indicators, and the platform's database and job queue. */
export const DATABASE_HOMES = [
  `${MODULES}[^/]+/store\\.ts$`,
  `${MODULES}observatory/indicators/[^/]+\\.ts$`,
  `${PLATFORM}(db|jobs)/`,
  `${PLATFORM}audit-log/store\\.ts$`,
];
export const HTTP_HOMES = [`${MODULES}[^/]+/routes\\.ts$`, `${PLATFORM}http/`];
