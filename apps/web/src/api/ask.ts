import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import type { AnswerOf, Endpoint } from '@egide/contract/endpoint';
import { call, type Sent } from './call.ts';

/** A reading call as a query of the cache; everything read of one path can be invalidated together by `about`. */
export function ask<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E>,
): UseQueryOptions<AnswerOf<E>, Error, AnswerOf<E>, readonly unknown[]> & { queryKey: readonly unknown[] } {
  return queryOptions({ queryKey: keyOf(endpoint, sent), queryFn: ({ signal }) => call(endpoint, sent, { signal }) });
}
const keyOf = (endpoint: Endpoint, sent: unknown): readonly unknown[] => [endpoint.path, sent];

/** Key prefix of every reading of this path. */
export const about = (endpoint: Endpoint) => [endpoint.path] as const;
