/** Chain of what concerns no facility. */
export const INSTANCE = 'instance';

/** What is written for ever: the act, on what, with the few facts that make it readable later. */
export interface AuditEntry {
  /** FINESS number of the legal entity concerned, or `instance`. */
  readonly chain: string;
  /** `module.fact-in-the-past`: `evidence.observation-recorded`. */
  readonly action: string;
  readonly object?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}
