import { z } from 'zod';
import { Change, Reason } from './assessments.ts';
import { endpoint } from './endpoint.ts';
import { Observation } from './evidence.ts';
import { Instant, ofEntity, Verdict } from './shapes.ts';

/** One objective of a call, or a gate, as the facts answer it today. */
export const Objective = z.object({
  id: z.string(),
  title: z.string(),
  /** Why this reader is not told the answer: it rests on a fact kept from every GHT and every peer. Null when it is told. */
  withheld: z.string().nullable(),
  /** Why the answer is to be confirmed, in one line: it rests on an official fact that no officer has made official. */
  toConfirm: z.string().nullable(),
  /** Null when it is not told, as the reasons are. */
  verdict: Verdict.nullable(),
  reasons: Reason.nullable(),
  changes: z.array(Change),
  /** False when no fact recorded today could make it met. */
  reachable: z.boolean(),
  changesAt: Instant.nullable(),
  changesText: z.string().nullable(),
  reference: z.string(),
  proposed: z.boolean(),
  note: z.string().nullable(),
  evidence: z.array(z.string()),
  facts: z.array(Observation),
});
export const Programme = z.object({
  id: z.string(),
  call: z.string(),
  title: z.string(),
  publisher: z.string(),
  appliesTo: z.string(),
  note: z.string().nullable(),
  /** Objectives met, those to be confirmed apart. */
  met: z.number().int(),
  objectives: z.array(Objective),
});
export type Programme = z.infer<typeof Programme>;

export const listProgrammes = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/programmes',
  summary: 'What each programme and gate answers for this facility today, with the reasons.',
  params: ofEntity,
  answers: z.object({ at: Instant, name: z.string(), programmes: z.array(Programme) }),
  refuses: ['not-found'],
});
