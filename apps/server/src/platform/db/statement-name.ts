/** A connection keeps the plan of each named statement: as many as the product has with room to spare, and no bulk writing. */
const MOST = 500;
const LONGEST = 4_000;
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared, so that a connection plans it once: with row-level security, planning takes longer
 * than most reads. Nothing for one that would fill the memory of the connections: too long, or one text too many.
 */
export function statementName(text: string): { readonly name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST || text.length > LONGEST) return {};
  const name = `q${names.size}`;
  names.set(text, name);
  return { name };
}
