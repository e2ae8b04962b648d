type Linked = { readonly id: string; readonly corrects: string | null; readonly withdraws: boolean };

const takenBack = (observations: readonly Linked[]): ReadonlySet<string> =>
  new Set(observations.flatMap((o) => (o.withdraws && o.corrects !== null ? [o.corrects] : [])));

/**
 * What is still said: neither what was taken back, nor the act of taking it back. What the withdrawn observation had corrected
 * says again what it said before.
 */
export function withoutWithdrawn<T extends Linked>(observations: readonly T[]): T[] {
  const gone = takenBack(observations);
  return gone.size === 0 ? [...observations] : observations.filter((o) => !o.withdraws && !gone.has(o.id));
}

/** Which observation replaces which, a withdrawal replacing what it takes back. */
export function corrections(observations: readonly Linked[]): Map<string, string> {
  const gone = takenBack(observations);
  return new Map(
    observations.flatMap((o) => (o.corrects === null || gone.has(o.id) ? [] : [[o.corrects, o.id] as const])),
  );
}
