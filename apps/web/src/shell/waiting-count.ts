import { listToConfirm } from '@egide/contract/evidence';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';

/** How many facts wait for an officer of this region; zero elsewhere, and while nobody knows. */
export const useWaiting = (region: string | null): number =>
  useQuery({ ...ask(listToConfirm, { params: { region: region ?? '' } }), enabled: region !== null, staleTime: 60_000 })
    .data?.total ?? 0;
