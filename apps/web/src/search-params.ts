/** The address as people read it: plain words and commas, nothing quoted. Empty parts are left out. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(parts).toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}
/** Every part is text; each route checks its own. */
export const readSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
