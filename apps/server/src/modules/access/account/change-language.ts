import type { Me } from '@egide/contract/access';
import type { Cx } from '../../../platform/cx.ts';
import { refuse } from '../../../platform/refusal.ts';
import { actorAccount } from '../../../platform/actor.ts';
import { describeMe } from '../me.ts';
import * as store from '../store.ts';

export async function changeLanguage(cx: Cx, { locale }: { locale: 'fr' | 'en' }): Promise<Me> {
  const account = actorAccount(cx.actor);
  if (account === null) throw refuse('session-required');
  await store.keepLocale(cx, account, locale);
  return describeMe(cx);
}
