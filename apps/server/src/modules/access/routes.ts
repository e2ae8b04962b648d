import * as contract from '@egide/contract/access';
import { clearSession, setSession } from '../../platform/http/session-cookie.ts';
import { route, type Route } from '../../platform/http/route.ts';
import { enrol } from './enrol.ts';
import { createFirstAdministrator, describeSetup } from './first-administrator.ts';
import { describeMe } from './me.ts';
import { endSession, listSessions, signOut, signOutEverywhere } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Seals and opens one-time-code secrets at rest. */
export interface Vault {
  readonly seal: (plain: string) => string;
  readonly unseal: (sealed: string) => string;
}

export const accessRoutes = (vault: Vault): Route[] => [
  route(contract.signIn, async (cx, input, http) => {
    const { me, token, expires } = await signIn(cx, input, { address: http.address, agent: http.agent, unseal: vault.unseal });
    setSession(http.reply, token, { secure: http.secure, expires });
    return me;
  }),
  route(contract.enrol, (cx, input, http) => enrol(cx, input, { address: http.address, seal: vault.seal })),
  route(contract.signOut, async (cx, _input, http) => {
    await signOut(cx);
    clearSession(http.reply, http.secure);
  }),
  route(contract.signOutEverywhere, async (cx, _input, http) => {
    await signOutEverywhere(cx);
    clearSession(http.reply, http.secure);
  }),
  route(contract.listSessions, listSessions),
  route(contract.endSession, endSession),
  route(contract.me, describeMe),
  route(contract.setup, describeSetup),
  route(contract.createFirstAdministrator, createFirstAdministrator),
];
