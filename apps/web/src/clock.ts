import { parisDay, toInstant, type Day, type Instant } from '@egide/kernel/days';

/** The only place of the web app that asks the time. Milliseconds since 1970. */
export const nowMs = (): number => Date.now();
export const now = (): Instant => toInstant(nowMs());
/** Today in Paris. */
export const today = (): Day => parisDay(nowMs());
