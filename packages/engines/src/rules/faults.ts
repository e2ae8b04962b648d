/** Why a condition is refused at load; the words are in `content`. */
export const FAULT_CODES = [
  'unknown-key',
  'wrong-type',
  'wrong-unit',
  'read-needed',
  'not-an-allowed-value',
  'not-comparable',
  'not-a-date',
  'bad-day',
  'bad-interval',
  'no-parts',
  'bad-count',
  'bad-share',
  'asks-nobody-knows',
  'nested-coverage',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];
/** `path` as in the condition: `all/0/atLeast`. */
export type Fault = {
  readonly path: string;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string | number>>;
};
