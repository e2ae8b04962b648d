/** What is being typed for one indicator and was not given yet. */
export interface Draft {
  /** The level that differs from what the facts give and waits for its reason. */
  readonly keeping?: number | undefined;
  readonly why?: string | undefined;
  readonly note?: string | undefined;
}
const NOTHING: Draft = {};

/** Drafts of this window, by the key of their indicator; they outlive the page that they are typed on. */
export function makeDrafts() {
  const drafts = new Map<string, Draft>();
  const readers = new Set<() => void>();
  return {
    at: (key: string): Draft => drafts.get(key) ?? NOTHING,
    /** Changes some parts; a part put to undefined is gone. */
    put(key: string, part: Draft): void {
      const next = Object.fromEntries(
        Object.entries({ ...drafts.get(key), ...part }).filter(([, value]) => value !== undefined),
      );
      if (Object.keys(next).length === 0) drafts.delete(key);
      else drafts.set(key, next);
      readers.forEach((tell) => tell());
    },
    any: (): boolean => drafts.size > 0,
    subscribe(reader: () => void): () => void {
      readers.add(reader);
      return () => readers.delete(reader);
    },
  };
}
