import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem, NoAnswer } from './api/problem.ts';
import { heard } from './api/reach.ts';
import { meQuery } from './session.ts';

/** Readings are kept a quarter of a minute; a refusal stays a refusal: only an answer that never came is asked again. */
export function makeClient(): QueryClient {
  const onSuccess = () => heard(true);
  const onError = (error: Error) => {
    heard(!(error instanceof NoAnswer));
    // The page stays with what was typed; the shell asks who is there.
    if (isProblem(error, 'session-required')) client.setQueryData(meQuery.queryKey, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onSuccess, onError }),
    mutationCache: new MutationCache({ onSuccess, onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
