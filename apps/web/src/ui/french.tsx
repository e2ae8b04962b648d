import { getLocale } from '../paraglide/runtime.js';

/** Words that exist in French alone, of the register or of a hospital: kept as they are, and read aloud in French whatever the language of the screen. */
export function French({ children }: { children: string }) {
  return getLocale() === 'fr' ? children : <span lang="fr">{children}</span>;
}
