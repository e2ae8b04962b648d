import { useSyncExternalStore } from 'react';
import { nowMs } from '../clock.ts';

/** Since when the server has not answered (milliseconds since 1970); null while it does. */
let silentSince: number | null = null;
const readers = new Set<() => void>();

/** What the last call met: an answer, whatever it said, or none. */
export function heard(answered: boolean): void {
  if (answered === (silentSince === null)) return;
  silentSince = answered ? null : nowMs();
  readers.forEach((tell) => tell());
}
export const answering = (): boolean => silentSince === null;
export const useSilentSince = (): number | null =>
  useSyncExternalStore(
    (tell) => {
      readers.add(tell);
      return () => readers.delete(tell);
    },
    () => silentSince,
  );

/** Is the service there again? Asked without a session, and without the cache of the screens. */
export async function knock(): Promise<boolean> {
  const answer = await fetch('/health/ready').catch(() => null);
  heard(answer?.ok ?? false);
  return answer?.ok ?? false;
}
