import { getLocale, setLocale } from './paraglide/runtime.js';
import type { Me } from './session.ts';

/** Where this browser keeps the language that somebody chose on it (`messages.options.mjs`). */
const CHOSEN = 'egide.locale';

/** On a browser where nobody chose a language yet, that of the account holds. True when it differs: the page then has to be loaded anew. */
export function adoptLanguage(me: Pick<Me, 'locale'>): boolean {
  if (localStorage.getItem(CHOSEN) !== null || me.locale === getLocale()) return false;
  void setLocale(me.locale, { reload: false });
  return true;
}
