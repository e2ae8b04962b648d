import type { JobHandler } from './jobs/handler.ts';
import type { Keys } from './keys.ts';
import type { Route } from './http/route.ts';

/** What every module's wiring may use. */
export interface Surroundings {
  readonly keys: Keys;
}

/** A module as `modules.ts` lists it. */
export interface Module {
  readonly name: string;
  readonly routes?: (around: Surroundings) => readonly Route[];
  readonly jobs?: (around: Surroundings) => Readonly<Record<string, JobHandler>>;
}
