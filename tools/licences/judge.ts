/** Licences that may be shipped with an Apache-2.0 product. A choice (`A OR B`) is accepted when one of them is here, a sum (`A AND B`) when all are. */
const ACCEPTED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
]);

/** Whether an SPDX expression of one level may be shipped. */
export function accepted(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' AND ')) return inner.split(' AND ').every(accepted);
  return inner.split(' OR ').some((one) => ACCEPTED.has(one.trim()));
}

type Locked = Readonly<Record<string, { readonly license?: string; readonly dev?: boolean; readonly link?: boolean }>>;

/** What the lock file ships: our own workspaces and what only development installs apart. */
export const shipped = (packages: Locked): string[] =>
  Object.keys(packages).filter((at) => at.includes('node_modules/') && !packages[at]?.dev && !packages[at]?.link);

/** What it would ship under a licence that is absent or not accepted. */
export function refused(packages: Locked): string[] {
  return shipped(packages)
    .map((at) => ({ at, license: packages[at]?.license ?? '' }))
    .filter(({ license }) => !accepted(license))
    .map(({ at, license }) => `${at}: ${license || 'no licence'}`);
}
