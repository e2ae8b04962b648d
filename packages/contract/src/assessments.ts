import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Observation } from './evidence.ts';
import { Id, Instant, Level, ofEntity, State, Verdict } from './shapes.ts';

/** Mean of the known indicators, one decimal; null when none is known. Never shown without its coverage. */
const score = { level: z.number().nullable(), known: z.number().int(), total: z.number().int() };

export const IndicatorLine = z.object({
  id: z.string(),
  title: z.string(),
  state: State,
  level: Level.nullable(),
  computed: Level.nullable(),
  declared: Level.nullable(),
  contradiction: z.boolean(),
});
export const ThemeLine = z.object({
  id: z.string(),
  title: z.string(),
  ...score,
  yearAgo: z.object(score),
  indicators: z.array(IndicatorLine),
});

/** Whether the reader may do it; when not, the reason in words, to show beside the disabled button. */
const Can = z.object({ answer: z.boolean(), submit: z.boolean(), why: z.string().nullable() });

export const SubmissionLine = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  edition: z.string(),
  ...score,
  comment: z.string().nullable(),
});
export type SubmissionLine = z.infer<typeof SubmissionLine>;

/** One thing to do next, and what it would give. */
export const NextAction = z.object({
  indicator: z.string(),
  action: z.string(),
  why: z.string(),
  hours: z.number().nullable(),
  from: Level.nullable(),
  to: Level,
  theme: z.object({ id: z.string(), title: z.string(), from: z.number().nullable(), to: z.number().nullable() }),
  /** Other indicators and objectives whose answer it would change, before and after. */
  indicators: z.array(z.object({ id: z.string(), title: z.string(), from: Level.nullable(), to: Level.nullable() })),
  objectives: z.array(z.object({ of: z.string(), id: z.string(), title: z.string(), from: Verdict, to: Verdict })),
  /** Everything else that reads the same facts, whether its answer changes or not. */
  alsoServes: z.array(z.string()),
});
/** An indicator below its top level: what the next level says, how many facts are missing for it, whether any fact can. */
export const Gap = z.object({
  indicator: z.string(),
  title: z.string(),
  theme: z.string(),
  state: State,
  from: Level.nullable(),
  to: Level.nullable(),
  sentence: z.string().nullable(),
  missing: z.number().int(),
  reachable: z.boolean(),
});
export const Gain = z.object({
  theme: z.string(),
  title: z.string(),
  levels: z.number().int(),
  why: z.array(z.string()),
});

export const Assessment = z.object({
  finess: z.string(),
  name: z.string(),
  framework: z.object({ id: z.string(), edition: z.string(), title: z.string(), transcription: z.string() }),
  dimension: z.object({ id: z.string(), title: z.string() }),
  at: Instant,
  ...score,
  yearAgo: z.object({ ...score, at: Instant }),
  themes: z.array(ThemeLine),
  counts: z.record(State, z.number().int()),
  /** The most pressing first: to decide, expired, unanswered, to confirm, then the lowest. */
  gaps: z.array(Gap),
  nextActions: z.array(NextAction),
  /** All next actions together, on the indicators known today: the mean before and after. */
  together: z.object({ from: z.number().nullable(), to: z.number().nullable(), known: z.number().int() }).nullable(),
  gains: z.array(Gain),
  lost: z.number().int(),
  submissions: z.array(SubmissionLine),
  /** Percent of known indicators from which the region counts a submitted level, and whether today's would count. */
  territory: z.object({ enough: z.number().int(), counts: z.boolean() }),
  can: Can,
});
export type Assessment = z.infer<typeof Assessment>;

/** One line of the reasons: a condition in words, its answer, the fact that it read. */
export interface Reason {
  text: string;
  verdict: z.infer<typeof Verdict>;
  deciding: boolean;
  detail: string | null;
  children: Reason[];
}
export const Reason: z.ZodType<Reason> = z.lazy(() =>
  z.object({
    text: z.string(),
    verdict: Verdict,
    deciding: z.boolean(),
    detail: z.string().nullable(),
    children: z.array(Reason),
  }),
);

