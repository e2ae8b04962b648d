import { defineConfig } from 'vitest/config';

const shared = { pool: 'threads', isolate: false, testTimeout: 20_000, hookTimeout: 60_000 } as const;
const source = ['packages/**/*', 'apps/**/*', 'tools/**/*'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: source.flatMap((p) => [`${p}.test.ts`, `${p}.test.tsx`]),
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'db',
          include: source.map((p) => `${p}.db.test.ts`),
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/server/src/platform/db/test-cluster.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['apps/web/e2e/**/*.e2e.ts'],
          globalSetup: ['apps/web/e2e/server.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
