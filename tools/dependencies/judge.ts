/** What a package.json declares, as far as this check asks. */
export type Manifest = {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
};

/** Ours (docs/dependencies.md): direct production dependencies of server and command line, the packages they use included. */
const MOST_OF_SERVER = 25;

const shipped = ({ dependencies = {}, optionalDependencies = {} }: Manifest): string[] => [
  ...Object.keys(dependencies),
  ...Object.keys(optionalDependencies),
];
const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Names explained by the page: the first cell of a row, `| `name` | …`; several in one cell are one family. */
export const explained = (page: string): string[] =>
  page.split('\n').flatMap((row) => {
    const [, first = ''] = /^\| ((?:`[^`]+`(?:, )?)+) \|/.exec(row) ?? [];
    return [...first.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
  });

/** External packages of these workspaces and of those they use. */
export function externals(manifests: readonly Manifest[], names: readonly string[]): string[] {
  const ours = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const manifest = ours.get(name);
    if (manifest === undefined) found.add(name);
    else if (!seen.has(name)) {
      seen.add(name);
      shipped(manifest).forEach(visit);
    }
  };
  names.filter((name) => ours.has(name)).forEach(visit);
  return [...found].toSorted();
}

export function judgeDependencies(manifests: readonly Manifest[], page: string): string[] {
  const ours = new Set(manifests.map(({ name }) => name));
  const declared = new Set(
    manifests
      .flatMap((manifest) => [...shipped(manifest), ...Object.keys(manifest.devDependencies ?? {})])
      .filter((name) => !ours.has(name)),
  );
  const known = explained(page);
  const ofServer = externals(manifests, ['@egide/server', '@egide/cli']);
  const loose = manifests.flatMap((manifest) =>
    Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies })
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${manifest.name}: ${name} is not pinned: ${version}`),
  );
  return [
    ...[...declared].filter((name) => !known.includes(name)).map((name) => `not explained: ${name}`),
    ...known.filter((name) => !declared.has(name)).map((name) => `explained, but used by nobody: ${name}`),
    ...known.filter((name, at) => known.indexOf(name) !== at).map((name) => `explained twice: ${name}`),
    ...(ofServer.length > MOST_OF_SERVER
      ? [`server and command line have ${ofServer.length} direct dependencies, more than ${MOST_OF_SERVER}`]
      : []),
    ...loose,
  ];
}
