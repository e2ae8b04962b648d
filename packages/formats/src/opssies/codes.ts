/** Code lists of the interoperability model v0.13 (github opssies/opssies.github.io @ f27b2eea, folder v013). */
export const ID_TYPE = { range: 1, site: 2, entity: 3, siren: 4, siret: 5, group: 6 } as const;
export const NAME_TYPE = { short: 1, long: 2, groupShort: 6 } as const;
export const ACTOR_TYPE = { site: 1, group: 2, thirdParty: 3 } as const;
export const ROLE = { requester: 1, provider: 2, auditor: 3, recipient: 4 } as const;
/** Realisation, effective: the audit or the exercise took place at this time. */
export const DATE_DONE = 7;
/** Programme under which the event was made; 3 stood for CaRE D1 until 2024-06-05. */
export const PROGRAMME = { first: 1, careD1: 5, careD1Until2024: 3, last: 5 } as const;

/** The events that become facts, among the 61 codes of `eventType`. */
export const EVENT_TYPES = {
  27: 'directory',
  28: 'exposure', // Cybersurveillance of CERT Santé
  29: 'exposure', // outside provider, CaRE D1 profile
  43: 'exercise',
  60: 'exposure', // SILENE of ANSSI
} as const;
export type EventType = keyof typeof EVENT_TYPES;
export type EventKind = (typeof EVENT_TYPES)[EventType];
export const CARE_D1 = 29;
export const LAST_EVENT_TYPE = 61;
export const isReadType = (type: number): type is EventType => Object.hasOwn(EVENT_TYPES, type);

/** The enumeration stops at 72 while its labels go to 74: both are read. */
export const FUNCTIONAL_CONTEXTS = { first: 1, last: 74 } as const;
/** The labels stop at 14 while the enumeration goes to 72: both are read. */
export const TECHNICAL_CONTEXTS = { first: 1, last: 72 } as const;
