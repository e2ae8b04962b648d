import * as access from './access.ts';
import * as assessments from './assessments.ts';
import * as auditLog from './audit-log.ts';
import * as demo from './demo.ts';
import * as evidence from './evidence.ts';
import * as facilities from './facilities.ts';
import * as grants from './grants.ts';
import * as jobs from './jobs.ts';
import * as observatory from './observatory.ts';
import * as people from './people.ts';
import * as programmes from './programmes.ts';
import * as services from './services.ts';
import type { Endpoint } from './endpoint.ts';

/** Every call of the HTTP contract, by module. OpenAPI, the server's routes, the route walk and the web client derive from it. */
export const api = {
  // One module, four subjects.
  access: { ...access, ...people, ...grants, ...services },
  assessments,
  auditLog,
  demo,
  evidence,
  facilities,
  jobs,
  observatory,
  programmes,
} as const;

const isEndpoint = (x: unknown): x is Endpoint =>
  typeof x === 'object' && x !== null && 'method' in x && 'path' in x && 'door' in x;

/** `module.call` → its endpoint, in the order of the files. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  Object.entries(api).flatMap(([module, calls]) =>
    Object.entries(calls).flatMap(([name, e]) => (isEndpoint(e) ? [[`${module}.${name}`, e] as const] : [])),
  ),
);
