import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** The Chromium of this machine: the one that CHROMIUM names, or the first in its usual places; null when there is none. */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | null {
  const named = environment['CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return PLACES.find((place) => existsSync(place)) ?? null;
}
