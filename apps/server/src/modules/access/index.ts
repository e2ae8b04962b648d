import { addAccount, addHold, type NewAccount, type NewHold } from './store.ts';

export { doorkeeper, jobScopes, OPERATOR, openingFor } from './doorkeeper.ts';
export { describeSetup, offerSetup } from './first-administrator.ts';
export { hashPassword } from './passwords.ts';
export { holds, holdsAt, makesOfficial, readsInside, runsPlatform, steers } from './policy.ts';
export { addAccount, addHold, type NewAccount, type NewHold };
