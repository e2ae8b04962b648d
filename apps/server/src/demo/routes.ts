import { dirname } from 'node:path';
import * as contract from '@egide/contract/demo';
import { encrypt } from '../platform/crypto.ts';
import { route, type Route } from '../platform/http/route.ts';
import type { Surroundings } from '../platform/module.ts';
import { askForDemo } from './ask.ts';
import { forgetAccounts, writeAccounts } from './accounts-file.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes = ({ keys }: Surroundings): Route[] => {
  // The keys lie in a folder of the data folder.
  const folder = dirname(keys.folder);
  return [
    route(contract.loadDemo, async (cx) => {
      const accounts = await askForDemo(cx, (plain) => encrypt(keys.secrets, plain));
      writeAccounts(folder, accounts);
      return { accounts };
    }),
    route(contract.removeDemo, async (cx) => {
      const removed = await removeDemo(cx);
      forgetAccounts(folder);
      return removed;
    }),
  ];
};
