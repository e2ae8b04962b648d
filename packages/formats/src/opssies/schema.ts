import { z } from 'zod';
import { wrong } from '../shape.ts';

type Seen = { readonly input?: unknown };
/** A context that is given must be complete: the official schema requires each of its fields (v0.13, profile D1). */
const complete = (issue: Seen): string | undefined => (issue.input === undefined ? 'context-field-missing' : undefined);

const Code = z.int();
const Text = z.string();
const Id = z.looseObject({ stakeholderIdType: Code, __text: Text });
const Name = z.looseObject({ stakeholderNameType: Code, __text: Text });
const actor = { stakeholderNameTypes: z.array(Name), stakeholderType: Code, stakeholderRoleType: Code };

/** Actor common to all events: one identifier, an object. */
export const CommonActor = z.looseObject({ stakeholderId: Id, ...actor });
/** Actor of one event: several identifiers, an array, even when there is one. */
export const EventActor = z.looseObject({
  stakeholderId: z.array(Id),
  ...actor,
  stakeholderNameTypes: z.array(Name).optional(),
});

const EventDate = z.looseObject({ dateType: Code, __text: z.string({ error: wrong('bad-date-format') }) });
const Flag = z.boolean({ error: complete });
const FunctionalContext = z.looseObject({
  functionalContextCategory: z.int({ error: complete }),
  __text: z.string({ error: complete }),
  isPersonalData: Flag,
  isPersonalHealthcareData: Flag,
  userCount: z.int({ error: complete }),
});
const TechnicalContext = z.looseObject({
  technicalContextCategory: z.int({ error: complete }),
  __text: z.string({ error: complete }),
  isDynamic: Flag,
  isAuthenticatable: Flag,
  isOnCloud: Flag,
});
const contexts = {
  functionalContexts: z.array(FunctionalContext).optional(),
  technicalContexts: z.array(TechnicalContext).optional(),
};
const Scope = z.looseObject({
  ...contexts,
  autonomousSystemNumbers: z.array(Text).optional(),
  domains: z.array(Text).optional(),
  subnetIpV4s: z.array(Text).optional(),
  subnetIpV6s: z.array(Text).optional(),
});
const Forest = z.looseObject({ forestFqdn: Text.optional(), forestGuid: Text.optional() });
const Level = z.int({ error: wrong('level-not-number') }).optional();

/** One audit or exercise: its actors, dates, scope, outcome and qualifiers. Codes are integers, levels are numbers. */
export const OpssiesAudit = z.looseObject({
  stakeholders: z.array(EventActor).optional(),
  dates: z.array(EventDate),
  ...contexts,
  scope: z.looseObject({ forest: Forest.optional() }).optional(),
  scopes: z.array(Scope).optional(),
  outcome: z.looseObject({ level: Level, score: z.int({ error: wrong('score-not-number') }).optional() }).optional(),
  tlp: Text.optional(),
  eventAnalysisType: Code,
  eventType: Code,
});
export type OpssiesAudit = z.infer<typeof OpssiesAudit>;
export type CommonActor = z.infer<typeof CommonActor>;
export type EventActor = z.infer<typeof EventActor>;

/** The file itself; each event is read on its own, so that one wrong event leaves the others alone. */
export const OpssiesFile = z.looseObject({
  events: z.looseObject({ stakeholders: z.array(z.unknown()).optional(), event: z.array(z.unknown()) }),
});
export type OpssiesFile = z.infer<typeof OpssiesFile>;
