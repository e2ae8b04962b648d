import { actorAccount } from '../../platform/actor.ts';
import { INSTANCE } from '../../platform/audit-log/entry.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Cx } from '../../platform/cx.ts';
import type { Attempt } from '../../platform/http/remember.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { networkOf } from './network.ts';
import { countAttempt } from './throttle/store.ts';

/** Attempts of one account, or for one login from one address, that have an entry each within an hour of the clock. */
const ENTRY_EACH = 60;

/**
 * Entries are for ever and an attempt is cheap: past some, only each that doubles their number has one, which says how many
 * there were. Nobody floods the log, nobody knocks unseen.
 */
async function bounded(cx: Cx, what: string, write: (many: { attempts?: number }) => Promise<void>): Promise<void> {
  const count = await countAttempt(cx, `attempt:${cx.now().toISOString().slice(0, 13)}:${what}`);
  if (count <= ENTRY_EACH) return write({});
  if (Number.isInteger(Math.log2(count))) await write({ attempts: count });
}

/** Somebody who is signed in was refused. */
export const attemptRefused = (cx: Cx, { code, object }: Attempt): Promise<void> =>
  bounded(cx, actorAccount(cx.actor) ?? cx.actor.kind, (many) =>
    cx.record({ chain: INSTANCE, action: 'access.refused', object, detail: { code, ...many } }),
  );

/**
 * The refusal of a right password that came without a code: the first half of each sign-in, and just so the test of a stolen
 * password, which the person concerned must be able to find.
 */
export const passwordAlone = (
  code: 'code-required' | 'enrolment-required' | 'enrolment-done',
  { login, address }: { readonly login: string; readonly address: string },
): Refusal =>
  refuse(code).leaving((cx) =>
    bounded(cx, `${sha256Hex(login)}:${networkOf(address)}`, (many) =>
      cx.record({ chain: INSTANCE, action: 'access.password-alone', detail: { login, address, code, ...many } }),
    ),
  );
