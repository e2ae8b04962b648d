/** Regular expressions for the places that the import rules speak of, relative to the root of the checkout. */
export const SERVER = '^apps/server/src/';
export const MODULES = `${SERVER}modules/`;
export const PLATFORM = `${SERVER}platform/`;
export const TESTS = '\\.(test|db\\.test|e2e)\\.tsx?$';
export const BUILDERS = '/testing\\.ts$';
export const DATABASE_LIBRARIES = 'node_modules/(kysely|pg|pg-[^/]+|graphile-worker)/';
export const HTTP_LIBRARIES = 'node_modules/(fastify|fastify-plugin|@fastify/[^/]+)/';

/** Where a database library may be imported: the stores, the indicators, the platform's database, job queue and audit log, the database tests. */
export const DATABASE_HOMES = [
  // Of a module, or of a subject in a folder of its own inside it.
  `${MODULES}.+/store\\.ts$`,
  `${MODULES}observatory/indicators/[^/]+\\.ts$`,
  `${PLATFORM}(db|jobs|audit-log)/`,
  // The context enqueues jobs in the caller's transaction.
  `${PLATFORM}(cx|make-cx)\\.ts$`,
  // The harness of the database tests gives each file its own database.
  `${SERVER}testing\\.ts$`,
  // They speak SQL as a person, with no use case and no policy asked, to see what the database refuses on its own.
  `${SERVER}.+\\.db\\.test\\.ts$`,
];
/** Where the HTTP library may be imported: the routes, and the platform's server; the page of a job is held open while the job runs. */
export const HTTP_HOMES = [`${MODULES}[^/]+/routes\\.ts$`, `${PLATFORM}(http/|[^/]+/routes\\.ts$|jobs/watch\\.ts$)`];
