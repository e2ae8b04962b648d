import { listFacts, vocabulary } from '@egide/contract/evidence';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/ask.ts';
import { isProblem } from '../../api/problem.ts';
import { domainsOf } from './known.ts';

/** Facts that this reader may see; null when none are open to them, which reads like none at all. */
export function useDomains(finess: string) {
  const facts = useQuery(ask(listFacts, { params: { finess } }));
  const words = useQuery({ ...ask(vocabulary, {}), staleTime: Infinity });
  const closed = isProblem(facts.error, 'not-found');
  const error = closed ? null : (facts.error ?? words.error);
  const domains = facts.data && words.data ? domainsOf(facts.data.facts, words.data.keys, words.data.groups) : null;
  const keys = new Map((words.data?.keys ?? []).map(({ key, byHand }) => [key, byHand]));
  return {
    closed,
    error: domains ? null : error,
    domains,
    keys,
    refetch: () => {
      void facts.refetch();
      void words.refetch();
    },
  };
}
export type Known = ReturnType<typeof useDomains>;
