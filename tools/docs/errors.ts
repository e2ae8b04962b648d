import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a problem document says for one code, in one language. */
export type Words = { readonly status: number; readonly title: string; readonly detail: string };
export type Catalogue = Readonly<Record<string, Words>>;
export type Refusing = { readonly method: string; readonly path: string; readonly refuses: readonly string[] };

export function readCatalogue(root: string, locale: 'fr' | 'en'): Catalogue {
  // Safe: our own file; judgeCatalogues holds both languages against each other and errors.test.ts against this shape.
  return JSON.parse(readFileSync(join(root, `packages/content/messages/${locale}/problems.json`), 'utf8')) as Catalogue;
}

const placesOf = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .toSorted()
    .join(' ');

/** Both languages say the same codes, with the same status and the same values put into the words. */
export function judgeCatalogues(fr: Catalogue, en: Catalogue): string[] {
  return [...new Set([...Object.keys(fr), ...Object.keys(en)])].flatMap((code) => {
    const [french, english] = [fr[code], en[code]];
    if (french === undefined || english === undefined)
      return [`${code}: only in ${french === undefined ? 'English' : 'French'}`];
    return [
      ...(french.status === english.status
        ? []
        : [`${code}: status ${french.status} in French, ${english.status} in English`]),
      ...(placesOf(french.detail + french.title) === placesOf(english.detail + english.title)
        ? []
        : [`${code}: other values in French than in English`]),
      ...(Number.isInteger(french.status) && french.status >= 400 && french.status < 600
        ? []
        : [`${code}: ${french.status} is no status of a refusal`]),
      ...[french.title, french.detail, english.title, english.detail]
        .filter((text) => typeof text !== 'string' || text.trim() === '')
        .map(() => `${code}: words are missing`),
    ];
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** docs/errors.md: every code with its status, its words and the calls that say so themselves. */
export function errorsPage(fr: Catalogue, en: Catalogue, calls: readonly Refusing[]): string {
  const rows = Object.keys(fr)
    .toSorted()
    .map((code) => {
      const by = calls
        .filter(({ refuses }) => refuses.includes(code))
        .map(({ method, path }) => `\`${method} ${path}\``);
      return `| \`${code}\` | ${fr[code]?.status} | **${cell(fr[code]?.title ?? '')}.** ${cell(fr[code]?.detail ?? '')} | **${cell(en[code]?.title ?? '')}.** ${cell(en[code]?.detail ?? '')} | ${by.join('<br>')} |`;
    });
  return [
    '# Errors',
    '',
    "Every refusal is a problem document (RFC 9457): `type` (`urn:egide:problem:<code>`), `title`, `status`, `detail`, `code`, `requestId`, and `errors` with the place (`at`), the code and the words of each fault when there are several. The `code` is stable; the words follow the reader's language. What a reader may not see answers `not-found`, exactly as what does not exist.",
    '',
    'Generated from `packages/content/messages/{fr,en}/problems.json` and the contract by `npm run docs`; CI refuses a page that is not current. The last column names the calls that declare the code; a code without a call can be answered by any.',
    '',
    '| Code | Status | French | English | Declared by |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
