export { forgetAccounts } from './accounts-file.ts';
export { removeDemo } from './remove.ts';
export { openDemo } from './start.ts';
