/**
 * Optional packages (the binaries of a platform) that the lock file names without holding them. `npm ci` accepts such a
 * lock on a workspace and then installs nothing for that platform. Takes the `packages` of a package-lock.json.
 */
export function missing(
  packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>,
): string[] {
  return Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !places(at).some((place) => packages[`${place}node_modules/${name}`]))
      .map((name) => `${name} wanted by ${at || 'the root'}`),
  );
}

/** Where Node looks for a package from `at`, nearest first. */
function places(at: string): string[] {
  const found: string[] = [];
  for (
    let place = at;
    place !== '';
    place = place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : ''
  )
    found.push(`${place}/`);
  return [...found, ''];
}
