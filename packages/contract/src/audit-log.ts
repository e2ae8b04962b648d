import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, ofEntity } from './shapes.ts';

/** One entry of the audit log: its sentence to read, and what was written for those who check. */
export const AuditLine = z.object({
  seq: z.number().int(),
  at: Instant,
  action: z.string(),
  who: z.string(),
  account: z.string().nullable(),
  kind: z.enum(['person', 'service', 'operator', 'system', 'anonymous']),
  /** What was done, in words; the action stands in `action`. */
  says: z.string(),
  object: z.string().nullable(),
  detail: z.unknown(),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof AuditLine>;

const Search = z.object({
  action: z.string().max(80).optional().describe('An action, `access.role-given`, or a part of the house, `access`'),
  actor: z.string().max(120).optional().describe('Part of a name, or the id of an account'),
  from: Instant.optional(),
  to: Instant.optional(),
  text: z.string().max(120).optional().describe('Anywhere in the entry'),
  before: z.coerce.number().int().positive().optional().describe('Number of the last entry of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const Page = z.object({
  entries: z.array(AuditLine),
  next: z.number().int().nullable(),
  actions: z.array(z.object({ action: z.string(), label: z.string() })),
});

export const readAuditLog = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/audit-log',
  summary: 'What was done and read inside a facility, the last first, for those who read inside it.',
  params: ofEntity,
  query: Search,
  answers: Page,
  refuses: ['not-found'],
});
export const exportAuditLog = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/audit-log/export',
  summary: 'The whole chain of a facility as NDJSON, as `egide audit-log verify` checks it.',
  params: ofEntity,
  media: 'application/x-ndjson',
  refuses: ['not-found'],
});
export const readInstanceLog = endpoint({
  method: 'GET',
  path: '/audit-log',
  summary: 'What concerns no facility, for the platform administrator.',
  query: Search,
  answers: Page,
  refuses: ['forbidden'],
});
export const exportInstanceLog = endpoint({
  method: 'GET',
  path: '/audit-log/export',
  summary: 'The chain of the instance as NDJSON.',
  media: 'application/x-ndjson',
  refuses: ['forbidden'],
});
