/** What a person gives to one indicator. Without a level only the comment changes; a level of null says that nobody knows. */
export interface Input {
  readonly level?: number | null;
  readonly note?: string;
  readonly justification?: string;
  /** The observation that holds the answer to take back; alone in its input. */
  readonly back?: string;
}
/** Whose input, and where it goes. */
export interface Address {
  readonly by: string;
  readonly finess: string;
  readonly indicator: string;
}
/** An input that has not arrived: the hand has not settled, it is on its way, it could not leave, or it was refused. */
export interface Held {
  readonly input: Input;
  readonly state: 'settling' | 'sending' | 'waiting' | 'refused';
  readonly error: Error | null;
}

interface Post {
  readonly send: (to: Address, input: Input) => Promise<void>;
  /** Whether such an error means that nobody heard, so that the same input is to be sent again. */
  readonly waits: (error: unknown) => boolean;
  /** Whether what this person gave can leave now. */
  readonly open: (by: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds between two looks at whether what waits may leave. */
const LOOK = 1000;
const keyOf = ({ by, finess, indicator }: Address): string => JSON.stringify([by, finess, indicator]);

/** The later input over the earlier one; a reason given for one level says nothing of another. */
export function over(earlier: Input | null, later: Input): Input {
  if (earlier === null || later.back !== undefined) return later;
  const { justification, back: _, ...rest } = earlier;
  const same = later.level === undefined || later.level === earlier.level;
  return { ...rest, ...(same && justification !== undefined ? { justification } : {}), ...later };
}

type Entry = Held & { readonly to: Address };

/**
 * Inputs on their way to the server, one per person and indicator, kept apart from the pages: leaving a page loses none.
 * What nobody heard waits and is sent again as soon as the same person can; what was refused stays to be shown.
 */
export class Outbox {
  readonly #post: Post;
  readonly #held = new Map<string, Entry>();
  readonly #arrived = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #flying = new Set<string>();
  readonly #readers = new Set<() => void>();
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(post: Post) {
    this.#post = post;
  }

  /** Holds an input and sends it after `delay` milliseconds, unless a later one comes first. */
  put(to: Address, input: Input, delay = 0): void {
    const key = keyOf(to);
    const before = this.#held.get(key);
    const earlier = before && before.state !== 'refused' ? before.input : null;
    this.#keep(key, { to, input: over(earlier, input), state: 'settling', error: null });
    clearTimeout(this.#timers.get(key));
    if (delay === 0) void this.#leave(key);
    else
      this.#timers.set(
        key,
        setTimeout(() => void this.#leave(key), delay),
      );
  }
  /** Sends now what still waits for the hand to settle. */
  flush(to: Address): void {
    if (this.#held.get(keyOf(to))?.state === 'settling') void this.#leave(keyOf(to));
  }
  /** Sends once more what was refused. */
  again(to: Address): void {
    void this.#leave(keyOf(to));
  }
  at(to: Address): Held | null {
    return this.#held.get(keyOf(to)) ?? null;
  }
  /** When the last input of this person arrived there (milliseconds since 1970); null when none has. */
  arrivedAt(to: Address): number | null {
    return this.#arrived.get(keyOf(to)) ?? null;
  }
  /** How many inputs of this person could not leave. */
  waiting(by: string): number {
    return [...this.#held.values()].filter(({ to, state }) => to.by === by && state === 'waiting').length;
  }
  /** Whether closing the window now would lose something; sends at once what was still settling. */
  closing(): boolean {
    for (const [key, { state }] of this.#held) if (state === 'settling') void this.#leave(key);
    return [...this.#held.values()].some(({ state }) => state !== 'refused');
  }
  /** Calls the reader each time something moves, until the function given back is called. */
  subscribe = (reader: () => void): (() => void) => {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  };

  #tell(): void {
    for (const reader of this.#readers) reader();
  }
  #keep(key: string, entry: Entry): void {
    this.#held.set(key, entry);
    this.#tell();
  }

  /** Sends what is held for this key; what is added meanwhile follows it. */
  async #leave(key: string): Promise<void> {
    clearTimeout(this.#timers.get(key));
    const entry = this.#held.get(key);
    if (!entry) return;
    this.#keep(key, { ...entry, state: 'sending', error: null });
    if (this.#flying.has(key)) return;
    this.#flying.add(key);
    const error = await this.#post.send(entry.to, entry.input).then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
    );
    this.#flying.delete(key);
    if (error === null) this.#arrived.set(key, this.#post.now());
    this.#landed(key, entry.input, error);
  }

  #landed(key: string, sent: Input, error: Error | null): void {
    // Safe: only here is an entry taken away, and one flight at a time ends here.
    const entry = this.#held.get(key)!;
    const unheard = error !== null && this.#post.waits(error);
    if (entry.input === sent && error === null) {
      this.#held.delete(key);
      this.#tell();
    } else if (entry.input === sent && !unheard) this.#keep(key, { ...entry, state: 'refused', error });
    else if (entry.state === 'settling') this.#tell();
    else if (unheard) {
      this.#keep(key, { ...entry, state: 'waiting', error });
      if (this.#looking === undefined) this.#looking = setTimeout(() => this.#look(), LOOK);
    } else void this.#leave(key);
  }

  #look(): void {
    this.#looking = undefined;
    for (const [key, { state, to }] of this.#held)
      if (state === 'waiting' && this.#post.open(to.by)) void this.#leave(key);
    if ([...this.#held.values()].some(({ state }) => state === 'waiting'))
      this.#looking = setTimeout(() => this.#look(), LOOK);
  }
}
