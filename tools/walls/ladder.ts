/**
 * The ladder of modules, lowest step first. A module calls only lower steps, by their `index.ts`.
 * The import rules are generated from this list; a module that is not on it is refused.
 */
export const ladder: readonly (readonly string[])[] = [
  ['facilities'],
  ['access', 'frameworks'],
  ['evidence', 'journal'],
  ['actions'],
  ['assessments', 'audits'],
  ['continuity'],
  ['programmes', 'exercises', 'incidents'],
  ['observatory', 'today'],
];

export const modules: readonly string[] = ladder.flat();

/** The modules that `name` may not call: its neighbours and everything above. */
export function outOfReach(name: string): string[] {
  const step = ladder.findIndex((names) => names.includes(name));
  return ladder
    .slice(step)
    .flat()
    .filter((other) => other !== name);
}
