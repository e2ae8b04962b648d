import { OPERATOR } from './modules/access/index.ts';
import { systemClock } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import type { Cx } from './platform/cx.ts';
import { openDataFolder } from './platform/data-folder.ts';
import { wordsOf } from './platform/http/problem.ts';
import { openInstance } from './platform/instance.ts';
import { Refusal } from './platform/refusal.ts';

export type { Cx } from './platform/cx.ts';
export { Refusal };
export { wordsOf };

/** The operator of the machine, at the command line: no server needed, everything audited under that name. */
export interface Operator {
  readonly folder: string;
  /** Runs one use case in one transaction. */
  run<T>(work: (cx: Cx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the database of a data folder, or joins the one that runs there. Throws an Error whose message is for the operator. */
export async function openOperator(
  options: { data: string | null; locale: 'fr' | 'en' },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Operator> {
  const config = readConfig([], env);
  if (!config.ok) throw new Error(config.error);
  const folder = openDataFolder(options.data);
  if (!folder.ok) throw new Error(folder.error);
  const instance = await openInstance({
    folder: folder.value,
    databaseUrl: config.value.databaseUrl,
    clock: systemClock,
  });
  const asOperator: Operator['run'] = (work) =>
    instance.run({ actor: { kind: 'operator' }, opening: OPERATOR, locale: options.locale }, work);
  return {
    folder: folder.value,
    run: (work) =>
      asOperator(work).catch(async (cause: unknown) => {
        // A refused attempt leaves its trace although what it tried is undone.
        if (cause instanceof Refusal && cause.aftermath !== null) await asOperator(cause.aftermath);
        throw cause;
      }),
    close: () => instance.close(),
  };
}

/** Doors of the modules, loaded when a command needs them. */
export const doors = {
  access: () => import('./modules/access/index.ts'),
  auditLog: () => import('./platform/audit-log/export.ts'),
  demo: () => import('./demo/index.ts'),
  evidence: () => import('./modules/evidence/index.ts'),
  facilities: () => import('./modules/facilities/index.ts'),
} as const;
export type Doors = typeof doors;
