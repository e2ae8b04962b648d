export { actAs, asSystem } from './act-as.ts';
export { doorkeeper, jobScopes, OPERATOR, openingFor } from './doorkeeper.ts';
export { describeSetup, offerSetup } from './first-administrator.ts';
export { addGrant } from './grants/store.ts';
export { newSecret } from './one-time-codes.ts';
export { hashPassword } from './passwords.ts';
export { letInAsOperator } from './people/let-in.ts';
export { holdsAt, isOfficerOver, makesOfficial, readsInside, runsPlatform, seesWithheld, steers } from './policy.ts';
export { visibleFacility } from './visible-facility.ts';
export {
  addAccount,
  addHold,
  anyAdministrator,
  anyRealPerson,
  countFictional,
  type NewAccount,
  type NewHold,
  removeFictional,
} from './store.ts';
