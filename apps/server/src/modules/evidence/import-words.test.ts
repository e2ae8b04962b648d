import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sayNotice } from './import-words.ts';

const MESSAGES = fileURLToPath(new URL('.', import.meta.resolve('@egide/content/messages/fr/imports.json')));
const catalogue = (locale: string, name: string): Record<string, string> =>
  JSON.parse(readFileSync(`${MESSAGES}../${locale}/${name}.json`, 'utf8')) as Record<string, string>;
const [fr, en, problems] = [catalogue('fr', 'imports'), catalogue('en', 'imports'), catalogue('fr', 'problems')];

/** Every code that the readers and the import say, found where it is said. */
function codesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/test(ing)?\.ts$/.test(name),
  );
  const text = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n');
  const calls = text.matchAll(
    /\b(?:reject|warn|recall|tell|refuse|refused|warning|rejected|wrong|fault|once)\((?:[^'\n]|'[^'\n-]*'[,\]])*?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g,
  );
  const fields = text.matchAll(/\bcode: (?:[^',\n}]*\? )?'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g);
  return [...calls, ...fields].flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));
}
const FORMATS = fileURLToPath(new URL('../../../../../packages/formats/src/', import.meta.url));
const said = [
  ...new Set([
    ...['opssies', 'facts-json', 'facts-csv'].flatMap((name) => codesOf(FORMATS + name)),
    ...codesOf(fileURLToPath(new URL('.', import.meta.url))),
  ]),
].sort();

describe('the words of an import', () => {
  it('exist for every code that is said', () => {
    expect(said.length).toBeGreaterThan(60);
    expect(said.filter((code) => !(code in fr) && !(code in problems))).toEqual([]);
  });

  it('are said in both languages, with the same places, in whole sentences', () => {
    const places = (text: string | undefined): string[] =>
      [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    expect(Object.keys(fr).filter((code) => places(fr[code]).join() !== places(en[code]).join())).toEqual([]);
    expect(
      [...Object.values(fr), ...Object.values(en)].filter((text) => !/^[«“{\p{Lu}].*[.:]\s?$/su.test(text)),
    ).toEqual([]);
  });

  it('name the column of a table first, and take the words of problems where they have none', () => {
    expect(sayNotice('fr', { at: '3', code: 'cell-empty', params: { column: 'value' } })).toBe(
      'Colonne value\u00a0: La cellule est vide. Remplissez-la.',
    );
    expect(
      sayNotice('en', {
        at: '3',
        code: 'finess-lost-zero',
        params: { column: 'organisation', value: '10000024', meant: '010000024' },
      }),
    ).toBe(
      'Column organisation: The number 10000024 lost its zero in a spreadsheet. Write 010000024 and format the column as text.',
    );
    expect(sayNotice('fr', { at: '7', code: 'text-nul', params: {} })).toContain(': 7.');
    expect(sayNotice('fr', { at: '7', code: 'fact-unknown-key', params: { key: 'x.y' } })).toContain('x.y');
  });
});
