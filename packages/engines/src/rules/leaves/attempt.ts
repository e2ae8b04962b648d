import type { Wanted } from '../answer.ts';
import type { FactValue } from '../fact.ts';

/**
 * Records of one key and subject that a leaf would be content with: a value that does (absent: any will do), the values
 * that do in general, and the instants of collection, one record for each.
 */
export type Attempt = { readonly value?: FactValue; readonly wanted: Wanted; readonly times: readonly number[] };
