/** The first `most` of what waits, taken in turn from each owner, in the order in which they stood: one file crowds nobody out. */
export function fairly<T extends { readonly owner: string }>(waiting: readonly T[], most: number): T[] {
  if (waiting.length <= most) return [...waiting];
  const seen = new Map<string, number>();
  const turns = waiting.map((one, place) => {
    const turn = seen.get(one.owner) ?? 0;
    seen.set(one.owner, turn + 1);
    return { one, place, turn };
  });
  return turns
    .toSorted((a, b) => a.turn - b.turn || a.place - b.place)
    .slice(0, most)
    .toSorted((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
