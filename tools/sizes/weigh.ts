/** What Vite says of one built file. */
export type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isEntry?: boolean;
};
export type Manifest = Readonly<Record<string, Chunk>>;
/** Weight in bytes, compressed, of a built file. */
export type Weigh = (file: string) => number;
export type Weight = { readonly name: string; readonly bytes: number; readonly budget: number };

/** Budgets that we set: JavaScript of the first route, compressed. A route beyond it loads at most so much more. */
const FIRST_ROUTE = 250_000;
const ONE_MORE_ROUTE = 150_000;

function closure(manifest: Manifest, start: string, loaded: ReadonlySet<string> = new Set()): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key) || loaded.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(start);
  return seen;
}

/** The first route is the entry, all it imports, and the page behind the given source; each other lazy part is weighed alone. */
export function weigh(manifest: Manifest, page: string, weight: Weigh): Weight[] {
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true);
  if (entry === undefined || manifest[page] === undefined)
    throw new Error(`the manifest holds no ${entry === undefined ? 'entry' : page}`);
  const total = (keys: ReadonlySet<string>): number =>
    [...keys].reduce((sum, key) => sum + weight(manifest[key]?.file ?? ''), 0);
  const always = closure(manifest, entry);
  const first = new Set([...always, ...closure(manifest, page)]);
  const lazy = [...new Set(Object.values(manifest).flatMap(({ dynamicImports = [] }) => dynamicImports))].filter(
    (key) => key !== page,
  );
  return [
    { name: 'first route', bytes: total(first), budget: FIRST_ROUTE },
    ...lazy.map((key) => ({ name: key, bytes: total(closure(manifest, key, always)), budget: ONE_MORE_ROUTE })),
  ];
}
