import { getLocale } from '../paraglide/runtime.js';
import { formatter } from './format.ts';

export { m } from '../paraglide/messages.js';
/** The formatter of the reader's language; changing the language reloads the page. */
export const fmt = formatter(getLocale());
