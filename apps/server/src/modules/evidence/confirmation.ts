import { sayKey, sayValue } from '@egide/engines/rules';
import type { Locale } from '@egide/kernel/locale';
import { say } from '../../platform/words.ts';
import { isOfficial, vocabulary } from '../frameworks/index.ts';
import type { Stored } from './store.ts';
import { waits } from './view.ts';

/** Only the facility's word so far, for what an officer makes official: an official level, or anything of an official file. */
export const unconfirmed = (o: Pick<Stored, 'key' | 'trust' | 'source_kind' | 'withdraws'>): boolean =>
  waits(o) || (isOfficial(o.key) && o.trust !== 'verified' && !o.withdraws);

/** Why an answer that these facts decide is to be confirmed, in one line; null when it is not. */
export function sayToConfirm(deciding: readonly Stored[], locale: Locale): string | null {
  const facts = deciding.filter(unconfirmed).map(({ key: name, value }) => {
    const key = vocabulary().get(name);
    const says = key ? sayValue(key, value, locale) : String(value);
    return say(locale, 'answer.resting-on', { label: sayKey(key, locale), says });
  });
  return facts.length === 0 ? null : say(locale, 'answer.to-confirm', { facts: [...new Set(facts)].join(', ') });
}
