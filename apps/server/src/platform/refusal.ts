import type { Cx } from './cx.ts';

/** Values put into the words of a refusal. */
export type Params = Readonly<Record<string, string | number>>;
/** One thing wrong at one place of what was sent. */
export interface Fault {
  readonly at: string;
  readonly code: string;
  readonly params?: Params;
}

/** The one way in which a use case says no. The code is a key of `content/messages/*\/problems.json`, which also gives its HTTP status. */
export class Refusal extends Error {
  /** Work that must outlive the transaction that this refusal undoes. */
  aftermath: ((cx: Cx) => Promise<void>) | null = null;
  readonly code: string;
  readonly params: Params;
  readonly faults: readonly Fault[];
  constructor(code: string, params: Params = {}, faults: readonly Fault[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
    this.faults = faults;
  }
  /** What a refusal leaves behind, written in a transaction of its own once the refused one is undone. */
  leaving(aftermath: (cx: Cx) => Promise<void>): this {
    this.aftermath = aftermath;
    return this;
  }
}

export const refuse = (code: string, params?: Params, faults?: readonly Fault[]): Refusal =>
  new Refusal(code, params, faults);
