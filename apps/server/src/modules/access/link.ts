import type { Invitation } from '@egide/contract/people';
import { MS_DAY } from '@egide/kernel/days';
import { newToken } from '../../platform/crypto.ts';
import type { Cx } from '../../platform/cx.ts';
import { tokenHash } from './doorkeeper.ts';

const LASTS_MS = 7 * MS_DAY;

/** A link as it is shown, once, and what is kept of it. */
export interface Link {
  readonly shown: Invitation;
  readonly hash: string;
  readonly until: Date;
}

/** Behind `#`, a token reaches no server and no log when the page is opened. */
export function newLink(cx: Cx, kind: Invitation['kind']): Link {
  const token = newToken();
  const until = new Date(cx.now().getTime() + LASTS_MS);
  return {
    shown: { kind, token, path: `/invitation#${token}`, expires: until.toISOString() },
    hash: tokenHash(token),
    until,
  };
}
