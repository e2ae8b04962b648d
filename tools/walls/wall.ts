/** What a wall found wrong, and how much it looked at (a wall that looked at nothing proves nothing). */
export type Findings = { readonly faults: readonly string[]; readonly seen: string };

/** A rule of the house as a check, with the proof that it catches its own seeded violations. */
export type Wall = {
  readonly name: string;
  check(root: string): Findings | Promise<Findings>;
  prove(root: string): Findings | Promise<Findings>;
};
