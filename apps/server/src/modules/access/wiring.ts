import { dirname } from 'node:path';
import { decrypt, encrypt } from '../../platform/crypto.ts';
import type { Module } from '../../platform/module.ts';
import { accessRoutes } from './routes.ts';

export const access: Module = {
  name: 'access',
  routes: ({ keys }) =>
    accessRoutes(
      { seal: (plain) => encrypt(keys.secrets, plain), unseal: (sealed) => decrypt(keys.secrets, sealed) },
      // The keys lie in a folder of the data folder.
      dirname(keys.folder),
    ),
};
