import { useQuery } from '@tanstack/react-query';
import { setup } from '@egide/contract/access';
import { ask } from '../../api/ask.ts';

/** What this instance still needs before anyone can sign in; undefined until known. */
export const useSetup = () => useQuery(ask(setup, {})).data;