/** A fact to state so that a condition becomes true, in words and ready for the form. */
export const Change = z.object({
  text: z.string(),
  key: z.string(),
  about: z.object({ kind: z.string(), id: z.string() }),
  value: z.union([z.boolean(), z.number(), z.string()]),
  renew: z.boolean(),
});
export type Change = z.infer<typeof Change>;

export const Indicator = IndicatorLine.extend({
  question: z.string(),
  theme: z.object({ id: z.string(), title: z.string() }),
  kind: z.enum(['asked', 'computed']),
  measures: z.array(z.string()),
  reference: z.string(),
  proposed: z.boolean(),
  levels: z.array(
    z.object({
      level: Level,
      sentence: z.string(),
      verdict: Verdict.nullable(),
      reasons: Reason.nullable(),
      yearAgo: z.boolean(),
    }),
  ),
  /** The sentence that says where the level stands and what holds it. */
  verdict: z.string(),
  changes: z.array(Change),
  changesAt: Instant.nullable(),
  changesText: z.string().nullable(),
  /** `id` names the observation: to take the answer back. */
  declaredBy: z
    .object({ id: Id, name: z.string().nullable(), at: Instant, note: z.string().nullable(), kept: z.boolean() })
    .nullable(),
  deciding: Observation.nullable(),
  facts: z.array(Observation),
  alsoServes: z.array(z.string()),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  can: Can,
});
export type Indicator = z.infer<typeof Indicator>;

const ofFramework = ofEntity.extend({ framework: z.string().max(40) });
const ofIndicator = ofFramework.extend({ indicator: z.string().regex(/^\d+\.\d+\.\d+$/) });

export const readAssessment = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/assessments/{framework}',
  summary: 'Where the facility stands today: levels with their coverage, gaps, what to do next.',
  params: ofFramework,
  answers: Assessment,
  refuses: ['not-found'],
});
export const readIndicator = endpoint({
  method: 'GET',
  path: '/organisations/{finess}/assessments/{framework}/indicators/{indicator}',
  summary: 'One indicator with its reasons, what would change it and the facts it rests on.',
  params: ofIndicator,
  answers: Indicator,
  refuses: ['not-found'],
});
export const answerIndicator = endpoint({
  method: 'PUT',
  path: '/organisations/{finess}/assessments/{framework}/answers/{indicator}',
  summary:
    'Answers by hand, confirms, or keeps another answer with a justification; `level` null says that nobody knows. Each answer is an observation.',
  params: ofIndicator,
  body: z.object({
    level: Level.nullable(),
    note: z.string().trim().max(4000).optional(),
    justification: z.string().trim().min(10).max(4000).optional(),
  }),
  answers: Indicator,
  refuses: ['not-found', 'forbidden'],
});
export const takeBackAnswer = endpoint({
  method: 'DELETE',
  path: '/organisations/{finess}/assessments/{framework}/answers/{indicator}/{id}',
  status: 200,
  summary:
    'Takes an answer, or the last change of its comment, back: the indicator stands exactly as before. The ledger keeps both.',
  params: ofIndicator.extend({ id: Id }),
  answers: Indicator,
  refuses: ['not-found', 'forbidden', 'fact-stays'],
});
export const annotateAnswer = endpoint({
  method: 'PUT',
  path: '/organisations/{finess}/assessments/{framework}/answers/{indicator}/note',
  summary:
    'Changes the comment of the present answer without answering again: a correction that names the old one. A justification keeps ten characters at least.',
  params: ofIndicator,
  body: z.object({ note: z.string().trim().max(4000) }),
  answers: Indicator,
  refuses: ['not-found', 'forbidden', 'answer-missing', 'justification-needed'],
});
export const submit = endpoint({
  method: 'POST',
  path: '/organisations/{finess}/assessments/{framework}/submissions',
  status: 201,
  summary:
    'The director lets a dated snapshot out of the walls; the region sees it from now on. Submitting again is always possible.',
  params: ofFramework,
  body: z.object({ comment: z.string().trim().max(2000).optional() }),
  answers: SubmissionLine,
  refuses: ['not-found', 'forbidden', 'nothing-known'],
});
