import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });

/** One term of the field: its French and English words, the one identifier of the code, and the words the code may not use. */
export const Term = z.strictObject({
  fr: z.string().min(1),
  en: z.string().min(1),
  identifier: z.string().regex(/^[a-z][A-Za-z]*$/),
  definition: words,
  /** Lower-case words, as an identifier reads once cut at its capitals: `juridical entity` refuses `juridicalEntityId`. */
  forbidden: z.array(z.string().regex(/^[a-z]+( [a-z]+)*$/)).min(1),
});
export type Term = z.infer<typeof Term>;

const Glossary = z.strictObject({ terms: z.array(Term) });

/** The terms of `glossary/terms.yaml`, in the order of the page. */
export const readGlossary = (): Term[] =>
  Glossary.parse(parse(readFileSync(new URL('../glossary/terms.yaml', import.meta.url), 'utf8'))).terms;

/** `docs/glossary.md`, made from the terms. */
export function glossaryPage(terms: readonly Term[]): string {
  const rows = terms.map(
    ({ fr, en, identifier, definition, forbidden }) =>
      `| ${fr} | ${en} | \`${identifier}\` | ${definition.en} | ${forbidden.join(', ')} |`,
  );
  return [
    '# Glossary',
    '',
    'Each French term of the field, its English, the one identifier that the code uses for it, and the words that the code does not use. Made from `packages/content/glossary/terms.yaml` by `npm run docs`; a test refuses the forbidden words in identifiers.',
    '',
    '| French | English | Identifier | Meaning | Not |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

const SILENT = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
const TEMPLATE = /`(?:\\.|[^`\\])*`/g;

/** What a source says in identifiers: no comment, no text, of a template only what it computes. */
const code = (source: string): string =>
  source.replace(SILENT, ' ').replace(TEMPLATE, (text) => (text.match(/\$\{[^}]*\}/g) ?? []).join(' '));

/** Lower-case words of an identifier: `legalEntityId` reads `legal entity id`. */
export const wordsOf = (identifier: string): string =>
  identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[_$]+/g, ' ')
    .toLowerCase()
    .trim();

/** Identifiers of a TypeScript source that use a forbidden word, singular or plural, each with the one to use instead. */
export function forbiddenIdentifiers(
  source: string,
  terms: readonly Term[],
): { identifier: string; instead: string }[] {
  const instead = new Map(terms.flatMap(({ forbidden, identifier }) => forbidden.map((words) => [words, identifier])));
  const refused = new RegExp(`(?:^| )(${[...instead.keys()].join('|')})s?(?: |$)`);
  const identifiers = new Set(code(source).match(/[A-Za-z_$][\w$]*/g) ?? []);
  return [...identifiers].flatMap((identifier) => {
    const say = instead.get(refused.exec(wordsOf(identifier))?.[1] ?? '');
    return say === undefined ? [] : [{ identifier, instead: say }];
  });
}
