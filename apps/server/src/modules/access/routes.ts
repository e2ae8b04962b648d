import * as contract from '@egide/contract/access';
import * as logContract from '@egide/contract/audit-log';
import * as grantsContract from '@egide/contract/grants';
import * as peopleContract from '@egide/contract/people';
import * as servicesContract from '@egide/contract/services';
import { clearSession, setSession } from '../../platform/http/session-cookie.ts';
import { inLane } from '../../platform/http/lane.ts';
import { type Http, route, type Route } from '../../platform/http/route.ts';
import { spool } from '../../platform/http/spool.ts';
import { enrol } from './enrol.ts';
import { createFirstAdministrator, describeSetup } from './first-administrator.ts';
import { changeLanguage } from './account/change-language.ts';
import { changePassword } from './account/change-password.ts';
import { describeAccess } from './grants/describe-access.ts';
import { giveGrant, revokeGrant } from './grants/give-grant.ts';
import { exportAuditLog, exportInstanceLog } from './log/export-log.ts';
import { readAuditLog, readInstanceLog } from './log/read-log.ts';
import { describeMe } from './me.ts';
import { acceptRole, declineRole } from './acceptances/answer-role.ts';
import { renewAcceptance } from './acceptances/renew-acceptance.ts';
import { addPerson } from './people/add-person.ts';
import { endRole } from './people/end-role.ts';
import { acceptInvitation, readInvitation } from './people/invitations.ts';
import { freePhone, renewInvitation } from './people/let-in.ts';
import { listEverybody, listPeople } from './people/list-people.ts';
import { disablePerson, enablePerson } from './people/suspend.ts';
import { addService, addServiceKey, endService, listServices, revokeServiceKey } from './services/services.ts';
import { endSession, listSessions, signOut, signOutEverywhere } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Seals and opens one-time-code secrets at rest. */
export interface Vault {
  readonly seal: (plain: string) => string;
  readonly unseal: (sealed: string) => string;
}

const peopleRoutes: readonly Route[] = [
  route(peopleContract.addPerson, addPerson),
  route(peopleContract.listPeople, listPeople),
  route(peopleContract.listEverybody, listEverybody),
  route(peopleContract.endRole, endRole),
  route(peopleContract.disablePerson, disablePerson),
  route(peopleContract.enablePerson, enablePerson),
  route(peopleContract.renewInvitation, renewInvitation),
  route(peopleContract.freePhone, freePhone),
  route(peopleContract.renewAcceptance, renewAcceptance),
  route(peopleContract.readInvitation, readInvitation),
  route(peopleContract.acceptRole, acceptRole),
  route(peopleContract.declineRole, declineRole),
  route(grantsContract.describeAccess, describeAccess),
  route(grantsContract.giveGrant, giveGrant),
  route(grantsContract.revokeGrant, revokeGrant),
  route(servicesContract.addService, addService),
  route(servicesContract.listServices, listServices),
  route(servicesContract.addServiceKey, addServiceKey),
  route(servicesContract.revokeServiceKey, revokeServiceKey),
  route(servicesContract.endService, endService),
];

/** `folder`: the data folder, where an export lies until its reader has taken it. */
function logRoutes(folder: string): Route[] {
  const keeping = (http: Http) => async (text: AsyncIterable<string>, fileName: string) =>
    http.sendLater(await spool(folder, { media: 'application/x-ndjson', fileName, text }));
  return [
    route(logContract.readAuditLog, readAuditLog),
    route(logContract.readInstanceLog, readInstanceLog),
    ...inLane(
      'exports',
      route(logContract.exportAuditLog, (cx, input, http) => exportAuditLog(cx, input, keeping(http))),
      route(logContract.exportInstanceLog, (cx, _input, http) => exportInstanceLog(cx, keeping(http))),
    ),
  ];
}

/** Argon2 works in each of these. */
const passwordRoutes = (vault: Vault): Route[] =>
  inLane(
    'passwords',
    route(contract.signIn, async (cx, input, http) => {
      const { me, token, expires } = await signIn(cx, input, {
        address: http.address,
        agent: http.agent,
        unseal: vault.unseal,
      });
      setSession(http.reply, token, { secure: http.secure, expires });
      return me;
    }),
    route(contract.enrol, (cx, input, http) => enrol(cx, input, { address: http.address, seal: vault.seal })),
    route(contract.changePassword, (cx, input, http) =>
      changePassword(cx, input, { address: http.address, unseal: vault.unseal }),
    ),
    route(contract.createFirstAdministrator, createFirstAdministrator),
    route(peopleContract.acceptInvitation, acceptInvitation),
  );

export const accessRoutes = (vault: Vault, folder: string): Route[] => [
  ...passwordRoutes(vault),
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
  route(contract.changeLanguage, changeLanguage),
  route(contract.setup, describeSetup),
  ...peopleRoutes,
  ...logRoutes(folder),
];
