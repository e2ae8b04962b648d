import { searchFacilities } from '@egide/contract/facilities';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../api/ask.ts';

/** Milliseconds without a key before the register is asked. */
const PAUSE = 150;
const SHORTEST = 2;

/** Facilities that answer to what is being typed: number, name, town; slips forgiven by the server. */
export function useFacilitySearch(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const enabled = asked.length >= SHORTEST;
  const query = useQuery({
    ...ask(searchFacilities, { query: { text: asked || ' ', limit: 8 } }),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return {
    found: enabled ? (query.data?.facilities ?? []) : [],
    busy: text.trim().length >= SHORTEST && (query.isFetching || asked !== text.trim()),
    error: enabled ? query.error : null,
  };
}
